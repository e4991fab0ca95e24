import type { Store } from '../open.ts';

/** What became of captures, counted: of one domain, or of all. */
export interface OutcomeCounts {
  readonly captureCount: number;
  readonly versionCount: number;
  readonly changeCount: number;
  readonly payloadCount: number;
  /** Outcome to reason to count; the reason is '' where there is none. */
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Captures that failed for now or are still pending: the next crawl tries them again. */
  readonly retryable: number;
}

export function countOutcomes(store: Store, domain: string | null): OutcomeCounts {
  const count = (sql: string) => store.prepare(sql).pluck().get({ domain }) as number;
  const only = '(:domain is null or domain = :domain)';
  const rows = store
    .prepare(
      `select outcome, ifnull(reason, '') as reason, count(*) as count from v_captures where ${only}
       group by outcome, reason order by outcome, reason`,
    )
    .all({ domain }) as { outcome: string; reason: string; count: number }[];
  const outcomes: Record<string, Record<string, number>> = {};
  for (const { outcome, reason, count: n } of rows) {
    outcomes[outcome] = { ...outcomes[outcome], [reason]: n };
  }
  return {
    captureCount: rows.reduce((sum, row) => sum + row.count, 0),
    versionCount: count(`select count(*) from v_versions where ${only}`),
    changeCount: count(`select count(*) from v_changes where ${only}`),
    payloadCount: count(`select count(distinct payload_hash) from v_captures where ${only}`),
    outcomes,
    retryable: count(
      `select count(*) from captures c join addresses a on a.id = c.address_id
       join failures f on f.capture_id = c.id where ${only} and f.is_final = 0`,
    ),
  };
}

/** Captures and versions per domain and year. */
export function countYears(
  store: Store,
): { domain: string; year: string; captureCount: number; versionCount: number }[] {
  return store
    .prepare(
      `select domain, ifnull(substr(timestamp, 1, 4), 'undated') as year, count(*) as captureCount,
         count(distinct policy || '/' || version) as versionCount
       from v_captures group by 1, 2 order by 1, 2`,
    )
    .all() as { domain: string; year: string; captureCount: number; versionCount: number }[];
}
