import { plainText } from '../inline.ts';
import type { Clause, Topic } from '../model.ts';
import { listTerms } from '../search-terms.ts';
import { splitSentences } from '../sentences.ts';
import { TOPICS } from '../topics.ts';
import { type AcrossPairing, type AcrossRow, pairAcross } from './across.ts';

/** Two companies' texts topic by topic: what stands beside what, and what only one of them says. */

export interface TopicGroup {
  /** Null for clauses that no topic was found in. */
  readonly topic: string | null;
  readonly rows: readonly AcrossRow[];
  readonly onlyLeft: readonly number[];
  readonly onlyRight: readonly number[];
  /** Clauses that speak of it too and stand under another topic. */
  readonly elsewhere: { readonly left: readonly number[]; readonly right: readonly number[] };
}

export interface ByTopic {
  readonly groups: readonly TopicGroup[];
  readonly approximate: boolean;
}

/** A text with the topics of its clauses. */
export interface TopicSide {
  readonly clauses: readonly (Clause & { readonly label: string })[];
  readonly topics: readonly (readonly Topic[])[];
}

const ORDER = new Map(TOPICS.map(({ name }, at) => [name, at]));

/** Clauses on a side, at most, that stand beside each other for their topic alone, where no wording pairs any. */
const MOST_TOGETHER = 3;

/** A clause as far as its place among topics is concerned. */
interface TopicPlace {
  readonly label: string;
  readonly topics: readonly Topic[];
}

const placeOf = ({ clauses, topics }: TopicSide, at: number): TopicPlace => ({
  label: clauses[at]!.label.toLowerCase(),
  topics: topics[at]!,
});

/** In how many clauses of each text every topic is. */
function countTopics({ topics }: TopicSide): Map<string, number> {
  const counts = new Map<string, number>();
  for (const own of topics) for (const { topic } of own) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}

const TITLES = new Map(TOPICS.map(({ name, title }) => [name, title.toLowerCase()]));

type Home = (clauses: readonly TopicPlace[]) => string | null;

/**
 * The topic under which clauses stand: one that all of them have, else one of any. Of those the one they are named by; else
 * one that both texts speak of; else the rarest, which says most of a clause.
 */
function findHomes(left: TopicSide, right: TopicSide): Home {
  const counts = [countTopics(left), countTopics(right)];
  const count = (topic: string) => counts.reduce((sum, own) => sum + (own.get(topic) ?? 0), 0);
  const isOfBoth = (topic: string) => counts.every((own) => own.has(topic));
  return (clauses) => {
    const sets = clauses.map(({ topics }) => new Set(topics.map(({ topic }) => topic)));
    const all = [...new Set(sets.flatMap((set) => [...set]))].filter((topic) => ORDER.has(topic));
    const common = all.filter((topic) => sets.every((set) => set.has(topic)));
    const isName = (topic: string) => clauses.some(({ label }) => label.includes(TITLES.get(topic)!));
    const ranked = (common.length > 0 ? common : all).sort(
      (a, b) =>
        Number(isName(b)) - Number(isName(a)) ||
        Number(isOfBoth(b)) - Number(isOfBoth(a)) ||
        count(a) - count(b) ||
        ORDER.get(a)! - ORDER.get(b)!,
    );
    return ranked[0] ?? null;
  };
}

interface TopicRows {
  rows: AcrossRow[];
  onlyLeft: number[];
  onlyRight: number[];
}

/** Few clauses of one topic on both sides that no wording pairs stand beside each other as they are. */
function standTogether({ rows, onlyLeft, onlyRight }: TopicRows, topic: string | null): TopicRows {
  const isFew = (list: readonly number[]) => list.length > 0 && list.length <= MOST_TOGETHER;
  if (topic === null || rows.length > 0 || !isFew(onlyLeft) || !isFew(onlyRight)) {
    return { rows, onlyLeft, onlyRight };
  }
  return { rows: [{ left: onlyLeft, right: onlyRight, score: 0 }], onlyLeft: [], onlyRight: [] };
}

const isHeading = ({ clauses }: TopicSide, at: number): boolean => clauses[at]!.kind === 'heading';

/** Clauses of a side that speak of a topic and are not among some. */
function listElsewhere(side: TopicSide, topic: string | null, own: readonly number[]): number[] {
  return side.topics.flatMap((topics, at) => {
    const isOnIt = topics.some((one) => one.topic === topic);
    return isOnIt && !own.includes(at) && !isHeading(side, at) ? [at] : [];
  });
}

/** Rows and single clauses by the topic they stand under. */
function gather(
  left: TopicSide,
  right: TopicSide,
  rows: readonly AcrossRow[],
): Map<string | null, TopicRows> {
  const homeOf = findHomes(left, right);
  const groups = new Map<string | null, TopicRows>();
  const groupOf = (topic: string | null): TopicRows => {
    const known = groups.get(topic) ?? { rows: [], onlyLeft: [], onlyRight: [] };
    groups.set(topic, known);
    return known;
  };
  for (const row of rows) {
    if (isHeading(left, row.left[0]!)) continue;
    const placed = [...row.left.map((i) => placeOf(left, i)), ...row.right.map((j) => placeOf(right, j))];
    groupOf(homeOf(placed)).rows.push(row);
  }
  for (const [name, text, list] of [
    ['left', left, 'onlyLeft'],
    ['right', right, 'onlyRight'],
  ] as const) {
    const paired = new Set(rows.flatMap((row) => row[name]));
    text.clauses.forEach((_, at) => {
      if (!paired.has(at) && !isHeading(text, at)) groupOf(homeOf([placeOf(text, at)]))[list].push(at);
    });
  }
  return groups;
}

/**
 * Sets two texts beside each other topic by topic, in the order of topics; the pairing may be given where it is known. Headings stand nowhere: they are in the names of
 * their clauses. Every other clause is in one group, once.
 */
export function compareByTopic(
  left: TopicSide,
  right: TopicSide,
  { rows, approximate }: AcrossPairing = pairAcross(left.clauses, right.clauses, left.topics, right.topics),
): ByTopic {
  const place = (topic: string | null) => (topic === null ? TOPICS.length : ORDER.get(topic)!);
  const groups = [...gather(left, right, rows)].sort(([a], [b]) => place(a) - place(b));
  return {
    approximate,
    groups: groups.map(([topic, gathered]) => {
      const own = standTogether(gathered, topic);
      const ours = [...own.rows.flatMap((row) => row.left), ...own.onlyLeft];
      const theirs = [...own.rows.flatMap((row) => row.right), ...own.onlyRight];
      return {
        topic,
        ...own,
        rows: own.rows.toSorted((a, b) => a.left[0]! - b.left[0]!),
        elsewhere: { left: listElsewhere(left, topic, ours), right: listElsewhere(right, topic, theirs) },
      };
    }),
  };
}

/** A clause in sentences; `twin` is the number of the sentence of the other side that is nearest to it, from 1. */
export interface TwinSentence {
  readonly text: string;
  readonly twin: number | null;
}

/** Share of their words that two sentences have in common, from which they are shown as near. */
const NEAR = 0.4;
/** Words a sentence needs to be near another. */
const LEAST_WORDS = 4;
const MOST_SENTENCES = 200;

interface NearPair {
  readonly left: number;
  readonly right: number;
  readonly share: number;
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size < LEAST_WORDS || other.size < LEAST_WORDS) return 0;
  let common = 0;
  for (const word of one) if (other.has(word)) common++;
  return (2 * common) / (one.size + other.size);
}

/** The sentences of clauses that stand beside each other, with those that are nearest to each other numbered alike. */
export function findTwinSentences(
  left: readonly Clause[],
  right: readonly Clause[],
): { readonly left: TwinSentence[][]; readonly right: TwinSentence[][] } {
  const split = (clauses: readonly Clause[]) => clauses.map(({ text }) => splitSentences(plainText(text)));
  const [ours, theirs] = [split(left), split(right)];
  const words = (all: readonly (readonly string[])[]) =>
    all
      .flat()
      .slice(0, MOST_SENTENCES)
      .map((sentence) => new Set(listTerms(sentence)));
  const [own, other] = [words(ours), words(theirs)];
  const near: NearPair[] = own.flatMap((one, i) =>
    other
      .map((two, j) => ({ left: i, right: j, share: shareOf(one, two) }))
      .filter(({ share }) => share >= NEAR),
  );
  near.sort((a, b) => b.share - a.share || a.left - b.left || a.right - b.right);
  const [ofLeft, ofRight] = [new Map<number, number>(), new Map<number, number>()];
  for (const { left: i, right: j } of near) {
    if (ofLeft.has(i) || ofRight.has(j)) continue;
    ofLeft.set(i, ofLeft.size + 1);
    ofRight.set(j, ofLeft.size);
  }
  const number = (clauses: readonly (readonly string[])[], twins: ReadonlyMap<number, number>) => {
    let at = 0;
    return clauses.map((sentences) => sentences.map((text) => ({ text, twin: twins.get(at++) ?? null })));
  };
  return { left: number(ours, ofLeft), right: number(theirs, ofRight) };
}
