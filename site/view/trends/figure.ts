import { escapeHtml } from '../html.ts';
import { pointAddress } from './behind.ts';
import type { TrendChart } from './chart.ts';
import { drawAll, drawBand, drawLaws, drawLine, drawVoids, startDrawing, text } from './drawing.ts';
import { paintAlone, paintByClass } from './paint.ts';
import { narrowFrame, smallFrame, wideFrame } from './scale.ts';

/** Charts as SVG text: one renderer for pages, files and the browser. */

/** One figure for wide screens and one for narrow ones, of which the style sheet shows one. `name` is its spoken name. */
export function renderFigures(chart: TrendChart, name: string): string {
  return [wideFrame, narrowFrame]
    .map((frame) => {
      const isWide = frame === wideFrame;
      const address = (line: number, at: number) => pointAddress(chart, line, at);
      const drawing = startDrawing(chart, frame, paintByClass, isWide ? address : null);
      return (
        `<svg class="trend-svg is-${isWide ? 'wide' : 'narrow'}" viewBox="0 0 ${frame.width} ${frame.height}" role="${isWide ? 'group' : 'img'}" aria-label="${escapeHtml(name)}">` +
        `${drawAll(drawing)}<g class="trend-laws">${drawLaws(drawing)}</g></svg>`
      );
    })
    .join('');
}

/** The lines alone, small, for a list of charts whose titles stand beside them. */
export function renderSmallFigure(chart: TrendChart): string {
  const drawing = startDrawing(chart, smallFrame, paintByClass);
  const { frame, paint } = drawing;
  const [first, last] = [chart.slots[0]!.from.slice(0, 4), chart.slots.at(-1)!.to.slice(0, 4)];
  const lines = chart.lines.map((line, number) => drawLine(drawing, line, number));
  return (
    `<svg class="trend-small" viewBox="0 0 ${frame.width} ${frame.height}" aria-hidden="true">` +
    `${drawVoids(drawing)}<path d="M${frame.left} ${frame.bottom}H${frame.right}"${paint('axis')}/>` +
    `${drawBand(drawing)}${lines.join('')}${text(frame.left, frame.height - 4, paint('tick'), first)}` +
    `${first === last ? '' : text(frame.right, frame.height - 4, paint('tick'), last, 'end')}</svg>`
  );
}

/** Words in lines of a length, for the title of a file's figure. */
function wrap(words: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const FILE_LINE = 18;

/** The figure as a file that stands alone, with its title above and its source below. */
export function renderFigureFile(chart: TrendChart, source: string): string {
  const drawing = startDrawing(chart, wideFrame, paintAlone);
  const { width, height } = wideFrame;
  const title = wrap(chart.title, 92);
  const below = wrap(source, 104);
  const head = title.length * FILE_LINE + 14;
  const whole = head + height + below.length * 15 + 14;
  const laws = chart.question.laws ? drawLaws(drawing) : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${whole}" width="${width}" height="${whole}" ` +
    `font-family="system-ui, sans-serif" font-size="${wideFrame.fontSize}">` +
    `<title>${escapeHtml(chart.title)}</title><rect width="${width}" height="${whole}"${paintAlone('ground')}/>` +
    title.map((own, k) => text(8, 20 + k * FILE_LINE, ' font-weight="600" font-size="14"', own)).join('') +
    `<g transform="translate(8 ${head})">${drawAll(drawing)}${laws}</g>` +
    below
      .map((own, k) => text(8, head + height + 14 + k * 15, `${paintAlone('tick')} font-size="11"`, own))
      .join('') +
    '</svg>\n'
  );
}
