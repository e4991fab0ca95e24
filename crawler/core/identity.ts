import { asRead } from './as-read.ts';
import { parseClauses } from './clauses.ts';

/**
 * The text whose hash decides whether two captures hold the same version: the clauses as read, joined by spaces. So
 * markup, heading ranks, list marks, link targets, typography, and where a paragraph breaks make no difference.
 */
export function identityText(markdown: string): string {
  return parseClauses(markdown)
    .map((clause) => asRead(clause.text))
    .join(' ');
}
