import { countWords, identityText, parseClauses, plainText, splitLeads } from '../core/index.ts';
import { sha256 } from '../hash.ts';
import type { DerivedText } from '../store/index.ts';

/** Hash of what decides whether two captures hold the same text. */
export function textHash(markdown: string): string {
  return sha256(identityText(markdown));
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
    textRules,
  };
}
