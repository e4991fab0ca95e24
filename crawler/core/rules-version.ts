/**
 * The number of the rules by which payloads become texts, clauses and comparisons; derived rows carry it. Raise it with
 * every change of those rules that can change an answer: the next `derive` then recomputes each policy as a whole, so
 * that our change never looks like theirs.
 */
export const RULES_VERSION = 2;
