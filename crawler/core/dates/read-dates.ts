import { readCjkDate } from './cjk-dates.ts';
import { foldInPlace } from './fold.ts';
import { monthNumber, opensLongName } from './months.ts';
import { type DateToken, listTokens } from './tokens.ts';

export type Order = 'day' | 'month';

/** A date as a text writes it. */
export interface WrittenDate {
  readonly from: number;
  readonly to: number;
  readonly year: number;
  /** 0 where languages disagree on the month's name. */
  readonly month: number;
  /** 0 where only a month is named. */
  readonly day: number;
  /** Two figures of which either can be the month: `month` is then the first. */
  readonly isSwappable: boolean;
  /** What two figures before a year show to stand first; null where they show nothing. */
  readonly order: Order | null;
  /** How it is written: with a month's name, or with this sign between figures. */
  readonly sign: 'name' | '.' | '/' | '-' | 'units';
  readonly hasShortYear: boolean;
}

interface FoldedTokens {
  readonly tokens: readonly DateToken[];
  readonly folded: string;
  readonly language: string | null;
}

/** Words between the parts of a date, folded. */
const FILLS = new Set(
  `of de del dels da do das dos day the d l di du den dem der le la el en in im i an anno ano any year mes month year
  luna r roku rok g god godine godina года год г року р рік m men gada gad gads nam ngay thang พศ คศ ปี วันที่ เดือน
  ค์ศ שנת בשנת של לחודש من عام سنة لعام لسنة شهر के का सन की को του της το tahun bulan tarihli`.split(/\s+/),
);
const MAX_FILLS = 3;
/** What may lie between the parts of a date beside such words: stray marks of bold type too. */
const GAP = /^[\s.,'°*_()/-]{0,5}$/;

const gapAfter = ({ tokens, folded }: FoldedTokens, at: number) =>
  folded.slice(tokens[at]!.to, tokens[at + 1]?.from ?? folded.length);

/** The next token that is no filling word; -1 where something else lies between. */
function skip(reading: FoldedTokens, at: number): number {
  let next = at;
  for (let fills = 0; fills <= MAX_FILLS; fills++) {
    if (next + 1 >= reading.tokens.length || !GAP.test(gapAfter(reading, next))) return -1;
    next++;
    if (!FILLS.has(reading.tokens[next]!.word)) return next;
  }
  return -1;
}

const isDay = (token: DateToken | undefined) =>
  token !== undefined && token.word.length <= 2 && token.number >= 1 && token.number <= 31;

/** The Buddhist era of Thailand is 543 years ahead. */
const BUDDHIST = 543;

/** A year of four figures, in a Thai text also one of the Buddhist era; null where it is none. */
function yearOf(reading: FoldedTokens, at: number): number | null {
  const token = reading.tokens[at];
  if (token?.word.length !== 4) return null;
  const isThai = token.number > 2400 && token.number < 2650 && /[\u0e00-\u0e7f]/.test(reading.folded);
  const year = isThai ? token.number - BUDDHIST : token.number;
  return year >= 1900 && year < 2100 ? year : null;
}

/** The month named at a token, by one word, two (`تشرين الثاني`) or three. */
function monthAt({ tokens, language }: FoldedTokens, at: number): { month: number; last: number } | null {
  let name = tokens[at]?.word ?? '';
  const first = monthNumber(name, language);
  let found = first === null ? null : { month: first, last: at };
  if (!opensLongName(name)) return found;
  for (let last = at + 1; last < Math.min(at + 3, tokens.length); last++) {
    name = `${name}_${tokens[last]!.word}`;
    const month = monthNumber(name, language);
    if (month !== null) found = { month, last };
  }
  return found;
}

/** `tháng 5`: the month of a Vietnamese date is a number behind the word. */
function numberedMonth({ tokens }: FoldedTokens, at: number): { month: number; last: number } | null {
  const isNumbered = tokens[at]?.word === 'thang' && isDay(tokens[at + 1]) && tokens[at + 1]!.number <= 12;
  return isNumbered ? { month: tokens[at + 1]!.number, last: at + 1 } : null;
}

const MAX_ORDINAL = 4;

/** The last token of a day: `1er`, `2nd`, `1-го` have an ending. */
function endOfDay(reading: FoldedTokens, at: number): number {
  const next = reading.tokens[at + 1];
  const isNear = next !== undefined && /^-?$/.test(gapAfter(reading, at)) && next.word.length <= MAX_ORDINAL;
  return isNear && Number.isNaN(next.number) && monthAt(reading, at + 1) === null ? at + 1 : at;
}

interface FoundDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The date's last token. */
  readonly last: number;
}

/** `25 May 2018`, `1st day of January, 2001`, `25 tháng 5 năm 2018`. */
function readDayFirst(reading: FoldedTokens, at: number): FoundDate | null {
  const { tokens, folded } = reading;
  const day = tokens[at]!;
  // The last part of `V1.1 February 2008` is no day.
  if (!isDay(day) || /\d[.,]$/.test(folded.slice(Math.max(0, day.from - 2), day.from))) return null;
  const end = endOfDay(reading, at);
  const next = skip(reading, end);
  if (next < 0) return null;
  const month = monthAt(reading, next) ?? numberedMonth(reading, next) ?? numberedMonth(reading, next - 1);
  const last = month ? skip(reading, month.last) : -1;
  const year = last < 0 ? null : yearOf(reading, last);
  return month && year !== null ? { year, month: month.month, day: day.number, last } : null;
}

/** `May 25, 2018`, `May 2018`. */
function readMonthFirst(reading: FoldedTokens, at: number): FoundDate | null {
  const month = monthAt(reading, at) ?? numberedMonth(reading, at);
  const next = month ? skip(reading, month.last) : -1;
  if (!month || next < 0) return null;
  const year = yearOf(reading, next);
  if (year !== null) return { year, month: month.month, day: 0, last: next };
  const day = reading.tokens[next]!;
  const last = isDay(day) ? skip(reading, endOfDay(reading, next)) : -1;
  const late = last < 0 ? null : yearOf(reading, last);
  return late === null ? null : { year: late, month: month.month, day: day.number, last };
}

/** `2018. május 25.`, `2018 m. gegužės 25 d.`, `2018. gada 25. maijā`. */
function readYearFirst(reading: FoldedTokens, at: number): FoundDate | null {
  const { tokens } = reading;
  const year = yearOf(reading, at);
  const next = year === null ? -1 : skip(reading, at);
  if (year === null || next < 0) return null;
  const month = monthAt(reading, next);
  if (month) {
    const day = skip(reading, month.last);
    if (day >= 0 && isDay(tokens[day])) {
      return { year, month: month.month, day: tokens[day]!.number, last: endOfDay(reading, day) };
    }
    const isMarked = next > at + 1 || gapAfter(reading, at).includes('.');
    return isMarked ? { year, month: month.month, day: 0, last: month.last } : null;
  }
  const late = isDay(tokens[next]) ? skip(reading, next) : -1;
  const named = late < 0 ? null : monthAt(reading, late);
  return named && { year, month: named.month, day: tokens[next]!.number, last: named.last };
}

const SIGN = /^ ?([./-]) ?$/;

/** Whether figures stand by themselves: no part of a number, an address or the number of a release. */
function standsAlone({ tokens, folded }: FoldedTokens, first: number, last: number): boolean {
  const [from, to] = [tokens[first]!.from, tokens[last]!.to];
  const before = folded.slice(Math.max(0, from - 2), from);
  return (
    !/[\p{L}\p{N}][./_=-]$|(?:^|\P{L})[a-z]$/u.test(before) &&
    !/^[./-]\d|^\/\p{L}/u.test(folded.slice(to, to + 2))
  );
}

/** Years of two figures: the web is younger than 1990. */
const longYear = (year: number) => (year >= 90 ? 1900 + year : 2000 + year);

type Figures = Omit<WrittenDate, 'from' | 'to'> & { readonly last: number };

/** `2018-05-25`, `25.05.2018`, `05/25/18`. */
function readFigures(reading: FoldedTokens, at: number): Figures | null {
  const { tokens } = reading;
  const [one, two, three] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!one || !two || !three || !isDay(two) || Number.isNaN(three.number)) return null;
  const sign = SIGN.exec(gapAfter(reading, at))?.[1] as Figures['sign'] | undefined;
  const second = SIGN.exec(gapAfter(reading, at + 1))?.[1];
  // Danes write `25/05-2018`.
  const isPaired = second === sign || (sign === '/' && second === '-');
  if (!sign || !isPaired || !standsAlone(reading, at, at + 2)) return null;
  const common = { last: at + 2, sign, hasShortYear: false, isSwappable: false, order: null };
  const first = yearOf(reading, at);
  if (first !== null) {
    return isDay(three) ? { ...common, year: first, month: two.number, day: three.number } : null;
  }
  const hasShortYear = three.word.length === 2;
  const year = hasShortYear ? longYear(three.number) : yearOf(reading, at + 2);
  if (!isDay(one) || year === null) return null;
  const isDayFirst = one.number > 12;
  const [month, day] = isDayFirst ? [two.number, one.number] : [one.number, two.number];
  const isSwappable = one.number <= 12 && two.number <= 12 && one.number !== two.number;
  const isDecided = one.number > 12 || two.number > 12;
  const order = isDecided ? (isDayFirst ? 'day' : 'month') : null;
  return { ...common, year, month, day, isSwappable, hasShortYear, order };
}

/** `9/2003`, `2023-10`. */
function readPair(reading: FoldedTokens, at: number): Figures | null {
  const { tokens } = reading;
  const sign = SIGN.exec(gapAfter(reading, at))?.[1] as Figures['sign'] | undefined;
  const [one, two] = [tokens[at], tokens[at + 1]];
  if (!sign || !one || !two || !standsAlone(reading, at, at + 1)) return null;
  const [early, late] = [yearOf(reading, at), yearOf(reading, at + 1)];
  const [year, month] = early !== null && two.word.length === 2 ? [early, two.number] : [late, one.number];
  const isMonth = year !== null && month >= 1 && month <= 12 && (early !== null || one.word.length <= 2);
  return isMonth
    ? { year, month, day: 0, isSwappable: false, order: null, sign, hasShortYear: false, last: at + 1 }
    : null;
}

const NAMED = { sign: 'name', isSwappable: false, order: null, hasShortYear: false } as const;

function readAt(
  reading: FoldedTokens,
  at: number,
  takesPairs: boolean,
): (WrittenDate & { next: number }) | null {
  const { tokens } = reading;
  const { from, number } = tokens[at]!;
  const units = readCjkDate(tokens, at);
  if (units) return { ...NAMED, ...units, from, sign: 'units' };
  const isNumber = !Number.isNaN(number);
  const figures = isNumber ? readFigures(reading, at) : null;
  const named = isNumber
    ? (readDayFirst(reading, at) ?? readYearFirst(reading, at))
    : readMonthFirst(reading, at);
  const found =
    figures ?? (named && { ...named, ...NAMED }) ?? (takesPairs && isNumber ? readPair(reading, at) : null);
  if (!found) return null;
  const { last, ...date } = found;
  return { ...date, from, to: tokens[last]!.to, next: last + 1 };
}

/** Whether a text can hold a date at all: nearly none of its lines do. */
const MAY_HOLD = /(?:19|2[05])\d\d|\d[./-]\d\d|年|(?![\x00-\x7f])\p{Nd}/u;

export const mayHoldDate = (text: string): boolean => MAY_HOLD.test(text);

/**
 * The dates of a text, in order. Months by name in all languages; where two use one name for different months the
 * text's language decides.
 * @param takesPairs also a month and a year in figures: `9/2003`
 */
export function* readDates(
  text: string,
  language: string | null = null,
  takesPairs = false,
): Generator<WrittenDate> {
  if (!mayHoldDate(text)) return;
  const folded = foldInPlace(text);
  const reading = { tokens: listTokens(text, folded), folded, language };
  for (let at = 0; at < reading.tokens.length; ) {
    const found = readAt(reading, at, takesPairs);
    if (found) yield found;
    at = found?.next ?? at + 1;
  }
}

/** The first date in a text, however it is written. */
export function findDate(text: string): WrittenDate | null {
  for (const date of readDates(text)) return date;
  return null;
}

const pad = (number: number) => String(number).padStart(2, '0');
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A date as ISO writes it, of a month where no day is given (`2023-10`); null where the words leave it undecided. */
export function toIso(date: WrittenDate, order: Order | null): string | null {
  const { year, hasShortYear, isSwappable, sign } = date;
  // Dots are the sign of those who put the day first; with a short year the first or last figures may be the year.
  const decided = order ?? (sign === '.' && !hasShortYear ? 'day' : null);
  if (decided === null && (isSwappable || (hasShortYear && sign === '.'))) return null;
  const isSwapped = isSwappable && decided === 'day';
  const [month, day] = isSwapped ? [date.day, date.month] : [date.month, date.day];
  if (month < 1 || month > 12 || day > DAYS[month - 1]!) return null;
  return day === 0 ? `${year}-${pad(month)}` : `${year}-${pad(month)}-${pad(day)}`;
}

/** What the figures of a text's dates show to stand first; null where they show nothing, or both. */
export function observedOrder(texts: Iterable<string>): Order | null {
  const orders = new Set<Order>();
  for (const text of texts) {
    for (const { order, sign } of readDates(text)) if (order && sign !== '.') orders.add(order);
  }
  return orders.size === 1 ? [...orders][0]! : null;
}
