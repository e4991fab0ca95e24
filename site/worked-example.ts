import { question } from './build/questions.ts';
import { policies, step, steps, version, versions, workedExample } from './store.ts';
import { type ExampleView, pickExampleChange, viewExample } from './view/collection/method-page.ts';

/** So many policies are looked at for an example; the first that has a good one will do. */
const MOST_POLICIES = 40;

/** Versions that show every step of the method: crawled, without doubts, of readable length, and edited soon after. */
function isGoodExample(one: { readonly flags: readonly string[]; readonly wordCount: number }): boolean {
  return one.flags.length === 0 && one.wordCount >= 150 && one.wordCount <= 3000;
}

/** A policy's first version that shows every step; null where it has none. Kept, since it takes reading all its texts. */
export const policyExample = question(
  'policyExample',
  MOST_POLICIES,
  (domain: string, policy: string): ExampleView | null => {
    const numbered = new Map(versions(domain, policy).map((one) => [one.version, one]));
    for (const { left, right, sizeClass } of steps(domain, policy)) {
      if (!isGoodExample(numbered.get(left)!) || !/^(?:small|medium|large)$/.test(sizeClass)) continue;
      const sides = [version(domain, policy, left), version(domain, policy, right)] as const;
      const change = pickExampleChange(step(domain, policy, right), sides[0]);
      const origin = change && sides[0].removed.length > 0 ? workedExample(domain, policy, left) : null;
      if (change && origin) {
        return viewExample({ domain, policy }, origin, ...sides, step(domain, policy, right), change);
      }
    }
    return null;
  },
  { isKept: true },
);

/** One version of this store followed through all steps, chosen by the same rule for the same store; null where none fits. */
export function makeExample(): ExampleView | null {
  for (const { domain, policy } of policies().slice(0, MOST_POLICIES)) {
    const example = policyExample(domain, policy);
    if (example) return example;
  }
  return null;
}
