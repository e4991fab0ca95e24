import { createHash } from 'node:crypto';
import { datasetViews } from '../core/index.ts';
import { iterateView, type Store } from '../store/index.ts';

/**
 * SHA-256 of what the dataset says: every row of every view, in the order that the views' descriptions give. The same
 * content gives the same hash, however a store came by it (crawled at once or merged, derived again), and in whatever
 * form it is exported, while the bytes of a SQLite file depend on its history.
 */
export function hashContent(store: Store): string {
  const digest = createHash('sha256');
  for (const view of datasetViews) {
    digest.update(`${view.name}\n`);
    for (const row of iterateView(store, view)) {
      digest.update(`${JSON.stringify(view.columns.map(({ name }) => row[name] ?? null))}\n`);
    }
  }
  return digest.digest('hex');
}

/** Letters of the hash that a release is named with. */
const NAME_LENGTH = 12;

/** A release's name: the day of its newest material, and what it says. */
export const nameRelease = (gatheredAt: string | null, contentHash: string): string =>
  `${gatheredAt?.slice(0, 10) ?? 'undated'}-${contentHash.slice(0, NAME_LENGTH)}`;
