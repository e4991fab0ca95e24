import { clauseAddress, siteAddress, topicAddress, versionAddress } from '../addresses.ts';
import { shortDay } from '../dates.ts';
import { escapeHtml, plainLabel } from '../html.ts';
import { policyTitle } from '../labels.ts';
import { plural } from '../plural.ts';
import type { FacetChoice, SearchCounts, SearchHit, SearchMessage, TopicLink } from './search-answer.ts';
import { STATE_TITLES } from './search-counts.ts';
import { formatSearchState, isNarrowed, type SearchState, SORTS, widenState } from './search-state.ts';

/** The search page's changing parts as HTML. What comes from archived texts is escaped here. */

const HITS_PER_PAGE = 20;

/** Facets of more choices are folded behind the first ones. */
const SHOWN_CHOICES = 12;

export const searchAddress = (state: SearchState): string =>
  siteAddress(`search/${formatSearchState(state)}`);

const link = (address: string, words: string, attributes = ''): string =>
  `<a href="${escapeHtml(address)}"${attributes}>${escapeHtml(words)}</a>`;

const stateLink = (state: SearchState, words: string): string =>
  link(searchAddress(state), words, ' data-search');

const dayOf = (day: string | null): string =>
  day === null ? 'date unknown' : shortDay(day.replaceAll('-', ''));

/** `seen 15 Dec 2002 to 28 Dec 2006, 4 versions, 2 wordings`. */
export function spanWords({ first, last, versionCount, wordingCount }: SearchHit): string {
  const span =
    first.firstDay === null
      ? 'date unknown'
      : first.firstDay === last.lastDay
        ? `seen ${dayOf(first.firstDay)}`
        : `seen ${dayOf(first.firstDay)} to ${dayOf(last.lastDay)}`;
  const wordings = wordingCount > 1 ? `, ${plural(wordingCount, 'wording')}` : '';
  return `${span}, ${plural(versionCount, 'version')}${wordings}`;
}

export function renderHit(hit: SearchHit): string {
  const { domain, policy, first, last, clauseSlug, anchor, parts } = hit;
  const version = versionAddress(domain, policy, last.slug);
  const excerpt = parts
    .map(({ text, isHit }) => (isHit ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text)))
    .join('');
  const links = [
    link(
      `${version}#${anchor}`,
      last.firstDay === null
        ? 'Read it in the undated version'
        : `Read it in the version of ${dayOf(last.firstDay)}`,
    ),
    ...(clauseSlug === null ? [] : [link(clauseAddress(domain, policy, clauseSlug), 'Its history')]),
    ...(first.slug === last.slug ? [] : [link(versionAddress(domain, policy, first.slug), 'First version')]),
    link(`${version}#_cite`, 'Cite'),
  ];
  return `<li class="hit"><h3>${escapeHtml(plainLabel(hit.label))}</h3>
<p class="hit-span">${escapeHtml(spanWords(hit))}</p>
<p class="hit-text"><bdi>${excerpt}</bdi></p>
<p class="hit-links">${links.join(' · ')}</p></li>`;
}

/** Hits under the name of the policy they stand in. */
export function renderHits(hits: readonly SearchHit[]): string {
  const html: string[] = [];
  hits.forEach((hit, at) => {
    const before = hits[at - 1];
    if (hit.domain !== before?.domain || hit.policy !== before.policy) {
      if (before) html.push('</ol></section>');
      const name = hit.policy === 'privacy' ? hit.domain : `${hit.domain}, ${policyTitle(hit.policy)}`;
      html.push(`<section class="hits-of"><h2>${escapeHtml(name)}</h2><ol>`);
    }
    html.push(renderHit(hit));
  });
  if (hits.length > 0) html.push('</ol></section>');
  return html.join('\n');
}

/** `37 clauses of 12 companies, in 211 versions`. */
export function countLine({ clauses, companies, versions, isPartial }: SearchCounts): string {
  const figures = `${plural(clauses, 'clause')} of ${plural(companies, 'company', 'companies')}, in ${plural(versions, 'version')}`;
  return isPartial ? `More than ${figures}: only the first hits were counted` : figures;
}

function renderFacet(
  name: string,
  choices: readonly FacetChoice[],
  clauses: number,
  toState: (value: string) => SearchState,
): string {
  // One choice is none where all clauses have it; marks and topics are on some of them only.
  if (choices.length < 2 && choices.every(({ count }) => count === clauses)) return '';
  const item = ({ value, words, count }: FacetChoice) =>
    `<li>${stateLink(toState(value), words)} <span class="count">${count}</span></li>`;
  const shown = choices.slice(0, SHOWN_CHOICES).map(item).join('');
  const rest = choices.slice(SHOWN_CHOICES);
  const more =
    rest.length === 0
      ? ''
      : `<details><summary>${rest.length} more</summary><ul>${rest.map(item).join('')}</ul></details>`;
  return `<section class="facet"><h2>${name}</h2><ul>${shown}</ul>${more}</section>`;
}

/** What was chosen, each with a link that takes it back. */
function renderChosen(state: SearchState, { facets }: SearchCounts): string {
  const first = { ...state, page: 1 };
  const titleOf = (choices: readonly FacetChoice[], value: string) =>
    choices.find((choice) => choice.value === value)?.words ?? value;
  const years = state.from === state.to ? `${state.from}` : `${state.from ?? '…'} to ${state.to ?? '…'}`;
  const hasYears = state.from !== null || state.to !== null;
  const chosen: readonly (readonly [boolean, Partial<SearchState>, string])[] = [
    [state.company !== '', { company: '' }, `not only ${state.company}`],
    [hasYears, { from: null, to: null }, `not only seen ${years}`],
    [state.topic !== '', { topic: '' }, `not only on ${titleOf(facets.topic, state.topic)}`],
    [state.state !== '', { state: '' }, `not only ${state.state && STATE_TITLES[state.state]}`],
    [state.flag !== '', { flag: '' }, `not only what ${titleOf(facets.flag, state.flag)}`],
    [state.length !== '', { length: '' }, `not only ${titleOf(facets.length, state.length)}`],
  ];
  const items = chosen.filter(([isChosen]) => isChosen);
  if (items.length === 0) return '';
  return `<ul class="chosen">${items
    .map(([, open, words]) => `<li>${stateLink({ ...first, ...open }, words)}</li>`)
    .join('')}</ul>`;
}

/** Links that narrow the search, with the clauses each would leave. */
export function renderFacets(state: SearchState, counts: SearchCounts): string {
  const first = { ...state, page: 1 };
  const { clauses, facets } = counts;
  const facet = (title: string, name: 'company' | 'topic' | 'state' | 'flag' | 'length') =>
    state[name] === ''
      ? renderFacet(title, facets[name], clauses, (value) => ({ ...first, [name]: value }))
      : '';
  return [
    renderChosen(state, counts),
    facet('Company', 'company'),
    facet('Since then', 'state'),
    facet('Topic', 'topic'),
    renderFacet('Seen in', facets.year, clauses, (value) => ({
      ...first,
      from: Number(value),
      to: Number(value),
    })),
    facet('Marked', 'flag'),
    facet('Length', 'length'),
  ].join('');
}

const SORT_WORDS: Readonly<Record<SearchState['sort'], string>> = {
  relevance: 'who says it most',
  'first-seen': 'first seen first',
  'last-seen': 'last seen first',
  company: 'by company',
};

/** The orders that hits may be shown in. */
export function renderOrder(state: SearchState): string {
  const order = SORTS.map((sort) =>
    sort === state.sort
      ? `<b aria-current="true">${SORT_WORDS[sort]}</b>`
      : stateLink({ ...state, sort, page: 1 }, SORT_WORDS[sort]),
  );
  return `<p>Order: ${order.join(' · ')}</p>`;
}

/** The pages of the hits. */
export function renderPaging(state: SearchState, { clauses }: SearchCounts): string {
  const pages = Math.ceil(clauses / HITS_PER_PAGE);
  const steps = [
    ...(state.page > 1 ? [stateLink({ ...state, page: state.page - 1 }, 'Previous hits')] : []),
    ...(pages > 1 ? [`page ${state.page} of ${pages}`] : []),
    ...(state.page < pages ? [stateLink({ ...state, page: state.page + 1 }, 'Next hits')] : []),
  ];
  return steps.length === 0 ? '' : `<p>${steps.join(' · ')}</p>`;
}

/** `before 2001`, `after 2010`, `from 2003 to 2004`: the years asked for, of which nothing is held. */
function yearsWords({ from, to }: SearchState): string {
  if (from === null) return `before ${to! + 1}`;
  if (to === null) return `after ${from - 1}`;
  return from === to ? `in ${from}` : `from ${from} to ${to}`;
}

/** Topics that are called like a word asked for; '' where none is. */
function renderTopics(topics: readonly TopicLink[]): string {
  if (topics.length === 0) return '';
  const links = topics.map(({ name, title }) => link(topicAddress(name), title)).join(', ');
  return `Texts may say it in other words, or in other languages: see the topic ${links}.`;
}

/** What is said above hits of a wider question than was asked. */
export function renderNotes(
  state: SearchState,
  { notes, instead, topics }: Extract<SearchMessage, { kind: 'read' }>,
): string {
  const open = isNarrowed(state)
    ? stateLink(widenState(state), 'Look in all companies, years and topics')
    : '';
  const parts = [
    escapeHtml(notes.join(' ')),
    ...(instead === '' ? [] : [`<strong>${escapeHtml(instead)}</strong>`, open, renderTopics(topics)]),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** What is said where nothing was found. */
export function renderNothing(
  state: SearchState,
  { topics, outsideYears }: Extract<SearchMessage, { kind: 'nothing' }>,
): string {
  const offers: string[] = [];
  if (isNarrowed(state)) offers.push(stateLink(widenState(state), 'Look in all companies, years and topics'));
  if (outsideYears > 0) {
    offers.push(
      `${plural(outsideYears, 'company', 'companies')} ${outsideYears === 1 ? 'has' : 'have'} no usable text ${yearsWords(state)}.`,
    );
  }
  if (topics.length > 0) offers.push(renderTopics(topics));
  const tried =
    'Tried: the words in any form, beginnings of words, near spellings, each word alone; in texts of every language.';
  const list = link(siteAddress('search/words/'), 'list of words and names');
  return `<p class="nothing">${tried} There is a ${list}, too.</p><ul>${offers.map((offer) => `<li>${offer}</li>`).join('')}</ul>`;
}
