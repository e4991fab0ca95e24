import { type LinkChange, plainText } from '../../../crawler/core/index.ts';
import { escapeHtml, plainLabel } from '../html.ts';
import { plural } from '../plural.ts';
import { renderMap } from './change-map.ts';
import type { ComparisonView } from './comparison-view.ts';
import type { Outline, OutlineEntry, OutlineRow } from './outline.ts';
import type { Repeat } from './repeats.ts';

/**
 * The body of every comparison as HTML: summary, choice of view, changes. Views are radio buttons that the style sheet
 * alone obeys, so they work without a script.
 */

function renderSummary(view: ComparisonView): string {
  const counts = view.counts
    .map(({ words, first }) => `<a href="#change-${first}">${escapeHtml(words)}</a>`)
    .join(', ');
  const lines = [
    `<p class="headline${view.isRewrite ? ' is-rewrite' : ''}">${escapeHtml(view.headline)}</p>`,
    `<p class="counts">${counts ? `${counts}; ` : ''}${escapeHtml(view.words)}.</p>`,
    view.quiet ? `<p class="counts">Quiet changes: ${escapeHtml(view.quiet)}.</p>` : '',
    view.statedDates ? `<p class="counts">${escapeHtml(view.statedDates)}</p>` : '',
    view.isApproximate
      ? '<p class="banner">The texts are so large that a limit of work was reached: some clauses may be paired less well than they could be.</p>'
      : '',
  ];
  return `<div class="summary">${lines.join('')}</div>`;
}

function renderOutlineRows(
  title: string,
  rows: readonly OutlineRow[],
  columns: Partial<Record<'left' | 'right', string>>,
): string {
  const sides = Object.keys(columns) as ('left' | 'right')[];
  if (rows.length === 0) return '';
  const entry = ({ label, number }: OutlineEntry) =>
    number === null ? escapeHtml(label) : `<a href="#change-${number}">${escapeHtml(label)}</a>`;
  const cell = (entries: readonly OutlineEntry[]) => entries.map(entry).join('<br>') || '–';
  const body = rows
    .map(
      (row) =>
        `<tr><th scope="row">${escapeHtml(row.title)}</th>${sides.map((side) => `<td>${cell(row[side])}</td>`).join('')}</tr>`,
    )
    .join('');
  const heads = sides.map((side) => `<th scope="col">${escapeHtml(columns[side] ?? '')}</th>`).join('');
  return (
    `<div class="table" tabindex="0" role="region" aria-label="${escapeHtml(title)}"><table class="outline-table"><caption>${escapeHtml(title)}</caption>` +
    `<thead><tr><th scope="col">Topic</th>${heads}</tr></thead><tbody>${body}</tbody></table></div>`
  );
}

function renderOutline(outline: Outline, { columns: [left, right], isAcross }: ComparisonView): string {
  const carried = outline.verbatim.length;
  const verbatim =
    carried > 0
      ? `<p>Word for word from the old text: ${plural(carried, 'clause')} (${[...new Set(outline.verbatim)].slice(0, 6).map(escapeHtml).join(' · ')}).</p>`
      : '<p>No clause was carried over word for word.</p>';
  if (outline.notJudged !== null) {
    return `<div class="outline-view"><p class="aside">Topics were not compared: ${escapeHtml(outline.notJudged)}.</p>${isAcross ? '' : verbatim}</div>`;
  }
  return (
    '<div class="outline-view">' +
    renderOutlineRows('Topics in both texts', outline.kept, { left, right }) +
    renderOutlineRows(isAcross ? `Topics only in ${right}` : 'Topics gained', outline.gained, { right }) +
    renderOutlineRows(isAcross ? `Topics only in ${left}` : 'Topics lost', outline.lost, { left }) +
    renderOutlineRows('Perhaps: no rule found it in one of them', outline.doubtful, { left, right }) +
    (isAcross ? '' : verbatim) +
    '</div>'
  );
}

/** The views there are, the default first. */
function listViews(view: ComparisonView): [id: string, words: string][] {
  if (view.isAcross) {
    return [
      ['side', 'Side by side'],
      ['inline', 'One after the other'],
      ['outline', 'Topics'],
    ];
  }
  return [
    ...(view.outline ? ([['outline', 'Outline']] as [string, string][]) : []),
    ['inline', view.isRewrite ? 'Mark words anyway' : 'Inline'],
    ['side', 'Side by side'],
    ['sentences', 'Sentences'],
  ];
}

function renderSwitch(view: ComparisonView): string {
  const options = listViews(view);
  const inputs = options.map(
    ([id, words], at) =>
      `<label class="for-${id}"><input type="radio" name="view" id="_view-${id}" value="${id}"${at === 0 ? ' checked' : ''}> ${words}</label>`,
  );
  return `<fieldset class="switch"><legend>View</legend>${inputs.join('')}</fieldset>`;
}

const LINK_WORDS: Readonly<Record<LinkChange['kind'], string>> = {
  added: 'new link',
  removed: 'link no longer present',
  retargeted: 'leads elsewhere',
};

/** Archived addresses are shown as text: what they lead to today is another thing. */
function renderLinkChange({ kind, text, leftHref, rightHref }: LinkChange): string {
  const address = (tag: string, href: string | null) =>
    href === null ? '' : ` <${tag} class="mono">${escapeHtml(plainLabel(href))}</${tag}>`;
  const words = plainLabel(plainText(text));
  return (
    `<li>${words ? `“${escapeHtml(words)}”, ` : ''}${LINK_WORDS[kind]}:` +
    `${address('del', leftHref)}${address('ins', rightHref)}</li>`
  );
}

function renderLinks(links: readonly LinkChange[]): string {
  if (links.length === 0) return '';
  const count = (kind: LinkChange['kind']) => links.filter((link) => link.kind === kind).length;
  const counts = [
    [count('added'), 'new'],
    [count('removed'), 'no longer present'],
    [count('retargeted'), count('retargeted') === 1 ? 'leads elsewhere' : 'lead elsewhere'],
  ] as const;
  const words = counts.filter(([own]) => own > 0).map(([own, what]) => `${own} ${what}`);
  return (
    `<details class="link-changes"><summary>Links and mail addresses: ${words.join(', ')}</summary>` +
    `<ul>${links.map(renderLinkChange).join('')}</ul></details>`
  );
}

/** Substitutions that several changes make, each once with its places. */
function renderRepeats(repeats: readonly Repeat[]): string {
  if (repeats.length === 0) return '';
  const items = repeats.map(({ removed, added, count, numbers }) => {
    const places = numbers.map((number) => `<a href="#change-${number}">${number}</a>`).join(' ');
    return (
      `<li><del>${escapeHtml(plainLabel(removed))}</del> <ins>${escapeHtml(plainLabel(added))}</ins> ` +
      `${plural(count, 'time')}, in changes ${places}</li>`
    );
  });
  const [first] = repeats;
  const more = repeats.length > 1 ? `, and ${plural(repeats.length - 1, 'other substitution')}` : '';
  const words = `“${plainLabel(first!.removed)}” became “${plainLabel(first!.added)}”, ${plural(first!.count, 'time')}${more}`;
  return (
    `<details class="repeats"><summary>The same substitution in several places: ${escapeHtml(words)}</summary>` +
    `<ul>${items.join('')}</ul></details>`
  );
}

/** Everything before the first change, and an open element that the changes go into. */
function renderStart(view: ComparisonView): string {
  return (
    renderSummary(view) +
    renderSwitch(view) +
    (view.outline ? renderOutline(view.outline, view) : '') +
    renderLinks(view.links) +
    renderRepeats(view.repeats) +
    renderMap(view.map) +
    // For a script to fill: where there is one change only, there is nothing to step through.
    (view.changeCount > 1 ? '<div class="stepper"></div>' : '') +
    `<div class="side-heads" aria-hidden="true"><span>${escapeHtml(view.columns[0])}</span>` +
    `<span>${escapeHtml(view.columns[1])}</span></div>` +
    `<div class="changes"><h2 class="spoken">${view.isAcross ? 'Topic by topic' : 'Changes'}</h2>`
  );
}

/** The blocks in pieces of at least `length` characters each, but the last; the first may have its own length. */
function* joinBlocks(blocks: Iterable<string>, firstLength: number, length: number): Generator<string> {
  let least = firstLength;
  let piece = '';
  for (const block of blocks) {
    piece += block;
    if (piece.length < least) continue;
    yield piece;
    piece = '';
    least = length;
  }
  if (piece !== '') yield piece;
}

/** A body to be shown bit by bit: what is seen first, and what then goes to the end of its `.changes`, piece by piece. */
export interface BodyInPieces {
  readonly first: string;
  /** Rendered as it is asked for, once. */
  readonly rest: Iterable<string>;
}

/** Cuts the body so that a browser has something to show at once, and is done with each piece before a reader notices. */
export function renderComparisonPieces(
  view: ComparisonView,
  firstLength: number,
  length: number,
): BodyInPieces {
  if (view.changeCount === 0 && view.quiet === '') return { first: renderSummary(view), rest: [] };
  const pieces = joinBlocks(view.blocks(), firstLength, length);
  const first = pieces.next().value ?? '';
  return { first: `${renderStart(view)}${first}</div>`, rest: pieces };
}

export const renderComparisonBody = (view: ComparisonView): string =>
  renderComparisonPieces(view, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY).first;
