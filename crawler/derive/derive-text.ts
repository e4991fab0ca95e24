import {
  countWords,
  identityText,
  labelText,
  parseClauses,
  plainText,
  RULES_VERSION,
  splitLeads,
} from '../core/index.ts';
import { sha256 } from '../hash.ts';
import type { Normalization } from '../normalize/index.ts';
import type { DerivedNormalization, DerivedText } from '../store/index.ts';

/** Hash of what decides whether two captures hold the same text. */
export function textHash(markdown: string): string {
  return sha256(identityText(markdown));
}

/** Clauses, topics and hashes of a text in a language; null where that is not known. */
export function deriveText(markdown: string, language: string | null): DerivedText {
  const clauses = parseClauses(markdown);
  return {
    markdownHash: sha256(markdown),
    textHash: textHash(markdown),
    clauses,
    ...splitLeads(markdown, clauses),
    labels: labelText(clauses, language),
    wordCount: clauses.reduce((sum, clause) => sum + countWords(plainText(clause.text)), 0),
  };
}

/** What the store keeps of a normalization. */
export function deriveNormalization(normalization: Normalization): DerivedNormalization {
  const { outcome, reason, title, language, statedDate, flags, removed, follow, markdown } = normalization;
  return {
    outcome,
    reason,
    title,
    language,
    statedDate,
    flags,
    removed,
    follow,
    text: outcome === 'version' ? deriveText(markdown, language) : null,
    rulesVersion: RULES_VERSION,
  };
}
