import {
  type Comparison,
  listSilences,
  type PlacedClause,
  TOPICS,
  type Topic,
} from '../../../crawler/core/index.ts';
import { plainLabel } from '../html.ts';

export type TopicClause = PlacedClause & { readonly topics: readonly Topic[] };

export interface OutlineRow {
  readonly title: string;
  /** Labels of the clauses that speak of the topic, without repetition. */
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** What a new text says in place of the old one, topic by topic: marks would explain nothing. */
export interface Outline {
  readonly kept: readonly OutlineRow[];
  readonly gained: readonly OutlineRow[];
  readonly lost: readonly OutlineRow[];
  /** Clauses carried over word for word. */
  readonly verbatim: readonly string[];
}

function labelsOn(clauses: readonly TopicClause[], topic: string): string[] {
  const about = clauses.filter(
    (clause) => clause.kind !== 'heading' && clause.topics.some((t) => t.topic === topic),
  );
  return [...new Set(about.map((clause) => plainLabel(clause.label)))];
}

export function outlineRewrite(
  comparison: Comparison,
  left: readonly TopicClause[],
  right: readonly TopicClause[],
): Outline {
  const spokenOf = (clauses: readonly TopicClause[]) => {
    const silent = new Set(
      listSilences(
        clauses,
        clauses.map((clause) => clause.topics),
      ),
    );
    return (name: string) => !silent.has(name);
  };
  const [inLeft, inRight] = [spokenOf(left), spokenOf(right)];
  const rows = TOPICS.filter(({ name }) => name !== 'commentary').map(({ name, title }) => ({
    name,
    row: { title, left: labelsOn(left, name), right: labelsOn(right, name) },
  }));
  const pick = (wanted: (name: string) => boolean) =>
    rows.filter(({ name }) => wanted(name)).map(({ row }) => row);
  return {
    kept: pick((name) => inLeft(name) && inRight(name)),
    gained: pick((name) => !inLeft(name) && inRight(name)),
    lost: pick((name) => inLeft(name) && !inRight(name)),
    verbatim: comparison.matches
      .filter((match) => match.kind === 'unchanged' || match.kind === 'typographic')
      .map((match) => right[match.right[0]!]!)
      .filter((clause) => clause.kind !== 'heading')
      .map((clause) => plainLabel(clause.label)),
  };
}
