import { type Line, lineText } from './line.ts';

/** Looks as they are meant: sizes beside the page's ordinary one, and heading tags that a page uses for its text. */

/** Share of a rank's lines that are sentences, and of the text that they make, from which on the rank is text. */
const MIN_SENTENCES = 0.5;
const MIN_SHARE = 0.3;
const MIN_LENGTH = 80;

const isSentence = (text: string) => text.length >= MIN_LENGTH && /[.!?:。！？]["”’)]?$/.test(text);
const sum = (texts: readonly string[]) => texts.reduce((total, text) => total + text.length, 0);

/** Ranks of heading tags that hold the text itself: a page of the time used them for their size. */
function findTextRanks(lines: readonly Line[]): ReadonlySet<number> {
  const byRank = new Map<number, string[]>();
  const texts = lines.map(lineText);
  for (const [at, { heading }] of lines.entries()) {
    if (heading === 0) continue;
    const known = byRank.get(heading);
    if (known) known.push(texts[at]!);
    else byRank.set(heading, [texts[at]!]);
  }
  const total = sum(texts);
  const ranks = [...byRank].filter(([, found]) => {
    const sentences = found.filter(isSentence);
    return sentences.length >= found.length * MIN_SENTENCES && sum(sentences) >= total * MIN_SHARE;
  });
  return new Set(ranks.map(([rank]) => rank));
}

/** The size of most of the text outside headings. */
function findBaseSize(lines: readonly Line[]): number {
  const lengths = new Map<number, number>();
  for (const line of lines) {
    if (line.heading > 0) continue;
    for (const { size, text } of line.runs) lengths.set(size, (lengths.get(size) ?? 0) + text.length);
  }
  return [...lengths].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

export function settleLooks(lines: readonly Line[]): readonly Line[] {
  const textRanks = findTextRanks(lines);
  const plain =
    textRanks.size === 0
      ? lines
      : lines.map((line) => (textRanks.has(line.heading) ? { ...line, heading: 0 } : line));
  const base = findBaseSize(plain);
  if (base === 0) return plain;
  return plain.map((line) => ({
    ...line,
    runs: line.runs.map((run) => ({ ...run, size: Math.round((run.size - base) * 10) / 10 })),
  }));
}
