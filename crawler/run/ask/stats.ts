import {
  countOutcomes,
  countYears,
  listPolicyRows,
  type OutcomeCounts,
  type Store,
} from '../../store/index.ts';

export interface Stats {
  readonly domains: readonly { domain: string; counts: OutcomeCounts }[];
  readonly years: readonly { domain: string; year: string; captureCount: number; versionCount: number }[];
}

/** Counts per domain, outcome and year. */
export function readStats(store: Store): Stats {
  const domains = [...new Set(listPolicyRows(store).map((policy) => policy.domain))];
  return {
    domains: domains.map((domain) => ({ domain, counts: countOutcomes(store, domain) })),
    years: countYears(store),
  };
}
