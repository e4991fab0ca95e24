import { foldText, squeeze, wordsOf } from './fold.ts';
import type { Phrases } from './language.ts';

/**
 * Many phrases, looked for together. A text is cut into words once; each phrase is kept under the words it may begin with,
 * so that the work grows with the text and not with the number of phrases.
 */

interface PhraseSlot {
  readonly words: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly parts: readonly string[];
  readonly isAny: boolean;
  readonly isOptional: boolean;
}

type PhrasePattern = readonly PhraseSlot[];

const UNSPACED_LETTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** The single phrases of a list. */
export function listPhrases(phrases: Phrases): string[] {
  return phrases
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}

function readSlot(text: string): PhraseSlot {
  const isOptional = text.startsWith('(');
  const words = foldText(isOptional ? text.slice(1, -1) : text).split('/');
  const ends = (word: string) => word.endsWith('*');
  const starts = (word: string) => word.startsWith('*');
  return {
    words: new Set(words.filter((word) => !ends(word) && !starts(word))),
    beginnings: words.filter((word) => ends(word) && !starts(word)).map((word) => word.slice(0, -1)),
    parts: words.filter(starts).map((word) => word.slice(1)),
    isAny: words.includes('~'),
    isOptional,
  };
}

function fitsPart(part: string, word: string): boolean {
  return part.endsWith('*') ? word.includes(part.slice(0, -1)) : word.endsWith(part);
}

function fits(slot: PhraseSlot, word: string): boolean {
  return (
    slot.isAny ||
    slot.words.has(word) ||
    slot.beginnings.some((beginning) => word.startsWith(beginning)) ||
    slot.parts.some((part) => fitsPart(part, word))
  );
}

/** Most words a pattern's slots take from a place on; 0 where it does not stand there. Bounded by the pattern's length. */
function lengthAt(pattern: PhrasePattern, slotAt: number, words: readonly string[], at: number): number {
  const slot = pattern[slotAt];
  if (slot === undefined) return at;
  const word = words[at];
  const taken = word !== undefined && fits(slot, word) ? lengthAt(pattern, slotAt + 1, words, at + 1) : 0;
  return slot.isOptional ? Math.max(taken, lengthAt(pattern, slotAt + 1, words, at)) : taken;
}

/** Letters that phrases are told by at first; no beginning is shorter. */
const START = 3;

/** Phrases by the words they may begin with. */
class Index {
  readonly #byWord = new Map<string, PhrasePattern[]>();
  readonly #byBeginning = new Map<string, PhrasePattern[]>();
  readonly #byPart: (readonly [part: string, pattern: PhrasePattern])[] = [];
  readonly #lengths = new Set<number>();
  /** First letters of words and beginnings, and one pattern of all parts: most words of a text are passed over by these. */
  readonly #starts = new Set<string>();
  readonly #part: RegExp | null;

  constructor(patterns: readonly PhrasePattern[]) {
    for (const pattern of patterns) {
      for (const slot of pattern) {
        this.#add(slot, pattern);
        if (!slot.isOptional) break;
      }
    }
    const parts = new Set(this.#byPart.map(([part]) => part.replace(/\*$|$/, (star) => (star ? '' : '$'))));
    this.#part = parts.size > 0 ? new RegExp([...parts].join('|'), 'u') : null;
  }

  #add(slot: PhraseSlot, pattern: PhrasePattern): void {
    const under = (map: Map<string, PhrasePattern[]>, key: string) =>
      map.set(key, [...(map.get(key) ?? []), pattern]);
    for (const word of slot.words) under(this.#byWord, word);
    for (const beginning of slot.beginnings) {
      under(this.#byBeginning, beginning);
      this.#lengths.add(beginning.length);
    }
    for (const start of [...slot.words, ...slot.beginnings]) this.#starts.add(start.slice(0, START));
    for (const part of slot.parts) this.#byPart.push([part, pattern]);
  }

  /** The longest phrase that stands at a place, in words; 0 for none. */
  longestAt(words: readonly string[], at: number): number {
    const word = words[at]!;
    let end = 0;
    const consider = (patterns: readonly PhrasePattern[] | undefined) => {
      for (const pattern of patterns ?? []) end = Math.max(end, lengthAt(pattern, 0, words, at));
    };
    if (this.#starts.has(word.slice(0, START))) {
      consider(this.#byWord.get(word));
      for (const length of this.#lengths) {
        if (length <= word.length) consider(this.#byBeginning.get(word.slice(0, length)));
      }
    }
    if (this.#part?.test(word)) {
      for (const [part, pattern] of this.#byPart) if (fitsPart(part, word)) consider([pattern]);
    }
    return Math.max(0, end - at);
  }
}

export interface PhraseBook {
  /** Whether one of the phrases stands in a text. */
  has(text: string): boolean;
  /** How many stand in it, side by side. */
  count(text: string): number;
  /** Words of the text beside the longest phrase in it; null where none stands in it. */
  countBeside(text: string): number | null;
}

/** Letters of a language without spaces that make about a word. */
const LETTERS_A_WORD = 3;

function compileUnspaced(phrases: readonly string[]): RegExp | null {
  if (phrases.length === 0) return null;
  const literal = phrases.map((phrase) => squeeze(foldText(phrase)));
  const sorted = [...new Set(literal)].sort(
    (one, other) => other.length - one.length || (one < other ? -1 : 1),
  );
  return new RegExp(sorted.join('|'), 'gu');
}

interface Compiled {
  readonly index: Index;
  readonly unspaced: RegExp | null;
}

function compile(lists: readonly Phrases[]): Compiled {
  const phrases = lists.flatMap(listPhrases);
  const spaced = phrases.filter((phrase) => !UNSPACED_LETTER.test(phrase));
  return {
    index: new Index(spaced.map((phrase) => phrase.split(/[ '’]/).map(readSlot))),
    unspaced: compileUnspaced(phrases.filter((phrase) => UNSPACED_LETTER.test(phrase))),
  };
}

/** A text's words, and the phrases of languages without spaces that stand in it. */
function readText(text: string, { unspaced }: Compiled) {
  const folded = foldText(text);
  const isUnspaced = unspaced !== null && UNSPACED_LETTER.test(folded);
  const squeezed = isUnspaced ? squeeze(folded) : '';
  return {
    words: wordsOf(folded),
    letters: squeezed.length,
    found: isUnspaced ? (squeezed.match(unspaced) ?? []) : [],
  };
}

/** A book of all phrases of some lists, compiled when first asked. */
export function createPhraseBook(lists: readonly Phrases[]): PhraseBook {
  let compiled: Compiled | null = null;
  const open = (text: string) => {
    compiled ??= compile(lists);
    return { index: compiled.index, ...readText(text, compiled) };
  };
  return {
    has(text) {
      const { index, words, found } = open(text);
      return found.length > 0 || words.some((_, at) => index.longestAt(words, at) > 0);
    },
    count(text) {
      const { index, words, found } = open(text);
      let count = found.length;
      for (let at = 0; at < words.length; ) {
        const length = index.longestAt(words, at);
        if (length > 0) count++;
        at += Math.max(1, length);
      }
      return count;
    },
    countBeside(text) {
      const { index, words, letters, found } = open(text);
      const longest = words.reduce((best, _, at) => Math.max(best, index.longestAt(words, at)), 0);
      if (longest > 0) return words.length - longest;
      const named = found.reduce((best, phrase) => Math.max(best, phrase.length), 0);
      return named === 0 ? null : Math.floor((letters - named) / LETTERS_A_WORD);
    },
  };
}
