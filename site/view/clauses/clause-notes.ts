import { parseInline, slugName, TOPICS } from '../../../crawler/core/index.ts';
import { changeAddress, clauseAddress, nameAddress } from '../addresses.ts';
import { shortDay } from '../dates.ts';
import { escapeHtml, plainLabel } from '../html.ts';
import type { PolicyName, TextFacts } from '../model.ts';
import { linkedNames } from '../source.ts';
import { isBeforeGdpr, shadeOf } from './ages.ts';
import type { ClauseIndex } from './clause-index.ts';

/** What stands in the margin of a version's clauses: since when, until when, topics, links. */

const TOPIC_TITLES = new Map(TOPICS.map(({ name, title }) => [name, title]));

type NotedClause = TextFacts['clauses'][number];

/** Address of a change, with its anchor where the change of this very clause is known. */
function changeLink(name: PolicyName, index: ClauseIndex, at: number, number: number | undefined): string {
  const [left, right] = [index.versions[at - 1]!, index.versions[at]!];
  const anchor = number === undefined ? '' : `#change-${number}`;
  return changeAddress(name.domain, name.policy, left.slug, right.slug) + anchor;
}

/** Number, on the page of the step that leads to version `at`, of the change that touched the clause's lineage. */
function changeOfLineage(index: ClauseIndex, clause: NotedClause, at: number): number | undefined {
  if (clause.lineage === null) return undefined;
  const occurrence = index.occurrences.get(clause.lineage)?.find((one) => one.at === at);
  return occurrence && index.changes[at]?.right.get(occurrence.position)?.number;
}

/** `since 28 Nov 2002`, leading to the change that brought the newest words. */
function sinceNote(name: PolicyName, index: ClauseIndex, at: number, clause: NotedClause): string {
  const { oldest, newest } = index.ages[at]![clause.position]!;
  const day = (version: number) => shortDay(index.versions[version]!.firstSeen);
  if (newest === 0) return `since ${day(0)} or before`;
  const number = changeOfLineage(index, clause, newest);
  const link = (words: string) =>
    `<a href="${escapeHtml(changeLink(name, index, newest, number))}">${words}</a>`;
  if (oldest === newest) return link(`since ${day(newest)}`);
  return `since ${day(oldest)}${oldest === 0 ? ' or before' : ''}, ${link(`newest words ${day(newest)}`)}`;
}

/** What the next version made of the clause; '' where it stands there unchanged. */
function untilNote(name: PolicyName, index: ClauseIndex, at: number, clause: NotedClause): string {
  const next = index.versions[at + 1];
  const numbered = next && index.changes[at + 1]?.left.get(clause.position);
  if (!next || !numbered || numbered.change.kind === 'unchanged') return '';
  const what = numbered.change.kind === 'removed' ? 'not present on' : 'reads otherwise on';
  const address = changeLink(name, index, at + 1, numbered.number);
  return `<a href="${escapeHtml(address)}">${what} ${shortDay(next.firstSeen)}</a>`;
}

function historyNote(name: PolicyName, index: ClauseIndex, clause: NotedClause): string {
  const lineage = clause.lineage === null ? undefined : index.lineages.get(clause.lineage);
  if (!lineage) return '';
  if (lineage.isHeading) return '';
  return `<a href="${escapeHtml(clauseAddress(name.domain, name.policy, lineage.slug))}">history</a>`;
}

/** `names: DoubleClick`, each leading to everybody who names it. */
function namesNote(names: readonly string[]): string {
  const linked = names.filter((name) => slugName(name) !== '');
  if (linked.length === 0) return '';
  const links = linked.map(
    (name) => `<a href="${nameAddress(slugName(name))}">${escapeHtml(plainLabel(name))}</a>`,
  );
  return `names: ${links.join(', ')}`;
}

/** Classes of the note beside words that stand since a version: their shade, and whether they are older than the GDPR. */
const ageClasses = (index: ClauseIndex, at: number, since: number): string =>
  ` age-${shadeOf(index, at, since)}${isBeforeGdpr(index, since) ? ' pre' : ''}`;

/** Margin note of a clause as HTML; '' for a heading. `index` is null for an undated version, which has no history. */
export function renderNote(
  name: PolicyName,
  index: ClauseIndex | null,
  at: number,
  clause: NotedClause,
): string {
  if (clause.kind === 'heading') return '';
  const topics = clause.topics.map(({ topic }) => TOPIC_TITLES.get(topic) ?? topic);
  const links = linkedNames(parseInline(clause.text).map((run) => run.href));
  const life = index
    ? [
        sinceNote(name, index, at, clause),
        untilNote(name, index, at, clause),
        historyNote(name, index, clause),
      ]
    : [];
  const lines = [
    ['since', life.filter(Boolean).join(' · ')],
    ['topics', topics.length > 0 ? topics.map(escapeHtml).join(', ') : ''],
    ['names', namesNote(clause.names ?? [])],
    ['names', links.length > 0 ? `links: ${links.join(', ')}` : ''],
  ].filter(([, words]) => words !== '');
  if (lines.length === 0) return '';
  const shade = index ? ageClasses(index, at, index.ages[at]![clause.position]!.newest) : '';
  return `<small class="note${shade}">${lines.map(([kind, words]) => `<span class="${kind}">${words}</span>`).join('')}</small>`;
}
