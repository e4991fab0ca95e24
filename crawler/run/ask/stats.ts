import {
  countDomainOutcomes,
  countOutcomes,
  countYears,
  listPolicyRows,
  type OutcomeCounts,
  type Store,
} from '../../store/index.ts';
import { listOldPolicies } from './rules.ts';

export interface Stats {
  /** With the policies of each domain that were made by other rules than today's. */
  readonly domains: readonly { domain: string; counts: OutcomeCounts; oldPolicyCount: number }[];
  readonly years: readonly { domain: string; year: string; captureCount: number; versionCount: number }[];
}

/** Counts per domain, outcome and year. */
export function readStats(store: Store): Stats {
  const old = listOldPolicies(store);
  const counted = countDomainOutcomes(store);
  const domains = [...new Set(listPolicyRows(store).map((policy) => policy.domain))];
  return {
    domains: domains.map((domain) => ({
      domain,
      counts: counted.get(domain) ?? countOutcomes(store, domain),
      oldPolicyCount: old.filter((policy) => policy.domain === domain).length,
    })),
    years: countYears(store),
  };
}
