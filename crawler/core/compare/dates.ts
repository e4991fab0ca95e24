import { monthNumber } from '../dates/months.ts';
import { readDates } from '../dates/read-dates.ts';
import { type DateToken, listTokens } from '../dates/tokens.ts';

/** What stands for a date, of whatever kind. */
const MASK = '\u0000';

interface DateRange {
  readonly from: number;
  readonly to: number;
}

const isDay = ({ word, number }: DateToken) => word.length <= 2 && number >= 1 && number <= 31;
const YEAR = /^(?:19|20)\d\d$/;

/** `as of May 25`, `25. Mai`, `5月3日`: a day of a month without its year. */
function partialDate(text: string, tokens: readonly DateToken[], at: number): DateRange | null {
  const [one, two] = [tokens[at]!, tokens[at + 1]];
  if (!two || !/^[\s.,'°]{0,2}$/.test(text.slice(one.to, two.from))) return null;
  // `may 2` in small letters is no date: languages that write months so put the day first.
  const isName = !/^\p{Ll}/u.test(text.charAt(one.from));
  if (isName && isDay(two) && monthNumber(one.word, null) !== null) return { from: one.from, to: two.to };
  if (!isDay(one)) return null;
  if (monthNumber(two.word, null) !== null) return { from: one.from, to: two.to };
  const next = tokens[at + 2];
  const isNamed = next !== undefined && monthNumber(next.word, null) !== null;
  if (isNamed && /^(?:of|de|th|st|nd|rd|er)$/.test(two.word)) return { from: one.from, to: next.to };
  const last = tokens[at + 3];
  const isCounted = /^[月월]/.test(two.word) && next && isDay(next) && last && /^[日일]/.test(last.word);
  return isCounted ? { from: one.from, to: last.from + 1 } : null;
}

/** Days without a year, and years by themselves, among what no whole date covers. */
function listPartial(text: string): DateRange[] {
  const ranges: DateRange[] = [];
  const tokens = listTokens(text);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const isYear =
      YEAR.test(token.word) && !/[\p{L}\d.]$/u.test(text.slice(Math.max(0, token.from - 1), token.from));
    const range = partialDate(text, tokens, at) ?? (isYear ? token : null);
    if (!range) continue;
    ranges.push(range);
    while (at + 1 < tokens.length && tokens[at + 1]!.from < range.to) at++;
  }
  return ranges;
}

function mask(text: string, ranges: readonly DateRange[]): string {
  let [masked, from] = ['', 0];
  for (const range of ranges) {
    masked += text.slice(from, range.from) + MASK;
    from = range.to;
  }
  return masked + text.slice(from);
}

/** Digits of the usual scripts, and what else may be one: engines take long over the class of all digits. */
const MAY_HOLD_DIGIT = /[0-9\u0660-\u1fff\u3000-\uffff]/;
const HOLDS_DIGIT = /\p{Nd}|年/u;

/**
 * The text with each date and year replaced by the same mark: equal results differ in dates alone. A number that stands
 * in no date (an age, a number of days) is not one, and a month without day or year is a word.
 */
export function maskDates(text: string): string {
  if (!MAY_HOLD_DIGIT.test(text) || !HOLDS_DIGIT.test(text)) return text;
  const whole = mask(text, [...readDates(text, null, true)]);
  return mask(whole, listPartial(whole));
}
