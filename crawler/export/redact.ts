import type { ViewRow } from '../store/index.ts';

/** Mail addresses and telephone numbers; bounded, since any text may come. */
const MAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/g;
const NUMBER = /(?<![\w.])[+(]?\d[\d ().\u00a0/-]{7,22}\d(?![\w-])/g;
/** Fewer digits are dates and years. */
const FEWEST_DIGITS = 9;

/** Columns that hold words of texts. */
const WORDS: ReadonlySet<string> = new Set(
  'title markdown text label heading_path left_text right_text gist gist_short term href host'.split(' '),
);

const mask = (found: string) => found.replace(/[\p{L}\p{N}]/gu, 'x');

/** Masks contact data, letter by letter, so that places in a text stay what they are; counts what it masks. */
export class Redactor {
  count = 0;

  text(text: string): string {
    const masked = (found: string) => {
      this.count++;
      return mask(found);
    };
    return text
      .replace(MAIL, masked)
      .replace(NUMBER, (found) => (found.replace(/\D/g, '').length < FEWEST_DIGITS ? found : masked(found)));
  }

  row(row: ViewRow): ViewRow {
    return Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'string' && WORDS.has(name) ? this.text(value) : value,
      ]),
    );
  }

  /** What a description says of it. */
  describe(): string {
    return (
      `Redacted: ${this.count} mail addresses and telephone numbers were masked in the files, each letter and digit by an ` +
      '`x`. Hashes are those of the texts as they were. Names and postal addresses of persons are not looked for.'
    );
  }
}
