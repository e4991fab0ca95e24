import { asRead, compareMasked } from '../../../crawler/core/index.ts';
import { longDay } from '../dates.ts';
import type { PolicyName, TextClause, TextFacts } from '../model.ts';
import { viewAcross } from './across-view.ts';
import { type ComparisonView, viewComparison } from './comparison-view.ts';

/** What the compare page shows of two versions. */
export interface CompareView {
  readonly title: string;
  readonly note: string | null;
  readonly comparison: ComparisonView;
}

const readMasked = (clauses: readonly TextClause[]): string =>
  clauses.map(({ masked, text }) => masked ?? asRead(text)).join(' ');

/** Compares any two versions: of one policy clause by clause, of two companies by topic. */
export function compareVersions(
  left: PolicyName & { readonly version: TextFacts },
  right: PolicyName & { readonly version: TextFacts },
): CompareView {
  const isOnePolicy = left.domain === right.domain && left.policy === right.policy;
  const [a, b] = [left.version, right.version];
  const day = (version: TextFacts) => longDay(version.timestamp ?? version.firstSeen);
  if (isOnePolicy) {
    return {
      title: `${left.domain}: ${day(a)} and ${day(b)}`,
      note: null,
      comparison: viewComparison(compareMasked(a.clauses, b.clauses, readMasked), a, b, left),
    };
  }
  return {
    title: `${left.domain}, ${day(a)}, beside ${right.domain}, ${day(b)}`,
    note: 'Two companies’ texts. Likeness of wording says nothing about who copied.',
    comparison: viewAcross(a, b, { left: left.domain, right: right.domain }),
  };
}
