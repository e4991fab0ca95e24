import {
  countReading,
  countWords,
  identityText,
  parseClauses,
  plainText,
  type ReadingCounts,
  splitLeads,
} from '../core/index.ts';
import { sha256 } from '../hash.ts';
import type { DerivedText } from '../store/index.ts';

/** Hash of what decides whether two captures hold the same text. */
export function textHash(markdown: string): string {
  return sha256(identityText(markdown));
}

/** What a reading grade is made from; headings are read otherwise. */
function countAllReading(clauses: ReturnType<typeof parseClauses>): ReadingCounts {
  const sum = { words: 0, sentences: 0, syllables: 0 };
  for (const { kind, text } of clauses) {
    if (kind === 'heading') continue;
    const { words, sentences, syllables } = countReading(plainText(text));
    sum.words += words;
    sum.sentences += sentences;
    sum.syllables += syllables;
  }
  return sum;
}

/** Clauses and hashes of a text, by the rules of this version. */
export function deriveText(markdown: string, textRules: string): DerivedText {
  const clauses = parseClauses(markdown);
  return {
    markdownHash: sha256(markdown),
    textHash: textHash(markdown),
    clauses,
    ...splitLeads(markdown, clauses),
    wordCount: clauses.reduce((sum, clause) => sum + countWords(plainText(clause.text)), 0),
    reading: countAllReading(clauses),
    textRules,
  };
}
