/**
 * How a language says what a date is the date of. Phrases are separated by `, `; one that ends in `*` goes
 * on with any letters, so that one entry stands for all endings. Capitals and marks above or below letters do not count.
 */
export interface DateWords {
  readonly updated: string;
  readonly effective: string;
  readonly posted: string;
  /** Words that date a text only where they open a line that holds nothing else: `As of 25 May 2018`. */
  readonly opening: string;
  /** What the text may call itself. */
  readonly document: string;
  /** What has dates of its own: laws and treaties. */
  readonly law: string;
  /** What makes a date one of another version, or the end of this one. */
  readonly other: string;
}
