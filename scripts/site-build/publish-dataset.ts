import { accessSync, constants, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { publishCopy } from '../../crawler/run/publish-copy.ts';
import { openStore, openStoreReadOnly } from '../../crawler/store/open.ts';
import { listPolicies } from '../../crawler/store/read/policies.ts';
import { readTotals } from '../../crawler/store/read/site.ts';
import { recordPublished } from '../../crawler/store/write/published.ts';
import { hashFile } from './manifest.ts';

export interface DatasetCopy {
  /** As the data page needs it: `PublishedFile` of site/store.ts. */
  readonly published: { readonly name: string; readonly sizeBytes: number; readonly sha256: string };
  readonly file: string;
  /** Pages and twins that the store will come to, roughly. */
  readonly expected: number;
}

/**
 * Records the addresses that this build publishes, so that later derivations keep them. A store that may only be read, or
 * that a crawl is writing to, is built all the same; the next build records them.
 */
export function keepAddresses(storeFile: string, changePages: number): void {
  openStoreReadOnly(storeFile).close();
  try {
    accessSync(storeFile, constants.W_OK);
  } catch {
    return;
  }
  const store = openStore(storeFile);
  try {
    recordPublished(store, changePages);
  } catch (error) {
    if (!/^SQLITE_(?:BUSY|LOCKED)/.test((error as { code?: string }).code ?? '')) throw error;
  } finally {
    store.close();
  }
}

/**
 * Copies the store without what is removed, so that what is offered for download is what the pages are made from.
 */
export function copyDataset(storeFile: string, folder: string): DatasetCopy {
  const store = openStoreReadOnly(resolve(storeFile));
  try {
    const { asOf, versions, policies, companies } = readTotals(store);
    const release = asOf === null ? 'empty' : `${asOf.slice(0, 4)}-${asOf.slice(4, 6)}`;
    const file = join(folder, `palimpsest-${release}.sqlite`);
    publishCopy(store, resolve(storeFile), file);
    const steps = listPolicies(store).reduce((sum, policy) => sum + Math.max(0, policy.versionCount - 1), 0);
    return {
      published: {
        name: `palimpsest-${release}.sqlite`,
        sizeBytes: statSync(file).size,
        sha256: hashFile(file),
      },
      file,
      expected: 4 * versions + 4 * steps + 3 * policies + 2 * companies + 8,
    };
  } finally {
    store.close();
  }
}
