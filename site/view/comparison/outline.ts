import {
  type Comparison,
  type PlacedClause,
  standTopics,
  TOPICS,
  type TopicStanding,
} from '../../../crawler/core/index.ts';
import { plainLabel } from '../html.ts';
import { noRulesFor } from '../languages.ts';
import type { TextClause, TextFacts } from '../model.ts';

/** A text as far as its topics are told. */
export type OutlinedText = Pick<TextFacts, 'language' | 'labelling'> & {
  readonly clauses: readonly (PlacedClause & Pick<TextClause, 'topics' | 'perhaps'>)[];
};

export interface OutlineRow {
  readonly title: string;
  /** Labels of the clauses that speak of the topic, or perhaps do, without repetition. */
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** What a new text says in place of the old one, topic by topic: marks would explain nothing. */
export interface Outline {
  /** Why the topics were not compared; null where they were. */
  readonly notJudged: string | null;
  readonly kept: readonly OutlineRow[];
  readonly gained: readonly OutlineRow[];
  readonly lost: readonly OutlineRow[];
  /** Topics of which one text perhaps speaks, so that nothing can be said of gain or loss. */
  readonly doubtful: readonly OutlineRow[];
  /** Clauses carried over word for word. */
  readonly verbatim: readonly string[];
}

function labelsOn({ clauses }: OutlinedText, topic: string, standing: TopicStanding | undefined): string[] {
  if (standing !== 'spoken' && standing !== 'perhaps') return [];
  const about = clauses.filter(
    (clause) =>
      clause.kind !== 'heading' &&
      (standing === 'spoken' ? clause.topics : clause.perhaps).some((label) => label.topic === topic),
  );
  return [...new Set(about.map((clause) => plainLabel(clause.label)))];
}

/** `no rules for French`, of the first of two texts that were not judged. */
function whyNotJudged(...texts: readonly OutlinedText[]): string | null {
  const text = texts.find(({ labelling }) => labelling === null);
  return text ? noRulesFor(text.language) : null;
}

export function outlineRewrite(comparison: Comparison, left: OutlinedText, right: OutlinedText): Outline {
  const notJudged = whyNotJudged(left, right);
  const [inLeft, inRight] = [standTopics(left), standTopics(right)];
  const rows = TOPICS.filter(({ name }) => name !== 'commentary').map(({ name, title }) => {
    const sides = [inLeft.get(name), inRight.get(name)] as const;
    const row = { title, left: labelsOn(left, name, sides[0]), right: labelsOn(right, name, sides[1]) };
    return { standing: sides.join(' '), row };
  });
  const pick = (...standings: readonly string[]) =>
    rows.filter(({ standing }) => standings.includes(standing)).map(({ row }) => row);
  return {
    notJudged,
    kept: pick('spoken spoken'),
    gained: pick('silent spoken'),
    lost: pick('spoken silent'),
    doubtful: pick('perhaps spoken', 'spoken perhaps', 'perhaps silent', 'silent perhaps', 'perhaps perhaps'),
    verbatim: comparison.matches
      .filter((match) => match.kind === 'unchanged' || match.kind === 'typographic')
      .map((match) => right.clauses[match.right[0]!]!)
      .filter((clause) => clause.kind !== 'heading')
      .map((clause) => plainLabel(clause.label)),
  };
}
