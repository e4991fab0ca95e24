/** Text that a page holds only as data for its scripts: JSON in a script element. */

/** Data larger than this is not looked at. */
const MAX_DATA = 8_000_000;
/** A document is at least this long, and at least so many times as long as any other text in the data. */
const MIN_TEXT = 1500;
const CLEAR_LEAD = 3;
const MAX_DEPTH = 60;

function collectTexts(value: unknown, depth: number, texts: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length >= MIN_TEXT / CLEAR_LEAD && /\s/.test(value)) texts.add(value);
  } else if (typeof value === 'object' && value !== null && depth < MAX_DEPTH) {
    for (const inner of Object.values(value)) collectTexts(inner, depth + 1, texts);
  }
}

/**
 * The one long text in a page's data, HTML or plain; null where there is none, or more than one that could be meant.
 * @param data contents of the page's JSON scripts
 */
export function readEmbeddedText(data: readonly string[]): string | null {
  const texts = new Set<string>();
  for (const json of data) {
    if (json.length > MAX_DATA) continue;
    try {
      collectTexts(JSON.parse(json), 0, texts);
    } catch {
      // Not JSON, whatever its type says.
    }
  }
  const [longest, second] = [...texts].sort((one, other) => other.length - one.length);
  if (longest === undefined || longest.length < MIN_TEXT) return null;
  return second === undefined || longest.length >= second.length * CLEAR_LEAD ? longest : null;
}
