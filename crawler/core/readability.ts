/**
 * The reading grade of English text: Flesch–Kincaid, the school years in the United States that a text asks for.
 * Formula: Kincaid, Fishburne, Rogers and Chissom, 1975 (Naval Technical Training Command, Research Branch Report 8-75).
 * Syllables are counted by rule, so that grades of other programs differ by a little.
 */
import { splitSentences } from './sentences.ts';

export const READING_FORMULA = 'Flesch–Kincaid grade';

/** What the formula counts. Sums of several clauses are added field by field. */
export interface ReadingCounts {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

/** Fewer words say nothing about a text's sentences. */
const FEWEST_WORDS = 100;

/** Words as they are read aloud: letters with inner apostrophes. Numbers, addresses and signs have no syllables here. */
const READ_WORD = /[a-z]+(?:['’][a-z]+)*/g;

/** Words are few and come often: each is counted once, up to so many. */
const MOST_KEPT = 50_000;
const known = new Map<string, number>();

/** A final e, es or ed that is not spoken: `use`, `rules`, `called`, but not `the`, `services`, `provided`, `tables`. */
const SILENT_END =
  /(?:[^aeiouylr]|[aeiouy][lr]|[rl]l)e$|(?:[^aeiouyscgxzhl]|[aeiouyl]l)es$|(?:[^aeiouydtl]|[aeiouyl]l)ed$/;

/** Two vowels that are spoken apart: `via`, `area`, `video`, `science`, `usual`; not those of `essential`, `quality`. */
const APART = /(?<![tscg])i[ao]|(?:sci|[^gq]u)en|[aeiou][a-z]ea$|eos?$|(?<![gq])ua/g;

function countByRule(word: string): number {
  const groups = word.match(/[aeiouy]+/g)?.length ?? 0;
  const apart = word.match(APART)?.length ?? 0;
  return Math.max(1, groups + apart - (SILENT_END.test(word) ? 1 : 0));
}

/** Syllables of an English word in lower-case letters a to z; at least 1. */
export function countSyllables(word: string): number {
  let count = known.get(word);
  if (count === undefined) {
    count = countByRule(word);
    if (known.size < MOST_KEPT) known.set(word, count);
  }
  return count;
}

/** What the plain text of a clause adds to a policy's: a sentence at least. Headings are not to be counted. */
export function countReading(text: string): ReadingCounts {
  const words = text.toLowerCase().match(READ_WORD);
  if (!words) return { words: 0, sentences: 0, syllables: 0 };
  let syllables = 0;
  for (const word of words) syllables += countSyllables(word);
  const spoken = splitSentences(text).filter((sentence) => /[a-z]/i.test(sentence));
  return { words: words.length, sentences: spoken.length, syllables };
}

/** The grade to one decimal; null where the text is too short for one. */
export function gradeReading({ words, sentences, syllables }: ReadingCounts): number | null {
  if (words < FEWEST_WORDS || sentences === 0) return null;
  const grade = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
  return Math.round(grade * 10) / 10;
}
