import { asRead } from '../as-read.ts';
import type { Clause } from '../model.ts';
import { listWords } from '../tokens.ts';
import { fingerprint } from './fingerprint.ts';

/** Words numbered in order of first sight, and the keys of clauses seen before. Hand one along a history to save work. */
export interface KeyCache {
  readonly vocabulary: Map<string, number>;
  readonly keys: Map<string, ClauseKeys>;
}

export function createKeyCache(): KeyCache {
  return { vocabulary: new Map(), keys: new Map() };
}

const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? (?=\d)|(?<=\d )(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/g;
const ENUMERATOR =
  /^(?:(?:section|article|part|§) ?)?(?:\(?(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])[.):]+|\d+(?:\.\d+)*(?= )) *[-:.]? */;
/** Longest line that is taken to say little but a date, in characters. */
const MAX_DATE_LINE = 60;
/** Text that reads as it is written: no marks, nothing typographic, single spaces within. */
/** Longer text would overflow the expression's own stack; it is read the long way. */
const MAX_PLAIN = 100_000;
const PLAIN = /^(?!.*'')[^\s`\\*_[\]<\u0080-\uffff]+(?: [^\s`\\*_[\]<\u0080-\uffff]+)*$/;

function numberWords(read: string, vocabulary: Map<string, number>): number[] {
  const lower = read.toLowerCase();
  const words = listWords(lower.replace(ENUMERATOR, ''));
  return (words.length > 0 ? words : listWords(lower)).map((word) => {
    const known = vocabulary.get(word);
    if (known !== undefined) return known;
    vocabulary.set(word, vocabulary.size);
    return vocabulary.size - 1;
  });
}

/**
 * What alignment needs to know of one clause. Three keys say in how far two clauses are the same: `raw`, `read` and
 * `masked`. What only clauses that have changed are asked for is made when asked for.
 */
export class ClauseKeys {
  readonly clause: Clause;
  /** Equal: the very same clause, marks and kind included. */
  readonly raw: string;
  /** Equal: reads the same; typography, emphasis, link targets, kind and level make no difference. */
  readonly read: string;
  private readonly vocabulary: Map<string, number>;
  private knownMasked: string | undefined;
  private knownTitle: string | undefined;
  private knownWords: readonly number[] | undefined;
  private knownFingerprint: string | undefined;
  private knownDistinct: ReadonlySet<number> | undefined;

  constructor(clause: Clause, raw: string, vocabulary: Map<string, number>) {
    this.clause = clause;
    this.raw = raw;
    const isShort = clause.text.length <= MAX_PLAIN;
    this.read = isShort && PLAIN.test(clause.text) ? clause.text : asRead(clause.text);
    this.vocabulary = vocabulary;
  }

  /** Characters: how much text is at stake. */
  get weight(): number {
    return this.clause.text.length;
  }

  /** Equal: the same but for case, numbers, dates and the number or letter in front. */
  get masked(): string {
    this.knownMasked ??= this.read
      .toLowerCase()
      .replace(ENUMERATOR, '')
      .replace(MONTH, '# ')
      .replace(/\d+/g, '#');
    return this.knownMasked;
  }

  /** The number in front, of at least two parts: `5.4.2`. Empty if there is none. */
  get number(): string {
    return /^\d+(?:\.\d+)+/.exec(this.read)?.[0] ?? '';
  }

  /** The run-in title in bold, without a number in front; empty if there is none, or nothing follows. */
  get title(): string {
    if (this.knownTitle === undefined) {
      const bold = /^\*\*([^*]{2,80})\*\*(?=.)/.exec(this.clause.text)?.[1] ?? '';
      this.knownTitle = asRead(bold)
        .toLowerCase()
        .replace(ENUMERATOR, '')
        .replace(/(?<![.:\s])[.:\s]+$/, '');
    }
    return this.knownTitle;
  }

  /** Fingerprint of `read`. */
  get fingerprint(): string {
    this.knownFingerprint ??= fingerprint(this.read);
    return this.knownFingerprint;
  }

  /** True for a line that says little but a date: `Last updated: 1 May 2003`. */
  get isDateLine(): boolean {
    return this.read.length <= MAX_DATE_LINE && /\b(?:19|20)\d\d\b/.test(this.read);
  }

  /** The words after a leading enumerator, folded and in lower case, as numbers of the vocabulary. */
  get words(): readonly number[] {
    this.knownWords ??= numberWords(this.read, this.vocabulary);
    return this.knownWords;
  }

  /** The words, each once. */
  get distinct(): ReadonlySet<number> {
    this.knownDistinct ??= new Set(this.words);
    return this.knownDistinct;
  }
}

/** The keys of a version's clauses, in order; those the cache knows are not made again. */
export function makeKeys(clauses: readonly Clause[], cache: KeyCache): ClauseKeys[] {
  return clauses.map((clause) => {
    const raw = `${clause.kind} ${clause.level} ${clause.text}`;
    const known = cache.keys.get(raw);
    if (known) return known;
    const keys = new ClauseKeys(clause, raw, cache.vocabulary);
    cache.keys.set(raw, keys);
    return keys;
  });
}
