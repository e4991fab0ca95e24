import { fold } from './own-domain.ts';
import { KNOWN_THIRD_PARTIES } from './term-rules.ts';
import { rulesFor } from './topics/languages.ts';

/** The one spelling of each name of the list, by its letters. */
export const SPELLING: ReadonlyMap<string, string> = new Map(
  KNOWN_THIRD_PARTIES.map((name) => [fold(name), name]),
);

/** Words that English policies use, as the model of topics knows them; names of our list are no such words. */
export const isPolicyWord = (word: string): boolean =>
  !SPELLING.has(fold(word)) && rulesFor('en')?.model?.().weights.has(word) === true;
