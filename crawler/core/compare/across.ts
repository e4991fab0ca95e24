import type { Alignment, Clause, Match, Topic } from '../model.ts';
import { createKeyCache, makeKeys } from './keys.ts';
import { likeness, weighFeatures } from './likeness.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Likeness from which two clauses of different companies are paired without a topic in common. */
const LIKE_ENOUGH = 0.35;
/** Likeness from which it is worth marking the words of a pair; below it, paragraph stands against paragraph. */
export const WORTH_MARKING = 0.4;
/** Added to the likeness for each topic in common, up to two; more than any likeness, so that topics come first. */
const TOPIC_RANK = 1;
/** More comparisons of two clauses than this are not made. */
const MAX_COMPARISONS = 250_000;

interface Option {
  readonly i: number;
  readonly j: number;
  readonly rank: number;
  readonly score: number;
}

/** The pairs that may be made: alike, or of one topic; headings only among themselves, and by likeness alone. */
function listOptions(
  left: readonly Clause[],
  right: readonly Clause[],
  leftTopics: readonly (readonly Topic[])[],
  rightTopics: readonly (readonly Topic[])[],
): { options: Option[]; approximate: boolean } {
  const cache = createKeyCache();
  const leftKeys = makeKeys(left, cache);
  const rightKeys = makeKeys(right, cache);
  const both = [...leftKeys, ...rightKeys];
  const weights = weighFeatures(both, both, THRESHOLDS.pairShare);
  const rightSets = rightTopics.map((topics) => new Set(topics.map(({ topic }) => topic)));
  const options: Option[] = [];
  let comparisons = 0;
  for (let i = 0; i < left.length; i++) {
    const own = [...new Set(leftTopics[i]!.map(({ topic }) => topic))];
    for (let j = 0; j < right.length; j++) {
      if (++comparisons > MAX_COMPARISONS) return { options, approximate: true };
      if ((left[i]!.kind === 'heading') !== (right[j]!.kind === 'heading')) continue;
      const score = likeness(leftKeys[i]!, rightKeys[j]!, weights);
      const shared = left[i]!.kind === 'heading' ? 0 : own.filter((topic) => rightSets[j]!.has(topic)).length;
      const union = new Set([...own, ...rightSets[j]!]).size;
      const topical = shared === 0 ? 0 : TOPIC_RANK + shared / union;
      if (shared > 0 || score >= LIKE_ENOUGH) options.push({ i, j, rank: topical + score, score });
    }
  }
  return { options, approximate: false };
}

/**
 * Which clauses of one company's policy stand beside which of another's: by topic first, then by likeness, each clause
 * at most once; the rest is only on one side. Nothing is moved, split or merged between companies. `score` is the
 * likeness of wording, which may be near 0 for a pair that only its topic brings together.
 */
export function alignAcross(
  left: readonly Clause[],
  right: readonly Clause[],
  leftTopics: readonly (readonly Topic[])[],
  rightTopics: readonly (readonly Topic[])[],
): Alignment {
  const { options, approximate } = listOptions(left, right, leftTopics, rightTopics);
  options.sort((a, b) => b.rank - a.rank || a.i - b.i || a.j - b.j);
  const leftOf = right.map(() => -1);
  const isTaken = left.map(() => false);
  const scores = right.map(() => 0);
  for (const { i, j, score } of options) {
    if (isTaken[i] || leftOf[j] !== -1) continue;
    isTaken[i] = true;
    leftOf[j] = i;
    scores[j] = score;
  }
  const matches = right.map((clause, j): Match => {
    const i = leftOf[j]!;
    if (i === -1) return { left: [], right: [j], kind: 'added', moved: false, score: 0 };
    const kind = left[i]!.text === clause.text ? 'unchanged' : 'edited';
    return { left: [i], right: [j], kind, moved: false, score: scores[j]! };
  });
  left.forEach((_, i) => {
    if (!isTaken[i]) matches.push({ left: [i], right: [], kind: 'removed', moved: false, score: 0 });
  });
  return { matches, approximate };
}
