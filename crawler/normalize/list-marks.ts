import type { Branch } from './parse-html.ts';

/** The marks that a browser shows before the items of a list. Counting styles: CSS Counter Styles Level 3, section 6. */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';
const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
  ] as const),
  ...([
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];
const MAX_ROMAN = 3999;

function writeLetters(number: number, letters: string): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / letters.length)) {
    text = letters[(rest - 1) % letters.length]! + text;
  }
  return text;
}

function writeRoman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}

/** What a list counts with: `decimal`, or a style that writes its numbers otherwise; null for a list of dots. */
export type Counting =
  | 'decimal'
  | 'lower-alpha'
  | 'upper-alpha'
  | 'lower-roman'
  | 'upper-roman'
  | 'lower-greek'
  | null;

const BY_TYPE: Readonly<Record<string, Counting>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};
const BY_STYLE: Readonly<Record<string, Counting>> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimal',
  'lower-alpha': 'lower-alpha',
  'lower-latin': 'lower-alpha',
  'upper-alpha': 'upper-alpha',
  'upper-latin': 'upper-alpha',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
  'lower-greek': 'lower-greek',
  disc: null,
  circle: null,
  square: null,
};

/** How a list, or one of its items, counts; `around` where it does not say. */
export function countingOf({ name, attributes }: Branch, around: Counting): Counting {
  const type = BY_TYPE[attributes.type?.trim() ?? ''];
  const css = /(?:^|;)\s*list-style(?:-type)?\s*:([^;]*)/i.exec(attributes.style ?? '')?.[1] ?? '';
  const named = css
    .toLowerCase()
    .split(/\s+/)
    .find((word) => word in BY_STYLE);
  if (named !== undefined) return BY_STYLE[named]!;
  if (type !== undefined) return type;
  return name === 'ol' ? 'decimal' : around;
}

/** The number as a reader sees it, without the sign behind it; what a style cannot write it writes as a decimal. */
export function writeCount(number: number, counting: Counting): string {
  if (counting === null || counting === 'decimal' || number < 1) return String(number);
  if (counting.endsWith('roman')) {
    if (number > MAX_ROMAN) return String(number);
    return counting === 'upper-roman' ? writeRoman(number).toUpperCase() : writeRoman(number);
  }
  const text = writeLetters(number, counting === 'lower-greek' ? GREEK : LETTERS);
  return counting === 'upper-alpha' ? text.toUpperCase() : text;
}
