/**
 * The work that normalizing one capture may cost, counted in what the capture is made of: never by a clock, so that the
 * answer is the same on every machine. The limits lie far above the largest policies (some 5,000 lines, 1 MB of text,
 * 30,000 tags) and low enough that what stays below them ends within seconds.
 */
export const LIMITS = {
  /** Tags of a page without its scripts, styles and comments. */
  tags: 200_000,
  /** Lines of text, and characters of one of them: what a comparison later takes apart. */
  lines: 50_000,
  lineChars: 500_000,
  /** Characters of text, and of a page with its tags. */
  textChars: 8_000_000,
  pageChars: 24_000_000,
  /** Quotes and lists opened within each other by one line of Markdown. */
  nestedMarks: 200,
  /** Marks of emphasis, links and code in one paragraph of Markdown, each of which is compared with the others. */
  paragraphMarks: 20_000,
} as const;

/** Normalizing stops here: the capture costs more than it may. */
export class TooCostly extends Error {}

/** Stops where an amount is above what is allowed. */
export function allow(amount: number, limit: keyof typeof LIMITS): void {
  if (amount > LIMITS[limit]) throw new TooCostly(`${limit}: ${amount} of at most ${LIMITS[limit]}`);
}

/** Stops where a page has more tags than is allowed. */
export function allowTags(html: string): void {
  allow(html.length, 'pageChars');
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; ) {
    const next = html.indexOf('<', at + 1);
    if ((next < 0 ? html.length : next) - at > LIMITS.lineChars) allowText(html, at, next);
    tags++;
    at = next;
  }
  allow(tags, 'tags');
}

/** Stops at a text behind a tag that is one line of more than is allowed, runs of blanks counted once, without a copy of it. */
function allowText(html: string, tagAt: number, nextAt: number): void {
  const end = nextAt < 0 ? html.length : nextAt;
  const start = html.indexOf('>', tagAt) + 1;
  let length = 0;
  let wasBlank = true;
  for (let at = start === 0 ? end : start; at < end; at++) {
    const code = html.charCodeAt(at);
    if (code === LINE_FEED) length = 0;
    const isBlank = code <= BLANK;
    if (!isBlank || !wasBlank) length++;
    wasBlank = isBlank;
    if (length > LIMITS.lineChars) allow(length, 'lineChars');
  }
}

const LINE_FEED = 10;
const BLANK = 32;

const NESTED_MARKS = new RegExp(
  String.raw`^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){${LIMITS.nestedMarks}}`,
  'm',
);

/** Stops where Markdown nests deeper, or marks more, than its reader can follow. */
export function allowMarkdown(text: string): void {
  allow(text.length, 'textChars');
  if (NESTED_MARKS.test(text)) allow(LIMITS.nestedMarks + 1, 'nestedMarks');
  for (const paragraph of text.split('\n\n'))
    allow(paragraph.match(/[*_`~[\]]/g)?.length ?? 0, 'paragraphMarks');
}

/** Whether an error says that a budget, the one for nesting included that the engine itself keeps, is used up. */
export function isTooCostly(error: unknown): boolean {
  return (
    error instanceof TooCostly ||
    (error instanceof RangeError && /call stack|string length/i.test(error.message))
  );
}
