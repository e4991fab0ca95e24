import { foldWords, type LineageSummary, plainText, TOPICS } from '../../../crawler/core/index.ts';
import { clauseAddress } from '../addresses.ts';
import type { PolicyName } from '../model.ts';
import type { ClauseIndex, Occurrence } from './clause-index.ts';
import { nameClause } from './clause-list.ts';

const TOPIC_TITLES = new Map(TOPICS.map(({ name, title }) => [name, title]));

/** A clause on the same topic that came when this one went, or went when it came. */
export interface Related {
  readonly address: string;
  readonly label: string;
  readonly begin: string;
  readonly topics: string;
}

/** Most related clauses that are offered. */
const MOST_RELATED = 6;

type When = 'before' | 'after';

/** Where a clause stood last, or first, and the version after or before that, in which it is missing. */
function endOf(index: ClauseIndex, lineage: number, side: When): { own: Occurrence; beside: number } {
  const own = index.occurrences.get(lineage)!.at(side === 'after' ? -1 : 0)!;
  return { own, beside: own.at + (side === 'after' ? 1 : -1) };
}

/** Clauses that came in the version in which this one is missing, or went when it came; headings are left out. */
function listNeighbours(index: ClauseIndex, lineage: number, side: When) {
  const { own, beside } = endOf(index, lineage, side);
  const others = [...index.lineages.values()].flatMap((other) => {
    const place = index.occurrences.get(other.lineage)?.at(side === 'after' ? 0 : -1);
    return other.isHeading || place?.at !== beside ? [] : [{ other, place }];
  });
  return { own, others: index.versions[beside] ? others : [] };
}

const clauseAt = (index: ClauseIndex, { at, position }: Occurrence) => index.versions[at]!.clauses[position]!;

const describe = (name: PolicyName, index: ClauseIndex, other: LineageSummary, topics: string): Related => ({
  address: clauseAddress(name.domain, name.policy, other.slug),
  ...nameClause(index, other),
  topics,
});

/**
 * Clauses that speak of a topic of this one and took its place, or whose place it took: they are born in the version in
 * which it is missing, or missing in the version in which it is born. Related by topic, not by wording.
 */
export function listRelated(name: PolicyName, index: ClauseIndex, lineage: number, side: When): Related[] {
  const { own, others } = listNeighbours(index, lineage, side);
  const topics = new Set(clauseAt(index, own).topics.map(({ topic }) => topic));
  const related = others.flatMap(({ other, place }) => {
    const shared = clauseAt(index, place).topics.filter(({ topic }) => topics.has(topic));
    const titles = shared.map(({ topic }) => TOPIC_TITLES.get(topic) ?? topic).join(', ');
    return shared.length === 0 ? [] : [describe(name, index, other, titles)];
  });
  return related.slice(0, MOST_RELATED);
}

/** Shorter words are everywhere, and of fewer than this nothing can be told. */
const LONG_WORD = 4;
const LEAST_WORDS = 5;
/** Share of the shorter one's words from which one is perhaps the other's continuation: under one heading, or not. */
const LIKE_UNDER_HEADING = 0.4;
const LIKE = 0.6;

const longWords = (text: string) =>
  new Set(foldWords(plainText(text)).filter((word) => word.length >= LONG_WORD));

function shareOfWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const least = Math.min(one.size, other.size);
  if (least < LEAST_WORDS) return 0;
  return [...one].filter((word) => other.has(word)).length / least;
}

/**
 * The clause in which this one is perhaps continued, or which it perhaps continues, across a change too great for an
 * alignment: of those that stand in the version in which it is missing, the one that shares most of its words, and enough
 * of them. Less is asked where both stand under the same heading.
 */
export function findContinuation(
  name: PolicyName,
  index: ClauseIndex,
  lineage: number,
  side: When,
): Related | null {
  const { own, beside } = endOf(index, lineage, side);
  const clause = clauseAt(index, own);
  const words = longWords(clause.text);
  const heading = clause.headingPath.at(-1);
  let best: { lineage: number; share: number } | null = null;
  for (const there of index.versions[beside]?.clauses ?? []) {
    if (there.kind === 'heading' || there.lineage === null || clause.kind === 'heading') continue;
    const share = shareOfWords(words, longWords(there.text));
    const isUnderIt = heading !== undefined && there.headingPath.at(-1) === heading;
    if (share < (isUnderIt ? LIKE_UNDER_HEADING : LIKE) || share <= (best?.share ?? 0)) continue;
    best = { lineage: there.lineage, share };
  }
  const other = best && index.lineages.get(best.lineage);
  return best && other
    ? describe(name, index, other, `${Math.round(100 * best.share)} % of the shorter one’s words`)
    : null;
}
