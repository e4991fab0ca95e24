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

/** Captures of policies, from which all is counted. Tables and not views: whole views are put together, texts and all. */
const CAPTURES = `policies p join addresses a on a.policy_id = p.id join captures c on c.address_id = a.id`;

/** Counts per domain, in one pass over each table. `only` names whose rows are counted. */
const COUNTS = {
  outcomes: (only: string) =>
    `select p.domain, ifnull(o.outcome, 'pending'), ifnull(o.reason, ''), count(*) from ${CAPTURES}
     left join outcomes o on o.capture_id = c.id ${only} group by 1, 2, 3 order by 1, 2, 3`,
  versions: (only: string) =>
    `select p.domain, count(*) from policies p join versions v on v.policy_id = p.id ${only} group by 1`,
  changes: (only: string) =>
    `select p.domain, count(*) from policies p join versions v on v.policy_id = p.id
     join comparisons o on o.right_version_id = v.id join changes g on g.comparison_id = o.id ${only} group by 1`,
  payloads: (only: string) =>
    `select p.domain, count(distinct m.payload_id) from ${CAPTURES} join mementos m on m.capture_id = c.id ${only} group by 1`,
  retryable: (only: string) =>
    `select a.domain, count(*) from failures f join captures c on c.id = f.capture_id
     join addresses a on a.id = c.address_id ${only.replace('p.domain', 'a.domain')}
     ${only === '' ? 'where' : 'and'} f.is_final = 0 group by 1`,
} as const;

/** What became of captures, domain by domain; of one alone where it is named. */
export function countDomainOutcomes(store: Store, domain: string | null = null): Map<string, OutcomeCounts> {
  const ask = <Row extends readonly unknown[]>(count: keyof typeof COUNTS): Row[] => {
    const statement = store.prepare(COUNTS[count](domain === null ? '' : 'where p.domain = :domain')).raw();
    return (domain === null ? statement.all() : statement.all({ domain })) as Row[];
  };
  const outcomes = Map.groupBy(ask<[string, string, string, number]>('outcomes'), ([name]) => name);
  const [versions, changes, payloads, retryable] = (
    ['versions', 'changes', 'payloads', 'retryable'] as const
  ).map((count) => new Map(ask<[string, number]>(count)));
  const names = new Set([...outcomes.keys(), ...versions!.keys(), ...retryable!.keys()]);
  return new Map(
    [...names].map((name) => {
      const { captureCount, outcomes: reasons } = describeOutcomes(outcomes.get(name) ?? []);
      const counts: OutcomeCounts = {
        captureCount,
        versionCount: versions!.get(name) ?? 0,
        changeCount: changes!.get(name) ?? 0,
        payloadCount: payloads!.get(name) ?? 0,
        outcomes: reasons,
        retryable: retryable!.get(name) ?? 0,
      };
      return [name, counts];
    }),
  );
}

function describeOutcomes(
  rows: readonly (readonly [domain: string, outcome: string, reason: string, count: number])[],
): Pick<OutcomeCounts, 'captureCount' | 'outcomes'> {
  const outcomes: Record<string, Record<string, number>> = {};
  let captureCount = 0;
  for (const [, outcome, reason, count] of rows) {
    captureCount += count;
    outcomes[outcome] = { ...outcomes[outcome], [reason]: (outcomes[outcome]?.[reason] ?? 0) + count };
  }
  return { captureCount, outcomes };
}

const NOTHING: OutcomeCounts = {
  ...{ captureCount: 0, versionCount: 0, changeCount: 0, payloadCount: 0, outcomes: {}, retryable: 0 },
};

/** What became of captures: of one domain, or of all together. */
export function countOutcomes(store: Store, domain: string | null): OutcomeCounts {
  const counted = countDomainOutcomes(store, domain);
  if (domain !== null) return counted.get(domain) ?? NOTHING;
  const rows = [...counted].flatMap(([name, { outcomes }]) =>
    Object.entries(outcomes).flatMap(([outcome, reasons]) =>
      Object.entries(reasons).map(([reason, count]) => [name, outcome, reason, count] as const),
    ),
  );
  const sum = (count: (counts: OutcomeCounts) => number) =>
    [...counted.values()].reduce((total, counts) => total + count(counts), 0);
  return {
    ...describeOutcomes(rows),
    versionCount: sum(({ versionCount }) => versionCount),
    changeCount: sum(({ changeCount }) => changeCount),
    // Companies may share a payload.
    payloadCount: store
      .prepare(`select count(distinct m.payload_id) from ${CAPTURES} join mementos m on m.capture_id = c.id`)
      .pluck()
      .get() as number,
    retryable: sum(({ retryable }) => retryable),
  };
}

/** Captures and versions per domain and year. */
export function countYears(
  store: Store,
): { domain: string; year: string; captureCount: number; versionCount: number }[] {
  return store
    .prepare(
      `select p.domain, ifnull(substr(c.timestamp, 1, 4), 'undated') as year, count(*) as captureCount,
         count(distinct o.version_id) as versionCount
       from ${CAPTURES} left join outcomes o on o.capture_id = c.id group by 1, 2 order by 1, 2`,
    )
    .all() as { domain: string; year: string; captureCount: number; versionCount: number }[];
}
