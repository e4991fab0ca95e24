import { asRead } from '../as-read.ts';
import type { Clause } from '../model.ts';
import { listWords } from '../tokens.ts';

/** What alignment needs to know of one clause. The three keys say in how far two clauses are the same. */
export interface ClauseKeys {
  readonly clause: Clause;
  /** Equal: the very same clause, marks and kind included. */
  readonly raw: string;
  /** Equal: reads the same; typography, emphasis, link targets, kind and level make no difference. */
  readonly read: string;
  /** Equal: the same but for numbers, dates and the number or letter in front. */
  readonly masked: string;
  /** The run-in title in bold, without a number in front; empty if there is none. */
  readonly title: string;
  /** True for a line that says little but a date: `Last updated: 1 May 2003`. */
  readonly isDateLine: boolean;
  /** Characters: how much text is at stake. */
  readonly weight: number;
  /** The words after a leading enumerator, folded and in lower case, as numbers of the vocabulary. */
  readonly words: readonly number[];
  /** The same, each once. */
  readonly distinct: ReadonlySet<number>;
}

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

/** As read, in lower case, without a leading enumerator, numbers and month names masked. */
function maskNumbers(read: string): string {
  return read.toLowerCase().replace(ENUMERATOR, '').replace(MONTH, '# ').replace(/\d+/g, '#');
}

/** The words in bold that a clause starts with, if more follows. */
function runInTitle(markdown: string): string {
  const bold = /^\*\*([^*]{2,80})\*\*(?=.)/.exec(markdown);
  if (!bold) return '';
  return asRead(bold[1]!)
    .toLowerCase()
    .replace(ENUMERATOR, '')
    .replace(/[.:\s]+$/, '');
}

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

/** Text that reads as it is written: no marks, nothing typographic, single spaces within. */
const PLAIN = /^(?!.*'')[^\s`\\*_[\]<\u0080-\uffff]+(?: [^\s`\\*_[\]<\u0080-\uffff]+)*$/;

/** The keys of a version's clauses, in order; those the cache knows are not computed again. */
export function makeKeys(clauses: readonly Clause[], cache: KeyCache): ClauseKeys[] {
  return clauses.map((clause) => {
    const raw = `${clause.kind} ${clause.level} ${clause.text}`;
    const known = cache.keys.get(raw);
    if (known) return known;
    const read = PLAIN.test(clause.text) ? clause.text : asRead(clause.text);
    const words = numberWords(read, cache.vocabulary);
    const keys: ClauseKeys = {
      clause,
      raw,
      read,
      masked: maskNumbers(read),
      title: runInTitle(clause.text),
      isDateLine: read.length <= MAX_DATE_LINE && /\b(?:19|20)\d\d\b/.test(read),
      weight: clause.text.length,
      words,
      distinct: new Set(words),
    };
    cache.keys.set(raw, keys);
    return keys;
  });
}
