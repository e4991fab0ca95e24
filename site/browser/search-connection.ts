import { siteAddress } from '../view/addresses.ts';
import type { SearchState } from '../view/search/search-state.ts';
import type { SearchRequest } from './search-worker.ts';

/** The worker that searches, started with the first thing asked of it. */

let worker: Worker | undefined;

export function searchWorker(): Worker {
  worker ??= new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  return worker;
}

/** Asks the worker. Without a state the search file is only opened, for a question to come. */
export function askWorker(number: number, state: SearchState | null, isDownload = false): void {
  const base = new URL(siteAddress('search/file/'), location.href).href;
  searchWorker().postMessage({ number, base, state, isDownload } satisfies SearchRequest);
}
