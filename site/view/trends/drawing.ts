import { escapeHtml } from '../html.ts';
import { groupDigits } from '../plural.ts';
import type { TrendChart } from './chart.ts';
import { LAW_DAYS, lawLetter } from './laws.ts';
import { FEWEST, type TrendLine, type TrendPoint } from './measures.ts';
import type { Paint } from './paint.ts';
import {
  breakLabel,
  type FigureFrame,
  largestValue,
  listTicks,
  listYearSlots,
  type Places,
  placeIn,
  placeLabels,
  round,
  smallFrame,
  wideFrame,
} from './scale.ts';
import { formatValue, scaleWords } from './words.ts';

/** The parts of a chart's figure as SVG text. */

/** Everything the parts of one figure need. */
export interface Drawing {
  readonly chart: TrendChart;
  readonly frame: FigureFrame;
  readonly places: Places;
  readonly ticks: readonly number[];
  readonly paint: Paint;
  /** Where each point leads; null in a file that stands alone. */
  readonly addressOf: ((line: number, at: number) => string) | null;
}

export function text(x: number, y: number, attributes: string, words: string, anchor = ''): string {
  return `<text x="${x}" y="${y}"${anchor && ` text-anchor="${anchor}"`}${attributes}>${escapeHtml(words)}</text>`;
}

/** Stretches of points that are known without interruption, as indexes from and to. */
function listRuns(
  points: readonly TrendPoint[],
  isKnown: (point: TrendPoint) => boolean,
): [from: number, to: number][] {
  const runs: [number, number][] = [];
  points.forEach((point, at) => {
    if (!isKnown(point)) return;
    const last = runs.at(-1);
    if (last && last[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  });
  return runs;
}

const pathOf = (places: readonly (readonly [x: number, y: number])[]) =>
  places.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');

function drawGrid({ chart, frame, places, ticks, paint }: Drawing): string {
  const { left, right, top, bottom, mostYears } = frame;
  const rows = ticks.map((tick) => {
    const y = places.y(tick);
    const label = chart.scale === 'share' ? `${Math.round(tick * 100)}` : formatTick(tick);
    return (
      `<path d="M${left} ${y}H${right}"${paint(tick === 0 ? 'axis' : 'grid')}/>` +
      text(left - 6, y + 4, paint('tick'), label, 'end')
    );
  });
  const years = listYearSlots(chart.slots, mostYears).map(({ slot, year }) => {
    const x = round(left + slot * places.slotWidth);
    return `<path d="M${x} ${bottom}v5"${paint('axis')}/>${text(x + 3, bottom + 15, paint('tick'), year)}`;
  });
  const unit = text(0, top - 14, paint('unit'), scaleWords(chart.scale, chart.counted));
  return unit + rows.join('') + years.join('');
}

const formatTick = (tick: number) => (Number.isInteger(tick) ? groupDigits(tick) : String(tick));

/** Shades the slots about which nothing is known: not the same as nothing found. */
export function drawVoids({ chart, frame, places, paint }: Drawing): string {
  const { points } = chart.lines[0]!;
  return listRuns(points, (point) => point.value === null)
    .map(([from, to]) => {
      const x = round(frame.left + from * places.slotWidth);
      const width = round((to - from + 1) * places.slotWidth);
      return `<rect x="${x}" y="${frame.top}" width="${width}" height="${frame.bottom - frame.top}"${paint('void')}/>`;
    })
    .join('');
}

/** The middle half of the companies, where there are enough of them. */
export function drawBand({ chart, places, paint }: Drawing): string {
  if (!chart.hasQuartiles) return '';
  const { points } = chart.lines[0]!;
  return listRuns(points, (point) => point.low !== null)
    .map(([from, to]) => {
      const own = points.slice(from, to + 1);
      const upper = own.map((point, k) => [places.x(from + k), places.y(point.high!)] as const);
      const lower = own.map((point, k) => [places.x(from + k), places.y(point.low!)] as const);
      if (from === to) return `<path d="${pathOf([upper[0]!, lower[0]!])}"${paint('edge')}/>`;
      return (
        `<path d="${pathOf([...upper, ...lower.toReversed()])}Z"${paint('band')}/>` +
        `<path d="${pathOf(upper)}${pathOf(lower)}"${paint('edge')}/>`
      );
    })
    .join('');
}

/** What a point says, for a pointer that rests on it. The table says the same. */
function pointWords(chart: TrendChart, line: TrendLine, at: number): string {
  const point = line.points[at]!;
  const value = formatValue(point.value!, chart.scale);
  const of = `${groupDigits(point.of)} ${chart.counted}`;
  const counted = chart.scale === 'share' ? `, ${point.count} of ${of}` : `, of ${of}`;
  return `${chart.slots[at]!.name}: ${line.name} ${value}${counted}`;
}

/** Hollow points are larger, so that they are seen to be hollow. */
function dotRadius(frame: FigureFrame, { slotWidth }: Places, isFew: boolean): number {
  if (frame === smallFrame) return isFew ? 1.7 : 1.2;
  if (isFew) return 2.8;
  return slotWidth < 7 ? 1.6 : 2.2;
}

export function drawLine(
  { chart, places, paint, frame, addressOf }: Drawing,
  line: TrendLine,
  number: number,
): string {
  const placeOf = (at: number) => [places.x(at), places.y(line.points[at]!.value!)] as const;
  const path = listRuns(line.points, (point) => point.value !== null)
    .filter(([from, to]) => to > from)
    .map(([from, to]) => pathOf(Array.from({ length: to - from + 1 }, (_, k) => placeOf(from + k))))
    .join('');
  const dots = line.points.flatMap((point, at) => {
    if (point.value === null) return [];
    const [x, y] = placeOf(at);
    const isFew = point.of < FEWEST;
    const radius = dotRadius(frame, places, isFew);
    const words = escapeHtml(pointWords(chart, line, at));
    const mark = `cx="${x}" cy="${y}" r="${radius}"${paint(isFew ? 'hollow' : 'dot', number)}`;
    if (frame !== wideFrame) return [`<circle ${mark}/>`];
    if (!addressOf) return [`<circle ${mark}><title>${words}</title></circle>`];
    // One stop a line for the tab key: a script leads on from point to point.
    const isFirst = at === line.points.findIndex((one) => one.value !== null);
    return [
      `<a class="point" href="${escapeHtml(addressOf(number, at))}" aria-label="${words}"${isFirst ? '' : ' tabindex="-1"'}>` +
        `<circle class="reach" cx="${x}" cy="${y}" r="7"/><circle ${mark}/></a>`,
    ];
  });
  return `${path && `<path d="${path}"${paint('line', number)}/>`}${dots.join('')}`;
}

/** Ends of lines and, for a median, of its quartiles: what is named beside the plot. */
function listEnds({ chart, places, frame }: Drawing) {
  return chart.lines.flatMap((line, number) => {
    const at = line.points.findLastIndex((point) => point.value !== null);
    if (at < 0) return [];
    const point = line.points[at]!;
    const named: [string, number][] = [[line.name, point.value!]];
    if (chart.hasQuartiles && point.high !== null && point.low !== null) {
      named.unshift(['upper quartile', point.high]);
      named.push(['lower quartile', point.low]);
    }
    return named.map(([name, value]) => ({
      line: number,
      fromX: places.x(at),
      fromY: places.y(value),
      words: breakLabel(name, frame.labelLength),
    }));
  });
}

function drawLabels(drawing: Drawing): string {
  const { chart, frame, paint } = drawing;
  const { right, top, bottom, fontSize, sampleLength } = frame;
  const lineHeight = fontSize + 2;
  return placeLabels(listEnds(drawing), lineHeight, top, bottom)
    .map(({ line, fromX, fromY, y, words }) => {
      const isMoved = Math.abs(y - fromY) > 1 || right - fromX > 14;
      const leader = isMoved ? `<path d="M${fromX + 4} ${fromY}L${right + 8} ${y}"${paint('leader')}/>` : '';
      // A piece of the line itself stands before its name: dashes are told apart even where lines end together.
      const sample =
        chart.lines.length > 1 ? `<path d="M${right + 10} ${y}h${sampleLength}"${paint('line', line)}/>` : '';
      const start = right + (sample ? sampleLength + 15 : 10);
      const first = y + 4 - ((words.length - 1) * lineHeight) / 2;
      const lines = words.map((own, k) => text(start, round(first + k * lineHeight), paint('label'), own));
      return leader + sample + lines.join('');
    })
    .join('');
}

/** How many companies or changes each slot's points are made from. */
function drawCounts({ chart, frame, places, paint }: Drawing): string {
  const { points } = chart.lines[0]!;
  const most = Math.max(1, ...points.map((point) => point.of));
  const width = round(Math.max(1, places.slotWidth * 0.7));
  const bars = points.map(({ of }, at) => {
    const height = round((of / most) * frame.countsHeight);
    const x = round(places.x(at) - width / 2);
    return of === 0
      ? ''
      : `<rect x="${x}" y="${round(frame.countsAt - height)}" width="${width}" height="${height}"${paint('count')}/>`;
  });
  const { left, right, countsAt, countsHeight } = frame;
  return (
    `<path d="M${left} ${countsAt}H${right}"${paint('axis')}/>${bars.join('')}` +
    text(left - 6, countsAt - countsHeight + 9, paint('tick'), groupDigits(most), 'end') +
    text(left - 6, countsAt, paint('tick'), '0', 'end') +
    breakLabel(`${chart.counted} counted`, frame.labelLength)
      .map((words, k, all) =>
        text(right + 10, countsAt - 2 - (all.length - 1 - k) * (frame.fontSize + 2), paint('tick'), words),
      )
      .join('')
  );
}

/** Letters of the laws under the axis. A group of its own: the page shows it when asked, a file when asked for. */
export function drawLaws({ frame, places, paint }: Drawing): string {
  const marks = LAW_DAYS.flatMap(({ day }, at) => {
    const x = places.ofDay(day);
    return x === null ? [] : [{ x, letter: lawLetter(at) }];
  });
  let last = Number.NEGATIVE_INFINITY;
  let row = 0;
  const drawn = marks.map(({ x, letter }) => {
    row = x - last < frame.fontSize ? 1 - row : 0;
    last = x;
    return (
      `<path d="M${x} ${frame.bottom}V${frame.lawsAt - 12}"${paint('law-tick')}/>` +
      text(x, frame.lawsAt + row * (frame.fontSize - 1), paint('law'), letter, 'middle')
    );
  });
  return drawn.join('');
}

export function startDrawing(
  chart: TrendChart,
  frame: FigureFrame,
  paint: Paint,
  addressOf: Drawing['addressOf'] = null,
): Drawing {
  const isWhole = chart.scale === 'count' || chart.scale === 'words' || chart.scale === 'clauses';
  const ticks = listTicks(largestValue(chart), chart.scale === 'share', isWhole);
  return { chart, frame, paint, ticks, addressOf, places: placeIn(frame, chart.slots, ticks.at(-1)!) };
}

export function drawAll(drawing: Drawing): string {
  const lines = drawing.chart.lines.map((line, number) => drawLine(drawing, line, number));
  return (
    drawVoids(drawing) +
    drawGrid(drawing) +
    drawBand(drawing) +
    lines.join('') +
    drawLabels(drawing) +
    drawCounts(drawing)
  );
}
