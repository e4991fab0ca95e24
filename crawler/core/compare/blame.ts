import { asRead } from '../as-read.ts';
import type { Alignment, Clause } from '../model.ts';
import { splitSentences } from '../sentences.ts';

/** A sentence of a clause, and since which version (counted from 0) it has stood in the text without a break. */
export interface BlamedSentence {
  /** The sentence without its markup. */
  readonly text: string;
  readonly since: number;
}

/** What has to be remembered of a history to blame the next version. Plain data. */
export interface BlameState {
  /** Number of the latest version, from 0. */
  readonly version: number;
  /** The sentences of each clause of the latest version. */
  readonly clauses: readonly (readonly BlamedSentence[])[];
  /** The Markdown of each clause of the latest version. */
  readonly texts: readonly string[];
  /** How many sentences the first version had. */
  readonly firstCount: number;
}

const sentencesOf = (text: string) => splitSentences(asRead(text));

const textsOf = (clauses: readonly Clause[]) => clauses.map(({ text }) => text);

export function startBlame(clauses: readonly Clause[]): BlameState {
  const texts = textsOf(clauses);
  const blamed = texts.map((own) => sentencesOf(own).map((text) => ({ text, since: 0 })));
  const firstCount = blamed.reduce((sum, own) => sum + own.length, 0);
  return { version: 0, clauses: blamed, texts, firstCount };
}

/** The sentences of each text; those that the version before has too are not taken apart again. */
function sentencesAfter(state: BlameState, texts: readonly string[]): string[][] {
  const known = new Map(state.texts.map((own, at) => [own, state.clauses[at]!.map(({ text }) => text)]));
  return texts.map((own) => known.get(own) ?? sentencesOf(own));
}

/** Takes the earliest `since` of a sentence out of a store of those not yet taken over; undefined if there is none. */
function takeOver(store: Map<string, number[]>, text: string): number | undefined {
  return store.get(text)?.shift();
}

function storeOf(sentences: readonly BlamedSentence[]): Map<string, number[]> {
  const store = new Map<string, number[]>();
  for (const { text, since } of sentences)
    store.set(
      text,
      [...(store.get(text) ?? []), since].sort((a, b) => a - b),
    );
  return store;
}

/**
 * Blame of the next version: a sentence keeps its age if it stood in the clauses this one comes from, or failing that
 * anywhere in the version before; otherwise it is new. Each sentence hands its age on once.
 */
export function extendBlame(state: BlameState, alignment: Alignment, right: readonly Clause[]): BlameState {
  const version = state.version + 1;
  const sources = right.map((): number[] => []);
  for (const match of alignment.matches) for (const j of match.right) sources[j]!.push(...match.left);
  const anywhere = storeOf(state.clauses.flat());
  const texts = textsOf(right);
  const pending = sentencesAfter(state, texts).map((sentences, j) => {
    const own = storeOf(sources[j]!.flatMap((i) => state.clauses[i]!));
    return sentences.map((text) => {
      const since = takeOver(own, text);
      const places = since === undefined ? undefined : anywhere.get(text);
      places?.splice(places.indexOf(since!), 1);
      return { text, since };
    });
  });
  const clauses = pending.map((sentences) =>
    sentences.map(({ text, since }) => ({ text, since: since ?? takeOver(anywhere, text) ?? version })),
  );
  return { version, clauses, texts, firstCount: state.firstCount };
}

/** Share of the first version's sentences that have stood ever since, 0 to 1. */
export function survivalOfFirst(state: BlameState): number {
  const surviving = state.clauses.flat().filter(({ since }) => since === 0).length;
  return state.firstCount === 0 ? 1 : Math.min(1, surviving / state.firstCount);
}
