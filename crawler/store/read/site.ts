import { parseInstant, type StoreTotals } from '../../core/index.ts';
import type { Store } from '../open.ts';

const toTimestamp = (instant: string | null) => (instant === null ? null : parseInstant(instant));

export function readTotals(store: Store): StoreTotals {
  const row = store
    .prepare(
      `select
         (select count(distinct p.domain) from policies p join versions v on v.policy_id = p.id) as companies,
         (select count(distinct policy_id) from versions) as policies,
         (select count(*) from versions) as versions,
         (select count(*) from captures c join addresses a on a.id = c.address_id where a.policy_id is not null)
           as captures,
         (select count(*) from clauses) as clauses,
         (select count(*) from changes) as changes,
         (select min(first_seen) from versions) as firstSeen,
         (select max(last_seen) from versions) as lastSeen,
         (select max(started_at) from crawls) as asOf`,
    )
    .get() as StoreTotals;
  return {
    ...row,
    firstSeen: toTimestamp(row.firstSeen),
    lastSeen: toTimestamp(row.lastSeen),
    asOf: toTimestamp(row.asOf),
  };
}

/** The months, such as `2026-03`, in which a crawl or import began, newest first: each may have been published. */
export function listGatheringMonths(store: Store): string[] {
  return store
    .prepare('select distinct substr(started_at, 1, 7) from crawls order by 1 desc')
    .pluck()
    .all() as string[];
}

/** When the archive's index was last read for a policy's addresses; null where it never was (imports). */
export function readLastLooked(store: Store, domain: string, policy: string): string | null {
  const instant = store
    .prepare(
      `select max(a.listed_at) from policies p join addresses a on a.policy_id = p.id
         or a.id in (select c.address_id from versions v join captures c on c.id = v.capture_id where v.policy_id = p.id)
       where p.domain = ? and p.policy = ?`,
    )
    .pluck()
    .get(domain, policy) as string | null;
  return toTimestamp(instant);
}

/** When the crawl or import began that brought the capture which a version shows. */
export interface Intake {
  readonly version: number;
  /** 14 digits. */
  readonly at: string;
}

/** When each version of a policy came in. */
export function listIntakes(store: Store, domain: string, policy: string): Intake[] {
  const rows = store
    .prepare(
      `select v.version, r.started_at as at
       from versions v join policies p on p.id = v.policy_id
       join captures c on c.id = v.capture_id join crawls r on r.id = c.crawl_id
       where p.domain = ? and p.policy = ? order by v.version`,
    )
    .all(domain, policy) as Intake[];
  return rows.map(({ version, at }) => ({ version, at: parseInstant(at) }));
}

export interface ViewDescription {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The views that are the interface of the dataset, with their columns, as the file itself has them. */
export function listViews(store: Store): ViewDescription[] {
  const names = store
    .prepare(
      "select name from sqlite_schema where type = 'view' and name like 'v!_%' escape '!' order by name",
    )
    .pluck()
    .all() as string[];
  const columns = store.prepare('select name from pragma_table_info(?)').pluck();
  return names.map((name) => ({ name, columns: columns.all(name) as string[] }));
}

/** The schema's number, as kept in the file. */
export function readSchemaVersion(store: Store): number {
  return store.pragma('user_version', { simple: true }) as number;
}
