import { alignAcross, WORTH_MARKING } from '../../crawler/core/compare/across.ts';
import { compareClauses } from '../../crawler/core/compare/changes.ts';
import type { Comparison } from '../../crawler/core/model.ts';
import type { ComparisonView } from './change-page.ts';
import { viewComparison } from './change-page.ts';
import { longDay } from './dates.ts';
import type { PolicyName, TextFacts } from './model.ts';

/** What the compare page shows of two versions. */
export interface CompareView {
  readonly title: string;
  readonly note: string | null;
  readonly comparison: ComparisonView;
}

/** Pairs whose wording is too unlike for marks: paragraph is set against paragraph. */
function dropIdleMarks(comparison: Comparison): Comparison {
  const scores = new Map(comparison.matches.map((match) => [`${match.left}|${match.right}`, match.score]));
  const changes = comparison.changes.map((change) => {
    if (change.kind !== 'edited') return change;
    const score = scores.get(`${change.left}|${change.right}`) ?? 0;
    if (score >= WORTH_MARKING) return change;
    const text = (kind: 'added' | 'removed') =>
      change.spans
        .filter(([own]) => own === 'kept' || own === kind)
        .map(([, words]) => words)
        .join('');
    return {
      ...change,
      spans: [
        ['removed', text('removed')],
        ['added', text('added')],
      ] as const,
    };
  });
  return { ...comparison, changes };
}

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
      comparison: viewComparison(compareClauses(a.clauses, b.clauses), a, b, left),
    };
  }
  const alignment = alignAcross(
    a.clauses,
    b.clauses,
    a.clauses.map((clause) => clause.topics),
    b.clauses.map((clause) => clause.topics),
  );
  return {
    title: `${left.domain}, ${day(a)}, beside ${right.domain}, ${day(b)}`,
    note: 'Two companies’ texts. Likeness of wording says nothing about who copied.',
    comparison: viewComparison(dropIdleMarks(compareClauses(a.clauses, b.clauses, alignment)), a, b, {
      left: left.domain,
      right: right.domain,
    }),
  };
}
