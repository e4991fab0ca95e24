import type { TrendChart } from './chart.ts';
import { placeOnSlots, type Slot } from './slots.ts';

/** The geometry of a chart's figure: where values and slots lie. All lengths are in the figure's own units. */
export interface FigureFrame {
  readonly width: number;
  readonly height: number;
  /** The plot's edges. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Baseline of the letters of laws, and of the strip of counts with its height. */
  readonly lawsAt: number;
  readonly countsAt: number;
  readonly countsHeight: number;
  readonly fontSize: number;
  /** Characters in a line of a label at a line's end, and the length of the piece of the line before it. */
  readonly labelLength: number;
  readonly sampleLength: number;
  /** Year labels, at most. */
  readonly mostYears: number;
}

export const wideFrame: FigureFrame = {
  width: 720,
  height: 336,
  left: 46,
  right: 536,
  top: 28,
  bottom: 226,
  lawsAt: 262,
  countsAt: 318,
  countsHeight: 34,
  fontSize: 12.5,
  labelLength: 20,
  sampleLength: 26,
  mostYears: 12,
};

export const narrowFrame: FigureFrame = {
  width: 340,
  height: 300,
  left: 38,
  right: 222,
  top: 28,
  bottom: 196,
  lawsAt: 232,
  countsAt: 284,
  countsHeight: 30,
  fontSize: 12,
  labelLength: 13,
  sampleLength: 18,
  mostYears: 5,
};

/** A small figure for lists: the lines alone. */
export const smallFrame: FigureFrame = {
  ...wideFrame,
  width: 300,
  height: 96,
  left: 4,
  right: 296,
  top: 6,
  bottom: 76,
  mostYears: 2,
  fontSize: 11,
};

/** To one decimal: enough for a screen, and the same text from every engine. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** Round steps of an axis from 0 that holds `most`: 4 to 6 of them. Shares run to 1. */
export function listTicks(most: number, isShare: boolean, isWhole: boolean): number[] {
  if (isShare) return [0, 0.25, 0.5, 0.75, 1];
  const top = most > 0 ? most : 1;
  const power = 10 ** Math.floor(Math.log10(top / 5));
  const steps = [1, 2, 5, 10].map((factor) => factor * power).filter((step) => !isWhole || step >= 1);
  const step = steps.find((one) => top / one <= 5) ?? 1;
  // Multiplied, not added up: 0.1 + 0.2 is no 0.3.
  return Array.from({ length: Math.ceil(top / step - 1e-9) + 1 }, (_, k) => Math.round(k * step * 1e6) / 1e6);
}

/** The largest value that has to be shown. */
export function largestValue({ lines }: Pick<TrendChart, 'lines'>): number {
  let most = 0;
  for (const { points } of lines) {
    for (const { value, high } of points) most = Math.max(most, value ?? 0, high ?? 0);
  }
  return most;
}

export interface Places {
  /** Middle of a slot. */
  readonly x: (slot: number) => number;
  readonly y: (value: number) => number;
  readonly slotWidth: number;
  /** Place of a day; null where it is not on the axis. */
  readonly ofDay: (day: string) => number | null;
}

/** Where slots and values lie in a frame, for an axis from 0 to `top`. */
export function placeIn(frame: FigureFrame, slots: readonly Slot[], top: number): Places {
  const slotWidth = (frame.right - frame.left) / slots.length;
  return {
    slotWidth,
    x: (slot) => round(frame.left + (slot + 0.5) * slotWidth),
    y: (value) => round(frame.bottom - (value / top) * (frame.bottom - frame.top)),
    ofDay: (day) => {
      const at = placeOnSlots(slots, day);
      return at === null ? null : round(frame.left + at * slotWidth);
    },
  };
}

/** Slots that begin a labelled year, evenly spaced in round steps. */
export function listYearSlots(slots: readonly Slot[], most: number): { slot: number; year: string }[] {
  const starts = slots.flatMap((slot, at) =>
    slot.from.endsWith('01-01') ? [{ slot: at, year: slot.from.slice(0, 4) }] : [],
  );
  const step = [1, 2, 5, 10, 20, 50].find((own) => starts.length / own <= most) ?? 100;
  const labels = starts.filter(({ year }) => Number(year) % step === 0);
  return labels.length > 0 ? labels : starts.slice(0, 1);
}

export interface EndLabel {
  readonly line: number;
  /** Where the line ends. */
  readonly fromX: number;
  readonly fromY: number;
  /** Middle of the label's place. */
  readonly y: number;
  readonly words: readonly string[];
}

/** A name in at most two lines; the rest is cut, since the table has it whole. */
export function breakLabel(name: string, length: number): string[] {
  if (name.length <= length) return [name];
  const blank = name.lastIndexOf(' ', length);
  const first = blank > length / 3 ? name.slice(0, blank) : name.slice(0, length);
  const rest = name.slice(first.length).trim();
  return [first, rest.length <= length ? rest : `${rest.slice(0, length - 1)}…`];
}

/** Labels beside the ends of lines, pushed apart so that none covers another. */
export function placeLabels(
  ends: readonly Omit<EndLabel, 'y'>[],
  lineHeight: number,
  top: number,
  bottom: number,
): EndLabel[] {
  const sorted = [...ends].sort((a, b) => a.fromY - b.fromY || a.line - b.line);
  const half = (label: { words: readonly string[] }) => (label.words.length * lineHeight) / 2 + 1;
  const placed: EndLabel[] = [];
  for (const end of sorted) {
    const above = placed.at(-1);
    const least = above ? above.y + half(above) + half(end) : top;
    placed.push({ ...end, y: Math.max(end.fromY, least) });
  }
  // What was pushed out below is pushed back up.
  let floor = bottom;
  for (let at = placed.length - 1; at >= 0; at--) {
    const label = placed[at]!;
    const y = Math.min(label.y, floor);
    placed[at] = { ...label, y: round(y) };
    const above = placed[at - 1];
    if (above) floor = y - half(label) - half(above);
  }
  return placed;
}
