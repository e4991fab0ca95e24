import { longDay } from '../dates.ts';
import { escapeHtml } from '../html.ts';
import { lawDayAddress } from './addresses.ts';
import type { TrendChart } from './chart.ts';
import { renderFigures } from './figure.ts';
import { LAW_DAYS, lawLetter } from './laws.ts';
import { placeOnSlots } from './slots.ts';
import { renderTrendTable } from './table.ts';

/** A chart whole: title, finding, figure, laws, numbers, notes. The same HTML in the built page and from the form. */

function renderLaws(chart: TrendChart, id: string): string {
  const shown = LAW_DAYS.flatMap((law, at) =>
    placeOnSlots(chart.slots, law.day) === null ? [] : [{ ...law, letter: lawLetter(at) }],
  );
  if (shown.length === 0) return '';
  const rows = shown.map(
    ({ name, day, label, source, letter }) =>
      `<li><b>${letter}</b> <time datetime="${day}">${longDay(day.replaceAll('-', ''))}</time>: ${escapeHtml(label)} ` +
      `(<a href="${escapeHtml(source)}">text of the law</a>, <a href="${lawDayAddress(name)}">texts before and after</a>)</li>`,
  );
  const checked = chart.question.laws ? ' checked' : '';
  return (
    `<p class="trend-switch"><label for="${id}-laws"><input type="checkbox" id="${id}-laws" name="laws" autocomplete="off"${checked}> ` +
    `Mark days of laws under the axis</label></p><ul class="trend-law-list">${rows.join('')}</ul>`
  );
}

export interface BlockOptions {
  /** Begins the ids within; unique on the page. */
  readonly id: string;
  /** HTML of the links to the files, or of the buttons that save them. */
  readonly files: string;
  /** Whether the numbers are shown at once, or folded. */
  readonly isOpen: boolean;
  /** Notes that stand on the page already. */
  readonly notesBefore?: readonly string[];
}

function renderNotes(notes: readonly string[]): string {
  if (notes.length === 0) return '';
  return `<ul class="trend-notes">${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('')}</ul>`;
}

/** The chart as HTML. */
export function renderTrendBlock(
  chart: TrendChart,
  { id, files, isOpen, notesBefore = [] }: BlockOptions,
): string {
  const notes = chart.notes.filter((note) => !notesBefore.includes(note));
  const name = `${chart.title}. ${chart.finding} The table below has all numbers.`;
  return (
    `<figure class="trend" aria-labelledby="${id}-title">` +
    `<figcaption><h2 id="${id}-title" class="trend-title">${escapeHtml(chart.title)}</h2>` +
    `<p class="trend-finding">${escapeHtml(chart.finding)}</p></figcaption>` +
    `<div class="trend-frame">${renderFigures(chart, name)}</div>${renderLaws(chart, id)}</figure>` +
    `<p class="trend-files">${files}</p>` +
    renderNotes(notes) +
    `<details class="trend-numbers"${isOpen ? ' open' : ''}><summary>The numbers</summary>` +
    `<div class="table" tabindex="0" role="region" aria-label="${escapeHtml(`Numbers: ${chart.title}`)}">` +
    `${renderTrendTable(chart)}</div></details>`
  );
}
