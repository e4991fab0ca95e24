import type { DateToken } from './tokens.ts';

/** `2024年4月1日`, `令和6年4月1日`, `二〇二四年四月一日`, `2024년 4월 1일`. */

/** The year before each era's first (Japan's eras by law of 1979; the calendar of Taiwan). */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 };
const ERAS_BEGIN = new Set(Object.keys(ERAS).map((era) => era.charAt(0)));
const NUMERALS = '〇一二三四五六七八九';

interface HanNumber {
  readonly value: number;
  readonly next: number;
}

function hanDigit(word: string): number {
  if (word === '零' || word === '○') return 0;
  return word.length === 1 ? NUMERALS.indexOf(word) : -1;
}

/** A number in ideographs: figures in a row, or tens and ones; 元 is an era's first year. */
function readIdeographs(tokens: readonly DateToken[], at: number): HanNumber | null {
  if (tokens[at]?.word === '元') return { value: 1, next: at + 1 };
  let [total, rest, next] = [0, 0, at];
  for (; next < tokens.length && next - at < 4; next++) {
    const { word } = tokens[next]!;
    const digit = hanDigit(word);
    if (word === '十') [total, rest] = [total + (rest || 1) * 10, 0];
    else if (digit >= 0) rest = rest * 10 + digit;
    else break;
  }
  return next === at ? null : { value: total + rest, next };
}

/** A number and the unit behind it. */
function readPart(tokens: readonly DateToken[], at: number, units: string): HanNumber | null {
  const token = tokens[at];
  if (!token) return null;
  const found = Number.isNaN(token.number)
    ? readIdeographs(tokens, at)
    : { value: token.number, next: at + 1 };
  const unit = found ? tokens[found.next] : undefined;
  if (!found || !unit || !units.includes(unit.word.charAt(0))) return null;
  return unit.from - tokens[found.next - 1]!.to <= 1 ? { value: found.value, next: found.next + 1 } : null;
}

function readYear(tokens: readonly DateToken[], at: number): HanNumber | null {
  const era = ERAS_BEGIN.has(tokens[at]!.word)
    ? ERAS[`${tokens[at]!.word}${tokens[at + 1]?.word}`]
    : undefined;
  const year = readPart(tokens, era === undefined ? at : at + 2, '年년');
  return year && { value: year.value + (era ?? 0), next: year.next };
}

/** @returns year, month, day (0 where none is given) and where the last unit stands; null where no such date begins */
export function readCjkDate(
  tokens: readonly DateToken[],
  at: number,
): { year: number; month: number; day: number; to: number; next: number } | null {
  const year = readYear(tokens, at);
  const month = year && readPart(tokens, year.next, '月월');
  if (!year || !month) return null;
  const day = readPart(tokens, month.next, '日일号號');
  const next = day?.next ?? month.next;
  return { year: year.value, month: month.value, day: day?.value ?? 0, to: tokens[next - 1]!.from + 1, next };
}
