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

/** A clause that speaks of a topic. */
export interface OutlineEntry {
  readonly label: string;
  /** Number of the change, or pair, that it is in; null where it is in none. */
  readonly number: number | null;
}

export interface OutlineRow {
  readonly title: string;
  /** Clauses that speak of the topic, or perhaps do; no label twice. */
  readonly left: readonly OutlineEntry[];
  readonly right: readonly OutlineEntry[];
}

/** Numbers of changes or pairs by the positions of clauses. */
export interface OutlineNumbers {
  readonly left: ReadonlyMap<number, number>;
  readonly right: ReadonlyMap<number, number>;
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

function entriesOn(
  { clauses }: OutlinedText,
  topic: string,
  standing: TopicStanding | undefined,
  numbers: ReadonlyMap<number, number>,
): OutlineEntry[] {
  if (standing !== 'spoken' && standing !== 'perhaps') return [];
  const entries = new Map<string, OutlineEntry>();
  clauses.forEach((clause, at) => {
    const labels = standing === 'spoken' ? clause.topics : clause.perhaps;
    if (clause.kind === 'heading' || !labels.some((one) => one.topic === topic)) return;
    const label = plainLabel(clause.label);
    if (entries.get(label)?.number == null) entries.set(label, { label, number: numbers.get(at) ?? null });
  });
  return [...entries.values()];
}

/** `no rules for French`, of the first of two texts that were not judged. */
function whyNotJudged(...texts: readonly OutlinedText[]): string | null {
  const text = texts.find(({ labelling }) => labelling === null);
  return text ? noRulesFor(text.language) : null;
}

export function outlineRewrite(
  comparison: Pick<Comparison, 'matches'>,
  left: OutlinedText,
  right: OutlinedText,
  numbers: OutlineNumbers,
): Outline {
  const notJudged = whyNotJudged(left, right);
  const [inLeft, inRight] = [standTopics(left), standTopics(right)];
  const rows = TOPICS.filter(({ name }) => name !== 'commentary').map(({ name, title }) => {
    const sides = [inLeft.get(name), inRight.get(name)] as const;
    const row = {
      title,
      left: entriesOn(left, name, sides[0], numbers.left),
      right: entriesOn(right, name, sides[1], numbers.right),
    };
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
