import type { SearchMessage } from '../view/search/search-answer.ts';
import type { SearchState } from '../view/search/search-state.ts';
import type { TrendUses } from '../view/trends/uses.ts';
import { SearchDatabase } from './search-database.ts';
import { answerState } from './search-questions.ts';
import { type Catalogue, readCatalogue } from './search-rows.ts';
import { countUses } from './trend-questions.ts';

/** The worker that searches: questions come by number, parts of answers go back under it, one question at a time. */

export interface SearchRequest {
  readonly number: number;
  /** Folder of the search file, with a slash at the end. */
  readonly base: string;
  /** Null: only the file is opened, for a question to come. */
  readonly state: SearchState | null;
  readonly isDownload: boolean;
}

export interface SearchReply {
  readonly number: number;
  readonly message: SearchMessage;
}

/** Asks how often each version uses each phrase, for charts. */
export interface UsesRequest {
  readonly number: number;
  readonly base: string;
  readonly phrases: readonly string[];
}

/** One list for each phrase, or why there is none. */
export type UsesReply = { readonly number: number } & (
  | { readonly uses: readonly TrendUses[] }
  | { readonly failure: string }
);

let opened: Promise<{ database: SearchDatabase; catalogue: Catalogue }> | undefined;

async function open(base: string) {
  const database = await SearchDatabase.open(base);
  return { database, catalogue: await readCatalogue(database) };
}

/** Opened once; where that failed, the next question tries again. */
function openOnce(base: string) {
  if (!opened) {
    opened = open(base);
    opened.catch(() => {
      opened = undefined;
    });
  }
  return opened;
}

async function answer({ number, base, state, isDownload }: SearchRequest): Promise<void> {
  const tell = (message: SearchMessage) => postMessage({ number, message } satisfies SearchReply);
  try {
    const { database, catalogue } = await openOnce(base);
    tell({ kind: 'opened', compressedBytes: database.compressedBytes });
    if (state === null) return;
    await answerState(database, catalogue, state, isDownload, tell);
    database.trim();
  } catch (error) {
    tell({ kind: 'failed', message: (error as Error).message });
  }
}

async function answerUses({ number, base, phrases }: UsesRequest): Promise<void> {
  const tell = (reply: UsesReply) => postMessage(reply);
  try {
    const { database, catalogue } = await openOnce(base);
    tell({ number, uses: await countUses(database, catalogue, phrases) });
    database.trim();
  } catch (error) {
    tell({ number, failure: (error as Error).message });
  }
}

let turn = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<SearchRequest | UsesRequest>) => {
  turn = turn.then(() => ('phrases' in data ? answerUses(data) : answer(data)));
});
