import type { RequestCounts } from '../../core/index.ts';
import type { Store } from '../open.ts';
import type { Evidence } from '../write/ground.ts';

/** One run of the crawler or of an import. */
export interface CrawlRun {
  readonly domain: string;
  /** crawl, discover or import. */
  readonly command: string;
  readonly archive: string;
  readonly program: string;
  /** Instants. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly ended: string | null;
  /** Null where the run was killed, asked nothing, or ran before requests were counted. */
  readonly requests: RequestCounts | null;
}

/** All runs, newest first. */
export function listCrawlRuns(store: Store): CrawlRun[] {
  const rows = store
    .prepare(
      `select k.domain, k.command, k.archive, k.program, k.started_at as startedAt, k.finished_at as finishedAt, k.ended,
         r.cdx, r.memento, r.retries, r.pauses, r.received_bytes as receivedBytes
       from crawls k left join requests r on r.crawl_id = k.id order by k.started_at desc, k.domain, k.id desc`,
    )
    .all() as (Omit<CrawlRun, 'requests'> & { [K in keyof RequestCounts]: RequestCounts[K] | null })[];
  return rows.map(({ cdx, memento, retries, pauses, receivedBytes, ...run }) => ({
    ...run,
    requests: cdx === null ? null : ({ cdx, memento, retries, pauses, receivedBytes } as RequestCounts),
  }));
}

/** An address that was tried and gave no text of a policy. */
export interface FruitlessAddress {
  readonly domain: string;
  readonly url: string;
  /** `policy`: asked for; `rejected`: held to be something else, and never asked for. */
  readonly role: 'policy' | 'rejected';
  /** Ways by which it was come to: link, guess, index … */
  readonly kinds: readonly Evidence['kind'][];
  readonly captureCount: number;
  readonly listing: string | null;
  readonly note: string | null;
  /** Instant at which the archive's index was last asked; null where it was not. */
  readonly listedAt: string | null;
}

/** Addresses tried and not found to hold a policy: absence can be cited only where it was looked for. */
export function listFruitlessAddresses(store: Store): FruitlessAddress[] {
  const rows = store
    .prepare(
      `select a.domain, a.url, a.role, a.evidence, count(c.id) as captureCount, a.listing, a.listing_note as note,
         a.listed_at as listedAt
       from addresses a
       left join captures c on c.address_id = a.id
       left join outcomes o on o.capture_id = c.id
       where a.role in ('policy', 'rejected')
       group by a.id having count(o.version_id) = 0
       order by a.domain, a.role, a.url`,
    )
    .all() as (Omit<FruitlessAddress, 'kinds'> & { evidence: string })[];
  return rows.map(({ evidence, ...row }) => ({
    ...row,
    kinds: [...new Set((JSON.parse(evidence) as Evidence[]).map(({ kind }) => kind))],
  }));
}

/** Doubts about the texts shown, with the number of versions that carry each. */
export function countFlags(store: Store): { readonly flag: string; readonly count: number }[] {
  return store
    .prepare(
      `select f.value as flag, count(*) as count
       from versions v join normalizations n on n.capture_id = v.capture_id, json_each(n.flags) f
       group by 1 order by count desc, 1`,
    )
    .all() as { flag: string; count: number }[];
}

/** Timestamps of the oldest and the newest capture known of any policy; nulls where none is dated. */
export function readCaptureSpan(store: Store): { oldest: string | null; newest: string | null } {
  return store.prepare('select min(timestamp) as oldest, max(timestamp) as newest from v_captures').get() as {
    oldest: string | null;
    newest: string | null;
  };
}
