import { changeAddress, versionAddress } from '../addresses.ts';
import { escapeHtml } from '../html.ts';
import { sizeLabels } from '../labels.ts';
import { plural } from '../plural.ts';
import { searchAddress } from '../search/search-page.ts';
import { parseSearchState } from '../search/search-state.ts';
import { trendsAddress } from './addresses.ts';
import type { TrendChart } from './chart.ts';
import type { BehindRow, PointBehind } from './point.ts';
import { formatTrendQuestion } from './question.ts';
import { slotWords } from './slots.ts';
import { formatValue } from './words.ts';

/** The list of companies behind a point, and the address that opens it. */

/** Opens a point of a chart: the slot at a place, of a line, both from 0. */
export function pointAddress({ question, slots }: TrendChart, line: number, at: number): string {
  const point = { slot: slots[at]!.name, line: line + 1 };
  return `${trendsAddress()}${formatTrendQuestion({ ...question, point })}`;
}

const link = (address: string, words: string): string =>
  `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`;

/** The clauses of a company that hold a phrase, in the years of a slot. */
function clausesLink({ phrase, slot }: PointBehind, { domain }: BehindRow): string {
  const words = phrase!.endsWith('*') && !/\s/.test(phrase!) ? phrase! : `"${phrase!.replace(/\*$/, '')}"`;
  const query = new URLSearchParams({
    q: words,
    company: domain,
    from: slot.from.slice(0, 4),
    to: slot.to.slice(0, 4),
  });
  return link(searchAddress(parseSearchState(query)), 'its clauses');
}

function tellRow(row: BehindRow, behind: PointBehind, chart: TrendChart): string {
  if (row.change) {
    const address = changeAddress(row.domain, row.policy, row.change.left, row.slug);
    return link(address, sizeLabels[row.change.sizeClass]);
  }
  if (row.holds === false) return 'no';
  if (row.holds === null) return row.value === null ? 'too short' : formatValue(row.value, chart.scale);
  if (behind.phrase === null) return 'yes';
  return `${plural(row.value ?? 0, 'time')}, ${clausesLink(behind, row)}`;
}

/** The companies behind the point that is opened; '' where none is. */
export function renderBehind(chart: TrendChart): string {
  const { behind } = chart;
  if (!behind) return '';
  const { rows, slot, line } = behind;
  const title = `Behind the point: ${line}, ${slotWords(slot)}`;
  const body = rows
    .map(
      (row) =>
        `<tr><th scope="row">${link(versionAddress(row.domain, row.policy, row.slug), row.domain)}</th>` +
        `<td>${escapeHtml(row.slug)}</td><td>${tellRow(row, behind, chart)}</td></tr>`,
    )
    .join('');
  return (
    `<section class="trend-behind" aria-labelledby="_behind"><h3 id="_behind" tabindex="-1">${escapeHtml(title)}</h3>` +
    `<div class="table" tabindex="0" role="region" aria-labelledby="_behind"><table><thead><tr>` +
    `<th scope="col">Company</th><th scope="col">Version</th><th scope="col">${escapeHtml(line)}</th></tr></thead>` +
    `<tbody>${body}</tbody></table></div></section>`
  );
}
