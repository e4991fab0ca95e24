import { type Comparison, type Gist, type GistText, standTopics, TOPICS, writeGist } from '../core/index.ts';
import type { DerivedClauseTerms, DerivedTextLabels, PolicyStep, StoredClause } from '../store/index.ts';

/** A text of a policy with its clauses and the labels that were just given to them. */
export interface LabelledStoredText {
  readonly clauses: readonly StoredClause[];
  readonly labels: DerivedTextLabels;
}

const TITLES = new Map(TOPICS.map(({ name, title }) => [name, title]));

function spokenTopics({ clauses, labels }: LabelledStoredText): Set<string> | null {
  if (labels.language === null) return null;
  const labelling = { language: labels.language, rulesVersion: '' };
  const placed = clauses.map(({ kind }, at) => ({ kind, ...labels.clauses[at]! }));
  const spoken = [...standTopics({ labelling, clauses: placed })].filter(
    ([, standing]) => standing === 'spoken',
  );
  return new Set(spoken.map(([topic]) => TITLES.get(topic) ?? topic));
}

/** The gist of every step of a policy, made from what the texts say and what their clauses were labelled with. */
export function deriveGists(
  steps: readonly (PolicyStep & { readonly comparison: Comparison })[],
  texts: ReadonlyMap<number, LabelledStoredText>,
  terms: readonly DerivedClauseTerms[],
): { readonly comparisonId: number; readonly gist: Gist }[] {
  const namesOf = new Map(
    terms.map((clause) => [
      clause.clauseId,
      clause.terms.filter(({ kind }) => kind === 'third-party').map(({ term }) => term),
    ]),
  );
  const known = new Map<number, Omit<GistText, 'statedDate'>>();
  const textOf = (textId: number): Omit<GistText, 'statedDate'> => {
    const own = known.get(textId);
    if (own) return own;
    const text = texts.get(textId)!;
    const made = {
      clauses: text.clauses,
      topics: spokenTopics(text),
      names: new Set(text.clauses.flatMap(({ clauseId }) => namesOf.get(clauseId) ?? [])),
    };
    known.set(textId, made);
    return made;
  };
  return steps.map(({ comparisonId, comparison, left, right }, at) => {
    const [before, after] = [steps[at - 1], steps[at + 1]];
    return {
      comparisonId,
      gist: writeGist(
        comparison,
        { ...textOf(left.textId), statedDate: left.statedDate },
        { ...textOf(right.textId), statedDate: right.statedDate },
        {
          before: before && { comparison: before.comparison, clauses: textOf(before.left.textId).clauses },
          after: after && { comparison: after.comparison, clauses: textOf(after.right.textId).clauses },
        },
      ),
    };
  });
}
