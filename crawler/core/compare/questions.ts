import type { Clause, Match, Span } from '../model.ts';
import { alignClauses } from './align.ts';
import { createKeyCache } from './keys.ts';
import { extendLineages, startLineages } from './lineage.ts';
import { diffWordsBounded } from './words.ts';

/** What another program may ask of the comparison, one question at a time. */
export type ComparisonQuestion =
  | { readonly left: readonly Clause[]; readonly right: readonly Clause[] }
  | { readonly left: string; readonly right: string }
  | { readonly versions: readonly (readonly Clause[])[] };

export type ComparisonAnswer =
  | { readonly matches: readonly Match[]; readonly approximate: boolean }
  | { readonly spans: readonly Span[]; readonly approximate: boolean }
  | { readonly lineages: readonly (readonly number[])[] };

/** The lineage of every clause of a whole history. */
export function traceLineages(versions: readonly (readonly Clause[])[]): number[][] {
  const [first, ...others] = versions;
  if (!first) return [];
  const cache = createKeyCache();
  let { state, ids } = startLineages(first, cache);
  const lineages = [ids];
  let left = first;
  for (const right of others) {
    ({ state, ids } = extendLineages(state, alignClauses(left, right, { cache }), left, right, cache));
    lineages.push(ids);
    left = right;
  }
  return lineages;
}

/** Answers a question whose shape has been checked. */
export function answerQuestion(question: ComparisonQuestion): ComparisonAnswer {
  if ('versions' in question) return { lineages: traceLineages(question.versions) };
  const { left, right } = question;
  if (typeof left === 'string' || typeof right === 'string')
    return diffWordsBounded(String(left), String(right));
  return alignClauses(left, right);
}
