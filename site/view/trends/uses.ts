import { type PhraseCounts, policyKey } from './facts.ts';

/** How often each version of each policy uses a phrase: what the worker that searches hands to a chart. */
export type TrendUses = readonly {
  readonly domain: string;
  readonly policy: string;
  readonly uses: readonly (readonly [version: number, uses: number])[];
}[];

/** Uses of phrases in the form in which charts are computed from them. */
export const toPhraseCounts = (uses: TrendUses): PhraseCounts =>
  new Map(uses.map((one) => [policyKey(one), new Map(one.uses)]));
