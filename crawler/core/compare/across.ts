import type { Alignment, Clause, Match, Topic } from '../model.ts';
import { createKeyCache, makeKeys } from './keys.ts';
import { type Bag, weighFeatures } from './likeness.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Likeness from which two clauses of different companies are paired without a topic in common. */
const LIKE_ENOUGH = 0.35;
/** Likeness from which it is worth marking the words of a pair; below it, paragraph stands against paragraph. */
export const WORTH_MARKING = 0.4;
/**
 * Share of both clauses' topics that they have in common, from which their topics alone pair them: one topic of many says
 * little of what a clause is about.
 */
const TOPICAL = 1 / 3;
/** What a likeness of wording counts beside a share of topics when pairs are ranked. */
const LIKENESS_RANK = 1.5;
/** Most steps through the lists of right clauses that have a word or a topic; left clauses beyond stay unpaired. */
const MAX_STEPS = 20_000_000;

interface Option {
  readonly i: number;
  readonly j: number;
  readonly rank: number;
  readonly score: number;
}

/** A clause as it is compared; a heading has no topics, since only headings may stand beside it. */
interface Subject {
  readonly isHeading: boolean;
  readonly bag: Bag;
  readonly topics: ReadonlySet<string>;
}

/** Both sides' clauses, and what each word weighs. */
function readSubjects(
  sides: readonly (readonly Clause[])[],
  topics: readonly (readonly (readonly Topic[])[])[],
): { sides: Subject[][]; weight: Float64Array } {
  const cache = createKeyCache();
  const keys = sides.map((clauses) => makeKeys(clauses, cache));
  const { bags, weight } = weighFeatures(keys.flat(), keys.flat(), THRESHOLDS.pairShare);
  return {
    weight,
    sides: sides.map((clauses, side) =>
      clauses.map(({ kind }, at) => ({
        isHeading: kind === 'heading',
        bag: bags.get(keys[side]![at]!)!,
        topics: new Set(kind === 'heading' ? [] : topics[side]![at]!.map(({ topic }) => topic)),
      })),
    ),
  };
}

/** In which clauses each feature stands, and how often: those of feature `f` are entries `starts[f]` to `starts[f + 1]`. */
interface Postings {
  readonly starts: Uint32Array;
  readonly clauses: Uint32Array;
  readonly counts: Uint32Array;
}

/** Typed arrays, not lists of lists: tens of thousands of small objects would cost more than what is done with them. */
function listPostings(subjects: readonly Subject[], featureCount: number): Postings {
  const starts = new Uint32Array(featureCount + 1);
  for (const { bag } of subjects) for (const feature of bag.features) starts[feature + 1]!++;
  for (let feature = 0; feature < featureCount; feature++) starts[feature + 1]! += starts[feature]!;
  const clauses = new Uint32Array(starts[featureCount]!);
  const counts = new Uint32Array(clauses.length);
  const next = starts.slice();
  subjects.forEach(({ bag }, j) => {
    bag.features.forEach((feature, k) => {
      const at = next[feature]!++;
      clauses[at] = j;
      counts[at] = bag.counts[k]!;
    });
  });
  return { starts, clauses, counts };
}

function listByTopic(subjects: readonly Subject[]): Map<string, number[]> {
  const byTopic = new Map<string, number[]>();
  subjects.forEach(({ topics }, j) => {
    for (const topic of topics) {
      const known = byTopic.get(topic);
      if (known) known.push(j);
      else byTopic.set(topic, [j]);
    }
  });
  return byTopic;
}

/** The right side by what its clauses have, and what each has in common with the left clause just looked at. */
class RightSide {
  /** Steps through lists so far. */
  steps = 0;
  private readonly subjects: readonly Subject[];
  private readonly weight: Float64Array;
  private readonly byFeature: Postings;
  private readonly byTopic: ReadonlyMap<string, readonly number[]>;
  private readonly common: Float64Array;
  private readonly topics: Uint32Array;

  constructor(subjects: readonly Subject[], weight: Float64Array) {
    this.subjects = subjects;
    this.weight = weight;
    this.common = new Float64Array(subjects.length);
    this.topics = new Uint32Array(subjects.length);
    this.byFeature = listPostings(subjects, weight.length);
    this.byTopic = listByTopic(subjects);
  }

  /** The right clauses that may stand beside a left one, ascending. */
  listOptions(own: Subject, i: number): Option[] {
    const touched = this.meet(own);
    const options: Option[] = [];
    for (const j of touched) {
      const other = this.subjects[j]!;
      const total = own.bag.total + other.bag.total;
      const score = total === 0 ? 0 : (2 * this.common[j]!) / total;
      const shared = this.topics[j]!;
      const union = own.topics.size + other.topics.size - shared;
      const topical = shared === 0 ? 0 : shared / union;
      if (own.isHeading === other.isHeading && (topical >= TOPICAL || score >= LIKE_ENOUGH)) {
        options.push({ i, j, rank: topical + LIKENESS_RANK * score, score });
      }
      this.common[j] = 0;
      this.topics[j] = 0;
    }
    return options;
  }

  /** Notes what each right clause has in common with a left one; returns those with anything, ascending. */
  private meet({ bag, topics }: Subject): number[] {
    const { starts, clauses, counts } = this.byFeature;
    const touched = new Set<number>();
    bag.features.forEach((feature, k) => {
      const end = starts[feature + 1]!;
      for (let at = starts[feature]!; at < end; at++) {
        const j = clauses[at]!;
        this.common[j]! += this.weight[feature]! * Math.min(counts[at]!, bag.counts[k]!);
        touched.add(j);
        this.steps++;
      }
    });
    for (const topic of topics) {
      for (const j of this.byTopic.get(topic) ?? []) {
        this.topics[j]!++;
        touched.add(j);
        this.steps++;
      }
    }
    return [...touched].sort((a, b) => a - b);
  }
}

/** The pairs that may be made: alike, or of one topic; headings only among themselves, and by likeness alone. */
function listOptions(
  left: readonly Subject[],
  right: RightSide,
): { options: Option[]; approximate: boolean } {
  const options: Option[] = [];
  for (const [i, subject] of left.entries()) {
    if (right.steps > MAX_STEPS) return { options, approximate: true };
    options.push(...right.listOptions(subject, i));
  }
  return { options, approximate: false };
}

/** Clauses of one side that stand beside clauses of the other: one and one, or one and several. */
export interface AcrossRow {
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Likeness of the two that are most alike. */
  readonly score: number;
}

/** Likeness from which a clause joins a pair that is made already. */
const JOINS = 0.2;

/** Rows in the making: a clause joins a row as long as one side of it stays single. */
class Rows {
  readonly made: { left: number[]; right: number[]; score: number }[] = [];
  private readonly ofLeft = new Map<number, (typeof this.made)[number]>();
  private readonly ofRight = new Map<number, (typeof this.made)[number]>();

  offer({ i, j, score }: Option, isHeading: boolean): void {
    const [left, right] = [this.ofLeft.get(i), this.ofRight.get(j)];
    if (!left && !right) {
      const row = { left: [i], right: [j], score };
      this.made.push(row);
      this.ofLeft.set(i, row);
      this.ofRight.set(j, row);
    } else if (isHeading || score < JOINS) {
      return;
    } else if (left && !right && left.left.length === 1) {
      left.right.push(j);
      this.ofRight.set(j, left);
    } else if (right && !left && right.right.length === 1) {
      right.left.push(i);
      this.ofLeft.set(i, right);
    }
  }
}

export interface AcrossPairing {
  readonly rows: readonly AcrossRow[];
  readonly approximate: boolean;
}

/**
 * Which clauses of one company's policy stand beside which of another's: by their share of topics and their likeness, each
 * clause in one row at most; the rest is only on one side. Nothing becomes anything between companies. A row's `score` may
 * be near 0 where only a topic brings it together.
 */
export function pairAcross(
  left: readonly Clause[],
  right: readonly Clause[],
  leftTopics: readonly (readonly Topic[])[],
  rightTopics: readonly (readonly Topic[])[],
): AcrossPairing {
  const { sides, weight } = readSubjects([left, right], [leftTopics, rightTopics]);
  const { options, approximate } = listOptions(sides[0]!, new RightSide(sides[1]!, weight));
  options.sort((a, b) => b.rank - a.rank || a.i - b.i || a.j - b.j);
  const rows = new Rows();
  for (const option of options) rows.offer(option, left[option.i]!.kind === 'heading');
  const ascending = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
  return {
    rows: rows.made.map((row) => ({ ...row, left: ascending(row.left), right: ascending(row.right) })),
    approximate,
  };
}

/** A pairing as an alignment, in the order of the right side; what only the left has comes last. */
export function alignAcross(
  left: readonly Clause[],
  right: readonly Clause[],
  { rows, approximate }: AcrossPairing,
): Alignment {
  const rowOf = new Map(rows.flatMap((row) => row.right.map((j) => [j, row] as const)));
  const matches = right.flatMap((clause, j): Match[] => {
    const row = rowOf.get(j);
    if (!row) return [{ left: [], right: [j], kind: 'added', moved: false, score: 0 }];
    if (row.right[0] !== j) return [];
    const isSame =
      row.left.length === 1 && row.right.length === 1 && left[row.left[0]!]!.text === clause.text;
    const kind = isSame
      ? 'unchanged'
      : row.right.length > 1
        ? 'split'
        : row.left.length > 1
          ? 'merged'
          : 'edited';
    return [{ left: [...row.left], right: [...row.right], kind, moved: false, score: row.score }];
  });
  const paired = new Set(rows.flatMap((row) => row.left));
  left.forEach((_, i) => {
    if (!paired.has(i)) matches.push({ left: [i], right: [], kind: 'removed', moved: false, score: 0 });
  });
  return { matches, approximate };
}
