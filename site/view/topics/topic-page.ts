import { plainText, type TopicStanding } from '../../../crawler/core/index.ts';
import { companyAddress, versionAddress } from '../addresses.ts';
import { escapeHtml, plainLabel } from '../html.ts';
import { renderInline } from '../inline.ts';
import { policyTitle } from '../labels.ts';
import { languageAttributes, noRulesFor } from '../languages.ts';
import { plural } from '../plural.ts';
import { type AsOf, findAsOf, findLatest } from '../policy/as-of.ts';
import { runAt, type TopicClause, type TopicHistory, type TopicRun } from './topic-history.ts';

type AnswerKind = 'says' | 'perhaps' | 'says nothing' | 'not judged';

/** What a policy says on a topic on a day; the ways of being empty are told apart. */
export type TopicAnswer =
  | { readonly kind: AnswerKind; readonly at: number; readonly note: string }
  | { readonly kind: 'not known' | 'not archived'; readonly note: string };

const KINDS: Readonly<Record<TopicStanding, AnswerKind>> = {
  spoken: 'says',
  perhaps: 'perhaps',
  silent: 'says nothing',
  'not-judged': 'not judged',
};

const answerAt = (history: TopicHistory, at: number, note: string): TopicAnswer => ({
  kind: KINDS[runAt(history, at).standing],
  at,
  note,
});

function answerWindow(history: TopicHistory, found: AsOf & { kind: 'window' }): TopicAnswer {
  const [before, after] = [history.versions[found.before]!, history.versions[found.after]!];
  const window = `between ${before.lastDay} and ${after.firstDay}`;
  const isSame = runAt(history, found.before) === runAt(history, found.after);
  if (found.isGap && !isSame)
    return { kind: 'not known', note: `not known on this date: no usable capture ${window}` };
  const sameNote = found.isGap ? `the same before and after a gap ${window}` : '';
  return answerAt(
    history,
    found.before,
    isSame ? sameNote : `the text before a change that happened ${window}`,
  );
}

/** `day` is an ISO day, or null for the latest version seen. */
export function answerTopic(history: TopicHistory, day: string | null): TopicAnswer {
  const found = day === null ? findLatest(history.versions) : findAsOf(history.versions, day);
  switch (found.kind) {
    case 'seen':
      return answerAt(history, found.at, '');
    case 'window':
      return answerWindow(history, found);
    case 'before-first':
      return {
        kind: 'not archived',
        note: `not archived: first seen ${history.versions[found.after]!.firstDay}`,
      };
    case 'after-last':
      return {
        kind: 'not known',
        note: `not known on this date: last seen ${history.versions[found.before]!.lastDay}`,
      };
    default:
      return answerAt(history, 0, 'date unknown');
  }
}

/** Characters of a clause that stand for it; and how far before the topic's word its sentence may begin. */
const EXCERPT = 160;
const LEAD = 80;

/** The word that names a topic, as it stands in texts: `cookie` of “Cookies”. */
const wordOf = (title: string): string => title.split(' ')[0]!.toLowerCase().replace(/s$/, '');

/** What of a clause is shown first: its beginning, or the sentence with the topic's word where that is further on. */
function excerpt(clause: TopicClause, title: string): string {
  const text = plainLabel(plainText(clause.text));
  if (text.length <= EXCERPT) return text;
  const word = text.toLowerCase().indexOf(wordOf(title));
  const before = text.slice(Math.max(0, word - LEAD), Math.max(0, word));
  const lead = before.slice(before.includes('. ') ? before.lastIndexOf('. ') + 2 : before.indexOf(' ') + 1);
  const from = word < EXCERPT ? 0 : word - lead.length;
  const end = text.length <= from + EXCERPT ? text.length : text.lastIndexOf(' ', from + EXCERPT);
  return `${from > 0 ? '… ' : ''}${text.slice(from, end)}${end < text.length ? ' …' : ''}`;
}

/** The clause that stands for all on a topic: under a heading that names it, else one that does itself; the longest of them. */
function pickClause(clauses: readonly TopicClause[], title: string): TopicClause {
  const word = wordOf(title);
  const holding = (part: 'label' | 'text') =>
    clauses.filter((clause) => clause[part].toLowerCase().includes(word));
  const pool = [holding('label'), holding('text'), clauses].find((some) => some.length > 0)!;
  return pool.reduce((longest, clause) => (clause.text.length > longest.text.length ? clause : longest));
}

/** Most clauses a row opens in place; a policy that says more is read on its own page. */
const MOST_CLAUSES = 8;
/** Characters of clauses that a table opens in place, its rows together: what a page may weigh. */
const TABLE_ROOM = 110_000;

/** What all rows of a table share. */
interface Table {
  /** The topic's. */
  readonly title: string;
  /** Characters of clauses that a row may open in place. */
  readonly room: number;
}

/** The first clauses of a row that have room. */
function takeClauses(clauses: readonly TopicClause[], room: number): readonly TopicClause[] {
  let left = room;
  const end = clauses.findIndex(({ text }) => {
    left -= text.length;
    return left < 0;
  });
  return clauses.slice(0, Math.min(MOST_CLAUSES, end < 0 ? clauses.length : end));
}

/** Anchors are those of the run's first version: there the clauses are read in their place. */
function renderClauses(history: TopicHistory, { from, clauses }: TopicRun, { title, room }: Table): string {
  const { domain, policy, versions } = history;
  const { slug, language } = versions[from]!;
  const address = versionAddress(domain, policy, slug);
  const attributes = languageAttributes(language);
  const opened = takeClauses(clauses, room);
  const rest = clauses.length - opened.length;
  const whole = opened
    .map((clause) => {
      const label = plainLabel(clause.label);
      const named = escapeHtml(clause.labelIsOurs ? `[${label}]` : label);
      return `<p class="topic-clause"><a href="${escapeHtml(address)}#${clause.anchor}">${named}</a> <span${attributes}>${renderInline(clause.text)}</span></p>`;
    })
    .join('');
  const more = clauses.length > 1 ? ` <span class="aside">${plural(clauses.length, 'clause')}</span>` : '';
  const onwards =
    rest > 0
      ? `<p><a href="${escapeHtml(address)}">${plural(rest, opened.length > 0 ? 'more clause' : 'clause')} in the version</a></p>`
      : '';
  return `<details><summary><span${attributes}>${escapeHtml(excerpt(pickClause(clauses, title), title))}</span>${more}</summary>${whole}${onwards}</details>`;
}

/** Words for the time at which the version answering was seen. */
function seenCell(history: TopicHistory, answer: TopicAnswer): string {
  if (!('at' in answer)) return '–';
  const version = history.versions[answer.at]!;
  const address = versionAddress(history.domain, history.policy, version.slug);
  const words =
    version.firstDay === null
      ? 'date unknown'
      : version.firstDay === version.lastDay
        ? version.firstDay
        : `${version.firstDay} to ${version.lastDay}`;
  return `<a href="${escapeHtml(address)}">${words}</a>`;
}

function renderAnswer(history: TopicHistory, answer: TopicAnswer, table: Table): string {
  const empty = (words: string) => `<span class="nothing">${escapeHtml(words)}</span>`;
  switch (answer.kind) {
    case 'says':
      return renderClauses(history, runAt(history, answer.at), table);
    case 'perhaps':
      return `<p class="aside">perhaps: no rule found it, the model thinks this may be on it</p>${renderClauses(history, runAt(history, answer.at), table)}`;
    case 'says nothing':
      return empty(`says nothing on ${table.title.toLowerCase()}`);
    case 'not judged':
      return empty(`not judged: ${noRulesFor(history.versions[answer.at]!.language)}`);
    default:
      return empty(answer.note);
  }
}

function renderRow(history: TopicHistory, table: Table, day: string | null): string {
  const answer = answerTopic(history, day);
  const { domain, policy } = history;
  const name = policy === 'privacy' ? domain : `${domain}, ${policyTitle(policy)}`;
  const note =
    answer.note === '' || answer.note === 'date unknown' || !('at' in answer)
      ? ''
      : `<p class="aside">${escapeHtml(answer.note)}</p>`;
  const text = note + renderAnswer(history, answer, table);
  return (
    `<tr><th scope="row"><a href="${escapeHtml(companyAddress(domain))}">${escapeHtml(name)}</a></th>` +
    `<td>${seenCell(history, answer)}</td><td>${text}</td></tr>`
  );
}

/** The rows of a topic's table as HTML, for the built page and for the day chosen in the browser alike. */
export function renderTopicRows(
  histories: readonly TopicHistory[],
  title: string,
  day: string | null,
): string {
  const table = { title, room: TABLE_ROOM / histories.length };
  return histories.map((history) => renderRow(history, table, day)).join('');
}

/**
 * How many policies speak of a topic, are silent, or are not judged or not known on a day: `3 of 5 policies speak of it,
 * 1 says nothing, 1 not judged`. Every one is counted once.
 */
export function countAnswers(histories: readonly TopicHistory[], day: string | null): string {
  const kinds = histories.map((history) => answerTopic(history, day).kind);
  const count = (...wanted: TopicAnswer['kind'][]) => kinds.filter((one) => wanted.includes(one)).length;
  const says = count('says');
  const silent = count('says nothing');
  const rest = [
    [count('perhaps'), 'perhaps'],
    [silent, silent === 1 ? 'says nothing' : 'say nothing'],
    [count('not judged'), 'not judged'],
    [count('not known', 'not archived'), 'not known'],
  ] as const;
  return [
    `${says} of ${plural(histories.length, 'policy', 'policies')} ${says === 1 ? 'speaks' : 'speak'} of it`,
    ...rest.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`),
  ].join(', ');
}
