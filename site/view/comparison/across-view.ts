import {
  compareByTopic,
  findTwinSentences,
  type PlacedClause,
  TOPICS,
  type TopicGroup,
  type TwinSentence,
} from '../../../crawler/core/index.ts';
import { longDay } from '../dates.ts';
import { escapeHtml } from '../html.ts';
import type { SideNames } from '../labels.ts';
import { languageAttributes, languageName, noRulesFor } from '../languages.ts';
import type { TextClause, TextFacts } from '../model.ts';
import { plural } from '../plural.ts';
import type { CountEntry } from './comparison-blocks.ts';
import type { ComparisonView } from './comparison-view.ts';
import { type OutlineNumbers, outlineRewrite } from './outline.ts';
import { dress, labelOf, renderClause } from './render-comparison.ts';

/** Two companies' texts topic by topic: what stands beside what, and, folded where they are long, what only one of them says. */

const SIDES = ['left', 'right'] as const;

/** Words of both texts together up to which nothing is folded: a few screens are looked through sooner than unfolded. */
const SHORT_WORDS = 1000;
type SideName = (typeof SIDES)[number];

interface NumberedRow {
  readonly number: number;
  readonly left: readonly TextClause[];
  readonly right: readonly TextClause[];
}

interface NumberedGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly NumberedRow[];
  readonly onlyLeft: readonly NumberedRow[];
  readonly onlyRight: readonly NumberedRow[];
  /** Numbers of pairs and clauses that speak of it too, under another topic. */
  readonly elsewhere: readonly number[];
}

interface AcrossPage {
  readonly names: SideNames;
  readonly attributes: Readonly<Record<SideName, string>>;
  readonly isShort: boolean;
}

const TITLES = new Map<string | null, string>(TOPICS.map(({ name, title }) => [name, title]));

/** What texts of two companies were set side by side by. Topics need rules, and wording needs one language. */
function tellHow(left: TextFacts, right: TextFacts): string {
  const unjudged = [left, right].find(({ labelling }) => labelling === null);
  const isOneLanguage = left.language === right.language;
  const languages = isOneLanguage
    ? ''
    : `${languageName(left.language)} beside ${languageName(right.language)}: wording cannot be compared. `;
  if (!unjudged) {
    return `${languages}Clauses set side by side topic by topic${isOneLanguage ? ', with the nearest sentences marked' : ''}.`;
  }
  const topics = `topics were not judged (${noRulesFor(unjudged.language)})`;
  return isOneLanguage
    ? `Clauses set side by side by wording alone: ${topics}.`
    : `${languages}Hardly a clause can be paired, for ${topics}; what stands alone may be there in other words.`;
}

/** Numbers rows and clauses in the order of the page. */
function numberGroups(groups: readonly TopicGroup[], left: TextFacts, right: TextFacts): NumberedGroup[] {
  let number = 0;
  const numberOf = { left: new Map<number, number>(), right: new Map<number, number>() };
  const row = (ours: readonly number[], theirs: readonly number[]): NumberedRow => {
    number++;
    for (const i of ours) numberOf.left.set(i, number);
    for (const j of theirs) numberOf.right.set(j, number);
    return { number, left: ours.map((i) => left.clauses[i]!), right: theirs.map((j) => right.clauses[j]!) };
  };
  const numbered = groups.map(({ topic, rows, onlyLeft, onlyRight }) => ({
    id: `topic-${topic ?? 'none'}`,
    title: TITLES.get(topic) ?? 'Other clauses',
    rows: rows.map((one) => row(one.left, one.right)),
    onlyLeft: onlyLeft.map((i) => row([i], [])),
    onlyRight: onlyRight.map((j) => row([], [j])),
  }));
  return numbered.map((group, at) => {
    const { elsewhere } = groups[at]!;
    const numbers = SIDES.flatMap((side) => elsewhere[side].map((position) => numberOf[side].get(position)!));
    return { ...group, elsewhere: [...new Set(numbers)].sort((a, b) => a - b) };
  });
}

function renderSentences(clause: PlacedClause, sentences: readonly TwinSentence[]): string {
  if (sentences.every(({ twin }) => twin === null)) return renderClause(clause);
  const html = sentences.map(({ text, twin }) =>
    twin === null
      ? escapeHtml(text)
      : `<mark class="twin"><sup><span class="spoken">nearest sentences </span>${twin}</sup>${escapeHtml(text)}</mark>`,
  );
  return dress(clause, html.join(' '));
}

const namesOf = (clauses: readonly PlacedClause[]): string => [...new Set(clauses.map(labelOf))].join(' · ');

function renderRow({ number, left, right }: NumberedRow, { names, attributes }: AcrossPage): string {
  const isSame = left.length === 1 && right.length === 1 && left[0]!.text === right[0]!.text;
  const twins = isSame ? null : findTwinSentences(left, right);
  const texts = { left, right };
  const side = (of: SideName) =>
    `<div class="side-${of}"${attributes[of]}><p class="of-side">${escapeHtml(names[of])}</p><p class="of-clause">${namesOf(texts[of])}</p>` +
    `${texts[of].map((clause, at) => (twins ? renderSentences(clause, twins[of][at]!) : renderClause(clause))).join('')}</div>`;
  return (
    `<section class="change is-across" id="change-${number}"><h4 class="change-head" tabindex="-1">` +
    `<a class="number" href="#change-${number}">${number}</a> <span class="what">${isSame ? 'same words' : 'both'}</span></h4>` +
    `<div class="both-forms">${SIDES.map(side).join('')}</div></section>`
  );
}

function renderOnly(
  rows: readonly NumberedRow[],
  of: SideName,
  { names, attributes, isShort }: AcrossPage,
): string {
  if (rows.length === 0) return '';
  const clauses = rows.flatMap((row) => row[of]);
  const items = rows.map(
    ({ number, [of]: own }) =>
      `<section class="change is-across" id="change-${number}"><h4 class="change-head" tabindex="-1">` +
      `<a class="number" href="#change-${number}">${number}</a> ${namesOf(own)} <span class="what">only ${escapeHtml(names[of])}</span></h4>` +
      `<div${attributes[of]}>${own.map(renderClause).join('')}</div></section>`,
  );
  return (
    `<details class="kept only-${of}"${isShort ? ' open' : ''}><summary><span class="fold">Only ${escapeHtml(names[of])}: ${plural(clauses.length, 'clause')}</span> ` +
    `<span class="names">${namesOf(clauses.slice(0, 4))}${clauses.length > 4 ? ' …' : ''}</span></summary>${items.join('')}</details>`
  );
}

function renderGroup(group: NumberedGroup, page: AcrossPage): string {
  const { id, title, rows, onlyLeft, onlyRight, elsewhere } = group;
  const links = elsewhere.map((number) => `<a href="#change-${number}">${number}</a>`).join(', ');
  return (
    `<section class="of-topic" id="${id}"><h3>${escapeHtml(title)}</h3>` +
    `${rows.map((row) => renderRow(row, page)).join('')}` +
    `${renderOnly(onlyLeft, 'left', page)}${renderOnly(onlyRight, 'right', page)}` +
    `${links === '' ? '' : `<p class="aside">Also spoken of in ${links}.</p>`}</section>`
  );
}

function countClauses(groups: readonly NumberedGroup[], names: SideNames): CountEntry[] {
  const entry = (rows: readonly NumberedRow[], words: (count: number) => string): CountEntry[] =>
    rows[0] ? [{ words: words(rows.length), first: rows[0].number }] : [];
  return [
    ...entry(
      groups.flatMap(({ rows }) => rows),
      (count) => `${plural(count, 'pair')} in both, by topic or wording`,
    ),
    ...entry(
      groups.flatMap(({ onlyLeft }) => onlyLeft),
      (count) => `${plural(count, 'clause')} only ${names.left}`,
    ),
    ...entry(
      groups.flatMap(({ onlyRight }) => onlyRight),
      (count) => `${plural(count, 'clause')} only ${names.right}`,
    ),
  ];
}

const listRows = ({ rows, onlyLeft, onlyRight }: NumberedGroup) => [...rows, ...onlyLeft, ...onlyRight];

function numbersOf(groups: readonly NumberedGroup[]): OutlineNumbers {
  const rows = groups.flatMap(listRows);
  const of = (side: SideName) =>
    new Map(rows.flatMap((row) => row[side].map(({ position }) => [position, row.number] as const)));
  return { left: of('left'), right: of('right') };
}

/** The texts of two companies with all that is said of them, topic by topic. */
export function viewAcross(left: TextFacts, right: TextFacts, names: SideNames): ComparisonView {
  const topics = ({ clauses }: TextFacts) => ({ clauses, topics: clauses.map((clause) => clause.topics) });
  const { groups: found, approximate } = compareByTopic(topics(left), topics(right));
  const groups = numberGroups(found, left, right);
  const attributes = { left: languageAttributes(left.language), right: languageAttributes(right.language) };
  const isShort = left.wordCount + right.wordCount <= SHORT_WORDS;
  const day = (text: TextFacts) => longDay(text.timestamp ?? text.firstSeen);
  return {
    columns: [`${names.left}, ${day(left)}`, `${names.right}, ${day(right)}`],
    isAcross: true,
    headline: tellHow(left, right),
    isRewrite: false,
    isApproximate: approximate,
    counts: countClauses(groups, names),
    words: `${plural(left.wordCount, 'word')} and ${plural(right.wordCount, 'word')}`,
    quiet: '',
    statedDates: '',
    changeCount: groups.flatMap(listRows).length,
    outline: outlineRewrite({ matches: [] }, left, right, numbersOf(groups)),
    links: [],
    map: [],
    repeats: [],
    *blocks() {
      for (const group of groups) yield renderGroup(group, { names, attributes, isShort });
    },
  };
}
