import type { Store } from '../open.ts';
import { pickHigher, type Row } from './better.ts';

/** A run, and what it asked of the archive. */
interface CrawlRow extends Row {
  readonly id: number;
  readonly finished_at: string | null;
  readonly ended: string | null;
  readonly cdx: number | null;
  readonly memento: number | null;
  readonly retries: number | null;
  readonly pauses: number | null;
  readonly received_bytes: number | null;
}

const WHAT_IT_WAS = ['started_at', 'domain', 'command', 'archive', 'options', 'program'] as const;
const HOW_IT_ENDED = [
  'finished_at',
  'ended',
  'cdx',
  'memento',
  'retries',
  'pauses',
  'received_bytes',
] as const;

/** What tells one run from all others; runs sort by it in the order in which they began. */
export type CrawlKey = string;

export interface MergedCrawls {
  /** Crawls by their number in the other store: their number here. */
  readonly ids: ReadonlyMap<number, number>;
  /** Crawls by their number here. */
  readonly keys: ReadonlyMap<number, CrawlKey>;
}

/**
 * Adds the runs of another store. The same run in both, as in two copies of one store, ended as the copy says that knows
 * of its end.
 */
export function mergeCrawls(into: Store, from: Store): MergedCrawls {
  const known = readCrawls(into);
  const keys = new Map([...known].map(([key, crawl]) => [crawl.id, key]));
  const ids = new Map<number, number>();
  for (const [key, crawl] of readCrawls(from)) {
    const ours = known.get(key);
    const id = ours?.id ?? insertCrawl(into, crawl);
    ids.set(crawl.id, id);
    keys.set(id, key);
    const kept = ours
      ? pickHigher({ ...crawl, id }, ours, (row) => HOW_IT_ENDED.map((name) => row[name]))
      : crawl;
    if (kept !== ours) writeEnd(into, id, kept);
  }
  return { ids, keys };
}

function readCrawls(store: Store): Map<CrawlKey, CrawlRow> {
  const rows = store
    .prepare(
      `select c.*, r.cdx, r.memento, r.retries, r.pauses, r.received_bytes
       from crawls c left join requests r on r.crawl_id = c.id order by c.id`,
    )
    .all() as CrawlRow[];
  const seen = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const what = WHAT_IT_WAS.map((name) => row[name]);
      // Several imports of one second may be alike in everything: they are told by counting.
      const count = (seen.get(JSON.stringify(what)) ?? 0) + 1;
      seen.set(JSON.stringify(what), count);
      return [JSON.stringify([...what, count]), row];
    }),
  );
}

function insertCrawl(
  into: Store,
  { domain, command, archive, options, program, started_at }: CrawlRow,
): number {
  return into
    .prepare(
      'insert into crawls (domain, command, archive, options, program, started_at) values (?, ?, ?, ?, ?, ?)',
    )
    .run(domain, command, archive, options, program, started_at).lastInsertRowid as number;
}

function writeEnd(into: Store, id: number, crawl: CrawlRow): void {
  const { finished_at, ended, cdx, memento, retries, pauses, received_bytes } = crawl;
  into.prepare('update crawls set finished_at = ?, ended = ? where id = ?').run(finished_at, ended, id);
  if (cdx === null) return;
  into
    .prepare(
      `insert or replace into requests (crawl_id, cdx, memento, retries, pauses, received_bytes)
       values (?, ?, ?, ?, ?, ?)`,
    )
    .run(id, cdx, memento, retries, pauses, received_bytes);
}
