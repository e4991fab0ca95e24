import { TOPICS } from '../../../crawler/core/index.ts';
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

/**
 * Clauses that speak of a topic of this one and took its place, or whose place it took: they are born in the version in
 * which it is missing, or missing in the version in which it is born. Related by topic, not by wording.
 */
export function listRelated(
  name: PolicyName,
  index: ClauseIndex,
  lineage: number,
  side: 'before' | 'after',
): Related[] {
  const end = side === 'after' ? -1 : 0;
  const own = index.occurrences.get(lineage)!.at(end)!;
  const clauseAt = ({ at, position }: Occurrence) => index.versions[at]!.clauses[position]!;
  const topics = new Set(clauseAt(own).topics.map(({ topic }) => topic));
  const beside = own.at + (side === 'after' ? 1 : -1);
  if (topics.size === 0 || !index.versions[beside]) return [];
  const related: Related[] = [];
  for (const other of index.lineages.values()) {
    const place = index.occurrences.get(other.lineage)?.at(side === 'after' ? 0 : -1);
    if (other.isHeading || place?.at !== beside) continue;
    const shared = clauseAt(place).topics.filter(({ topic }) => topics.has(topic));
    if (shared.length === 0) continue;
    related.push({
      address: clauseAddress(name.domain, name.policy, other.slug),
      ...nameClause(index, other),
      topics: shared.map(({ topic }) => TOPIC_TITLES.get(topic) ?? topic).join(', '),
    });
  }
  return related.slice(0, MOST_RELATED);
}
