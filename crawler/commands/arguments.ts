import { isTimestamp } from '../core/index.ts';
import { UserError } from '../errors.ts';

/** Prefix of a timestamp from any spelling people use: `2004`, `2004-06`, `2004-06-01`, 1 to 14 digits. */
export function parseMoment(text: string, option: string): string {
  const digits = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) ? text.replaceAll('-', '') : text;
  const isPrefix = /^\d{4,14}$/.test(digits) && isTimestamp(digits + '19900101000000'.slice(digits.length));
  if (!isPrefix) {
    throw new UserError(
      `${option} ${text} is no date`,
      `Write a year, month or day: ${option} 2004, ${option} 2004-06, ${option} 2004-06-01.`,
    );
  }
  return digits;
}

/** A whole date as 14 digits at its first second. */
export function parseDay(text: string, option: string): string {
  const digits = text.replaceAll('-', '');
  if (!/^\d{8}$/.test(digits) || !isTimestamp(`${digits}000000`)) {
    throw new UserError(`${option} ${text} is no date`, `Write a whole date: ${option} 2002-12-15.`);
  }
  return `${digits}000000`;
}

export function parsePositive(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) {
    throw new UserError(`${option} ${text} is no number above 0`, `Write for example ${option} 2.`);
  }
  return value;
}

const AGE_UNITS_MS: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };

/** A length of time, `30d`, `12h` or `2w`, in milliseconds. */
export function parseAge(text: string, option: string): number {
  const [, count = '', unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  if (count === '') {
    throw new UserError(
      `${option} ${text} is no length of time`,
      `Write hours, days or weeks: ${option} 12h, ${option} 30d.`,
    );
  }
  return Number(count) * AGE_UNITS_MS[unit]!;
}

export function parseCount(text: string, option: string, most: number): number {
  const value = parsePositive(text, option);
  if (!Number.isInteger(value) || value > most) {
    throw new UserError(
      `${option} ${text} is no whole number from 1 to ${most}`,
      `Write for example ${option} 2.`,
    );
  }
  return value;
}

/** One of a few words. */
export function parseChoice<T extends string>(text: string, choices: readonly T[], option: string): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) {
    throw new UserError(`${option} ${text} is not known`, `Use one of: ${choices.join(', ')}.`);
  }
  return found;
}

/** An http(s) address. */
export function parseAddress(text: string, option: string): string {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.')) {
    throw new UserError(
      `${option} ${text} is no web address`,
      `Write for example ${option} http://www.example.com/privacy.html.`,
    );
  }
  return url.href;
}

/** Where the index of each of Common Crawl's crawls lies, under a path of its own. */
const COMMON_CRAWL_INDEX = 'index.commoncrawl.org';

/** Origin (and path) of an archive, without a trailing slash. */
export function parseArchive(text: string, option = '--archive'): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password) {
    throw new UserError(
      `${option} ${text} is no web address`,
      `Write for example ${option} https://web.archive.org, without query or password, or the address that \`npm run archive-server\` prints.`,
    );
  }
  if (url.hostname === COMMON_CRAWL_INDEX && !/-index\/?$/.test(url.pathname)) {
    throw new UserError(
      `${option} ${text} names no crawl of Common Crawl`,
      `Name the index of one, such as https://${COMMON_CRAWL_INDEX}/CC-MAIN-2024-10-index, and more by ${option} again; or ask all of them at once by rows of the columnar index: --index rows.parquet.`,
    );
  }
  return url.href.replace(/(?<!\/)\/+$/, '');
}
