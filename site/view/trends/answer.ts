import { escapeHtml } from '../html.ts';
import { renderBehind } from './behind.ts';
import { renderTrendBlock } from './block.ts';
import type { TrendChart } from './chart.ts';
import { citeChart } from './citation.ts';

const FILES =
  'Save: <button type="button" value="csv">numbers as CSV</button> <button type="button" value="svg">figure as SVG</button> ' +
  '<button type="button" value="json">numbers and notes as JSON</button>';

/** The chart that a form asked for, with its citation: the same as a fixed chart's page shows. */
export function renderTrendAnswer(chart: TrendChart, address: string): string {
  const citations = citeChart({ title: chart.title, address, release: chart.release }).map(
    ({ form, text }) =>
      form === 'Plain'
        ? `<copy-text><p class="plain">${escapeHtml(text)}</p></copy-text>`
        : `<details><summary>${form}</summary><copy-text><pre>${escapeHtml(text)}</pre></copy-text></details>`,
  );
  return (
    `${renderBehind(chart)}${renderTrendBlock(chart, { id: '_own', files: FILES, isOpen: true })}` +
    `<section class="cite" aria-labelledby="_cite"><h2 id="_cite" class="ours">Cite</h2>${citations.join('')}</section>`
  );
}
