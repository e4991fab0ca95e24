import { formatCsv } from '../../../crawler/core/index.ts';
import { escapeHtml } from '../html.ts';
import { groupDigits } from '../plural.ts';
import { pointAddress } from './behind.ts';
import type { TrendChart } from './chart.ts';
import { FEWEST, type TrendPoint } from './measures.ts';
import { formatTrendQuestion } from './question.ts';
import { formatValue, scaleWords } from './words.ts';

/** The numbers of a chart: as a table below it, as CSV, and what a reader of the file has to know. */

/** Why a cell has no value: it is not a zero. */
function emptyWords({ question, counted }: TrendChart): string {
  if (counted === 'changes') return 'no changes';
  return question.metric === 'changes' ? 'not watched' : 'no text';
}

function cell(point: TrendPoint, chart: TrendChart, address: string): string {
  const { scale, hasQuartiles } = chart;
  if (point.value === null) {
    const empty = `<td class="number"><span class="aside">${emptyWords(chart)}</span></td>`;
    return hasQuartiles ? `${empty}<td></td><td></td>` : empty;
  }
  const value = `<td class="number"><a href="${escapeHtml(address)}">${formatValue(point.value, scale)}</a></td>`;
  if (!hasQuartiles) return value;
  const quartile = (one: number | null) =>
    `<td class="number">${one === null ? '<span class="aside">too few</span>' : formatValue(one, scale)}</td>`;
  return value + quartile(point.low) + quartile(point.high);
}

/** The figure's numbers as a table, a row a slot. */
export function renderTrendTable(chart: TrendChart): string {
  const { lines, slots, hasQuartiles, counted, scale } = chart;
  const heads = lines.flatMap(({ name }) =>
    hasQuartiles ? [name, 'lower quartile', 'upper quartile'] : [name],
  );
  const head = (words: string) => `<th scope="col" class="number">${escapeHtml(words)}</th>`;
  const rows = slots.map((slot, at) => {
    const cells = lines
      .map(({ points }, line) => cell(points[at]!, chart, pointAddress(chart, line, at)))
      .join('');
    const { of } = lines[0]!.points[at]!;
    const few = of > 0 && of < FEWEST ? '<span class="aside">few </span>' : '';
    return `<tr><th scope="row">${slot.name}</th>${cells}<td class="number">${few}${groupDigits(of)}</td></tr>`;
  });
  return (
    `<table class="figures"><caption>${escapeHtml(chart.title)}. Values: ${scaleWords(scale, counted)}.</caption>` +
    `<thead><tr><th scope="col">Slot</th>${heads.map(head).join('')}${head(counted)}</tr></thead>` +
    `<tbody>${rows.join('')}</tbody></table>`
  );
}

const COLUMNS = [
  'panel',
  'slot',
  'from',
  'to',
  'line',
  'value',
  'lower_quartile',
  'upper_quartile',
  'count',
  'of',
] as const;

/** Rounded so that every engine writes the same digits. */
const number = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6);

/** Charts as one CSV file (RFC 4180), a row for each line and slot; an empty value: not known. */
export function formatTrendCsv(charts: readonly TrendChart[]): string {
  const rows = charts.flatMap((chart) =>
    chart.lines.flatMap(({ name, points }) =>
      points.map((point, at) => {
        const { name: slot, from, to } = chart.slots[at]!;
        return [
          chart.question.panel,
          slot,
          from,
          to,
          name.replace(/[“”]/g, ''),
          number(point.value),
          number(point.low),
          number(point.high),
          point.count,
          point.of,
        ];
      }),
    ),
  );
  return formatCsv(COLUMNS, rows);
}

/** What a chart's file means: `.metadata.json` beside it, and the JSON twin of its page. */
export function describeChart(chart: TrendChart): object {
  const { title, finding, notes, scale, counted, panelSize, release, question, slots } = chart;
  return {
    title,
    finding,
    unit: scaleWords(scale, counted),
    values: scale === 'share' ? 'from 0 to 1' : 'as they are',
    panel: question.panel,
    panel_companies: panelSize,
    slot: question.slot,
    from: slots[0]!.from,
    to: slots.at(-1)!.to,
    question: formatTrendQuestion(question),
    notes,
    release,
  };
}

/** What the columns of the CSV file mean. */
export const csvColumns: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  panel:
    'all: every company with a text in the slot; constant: those with one in every slot of the range; least: in at least so many of them',
  slot: 'year, or half of a year',
  from: 'first day of the slot',
  to: 'last day of the slot',
  line: 'what is counted, as named in the figure',
  value: 'empty where nothing is known',
  lower_quartile: 'for medians of five companies or more',
  upper_quartile: 'for medians of five companies or more',
  count: 'how many of them it was true of; empty for measures',
  of: 'how many companies or changes the value is made from',
};

/** The numbers of a chart for its JSON twin. */
export function chartNumbers(chart: TrendChart): object {
  return {
    ...describeChart(chart),
    lines: chart.lines.map(({ name, points }) => ({
      name,
      points: points.map((point, at) => ({
        slot: chart.slots[at]!.name,
        value: number(point.value),
        ...(chart.hasQuartiles ? { low: number(point.low), high: number(point.high) } : {}),
        count: point.count,
        of: point.of,
      })),
    })),
  };
}
