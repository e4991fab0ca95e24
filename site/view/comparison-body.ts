import type { ComparisonView } from './change-page.ts';
import { escapeHtml } from './html.ts';
import type { Outline, OutlineRow } from './outline.ts';
import { plural } from './plural.ts';

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
  const cell = (labels: readonly string[]) => labels.map(escapeHtml).join('<br>') || '–';
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
  return (
    '<div class="outline-view">' +
    renderOutlineRows('Topics in both texts', outline.kept, { left, right }) +
    renderOutlineRows(isAcross ? `Topics only in ${right}` : 'Topics gained', outline.gained, { right }) +
    renderOutlineRows(isAcross ? `Topics only in ${left}` : 'Topics lost', outline.lost, { left }) +
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

export function renderComparisonBody(view: ComparisonView): string {
  if (view.changeCount === 0 && view.quiet === '') return renderSummary(view);
  return (
    renderSummary(view) +
    renderSwitch(view) +
    (view.outline ? renderOutline(view.outline, view) : '') +
    `<div class="side-heads" aria-hidden="true"><span>${escapeHtml(view.columns[0])}</span>` +
    `<span>${escapeHtml(view.columns[1])}</span></div>` +
    `<div class="changes"><h2 class="spoken">${view.isAcross ? 'Clauses' : 'Changes'}</h2>${view.html}</div>` +
    (view.sentences ? `<div class="sentence-view">${view.sentences}</div>` : '')
  );
}
