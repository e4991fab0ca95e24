import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isRemoved, type RemovalEntry } from '../../core/index.ts';
import { deriveAgain } from '../../derive/index.ts';
import {
  copyStore,
  deleteOrphans,
  listLenders,
  listPolicyRemovals,
  listPolicyRows,
  listRemovals,
  listStoredCaptures,
  listWitnesses,
  openStore,
  openStoreReadOnly,
  replaceRemovals,
  type Store,
  sealStore,
  withholdCaptures,
} from '../../store/index.ts';
import { readRemovalList } from './removal-list.ts';

/**
 * Writes the copy of a store that may be published to `file`, which must not exist: what the removal list beside the store
 * covers is there without its words, everything else as it is. The store itself stays as it is, whether or not it has been
 * derived since the list changed. The same store and list give the same bytes.
 * @throws UserError for a removal list that cannot be read.
 */
export function publishCopy(store: Store, storeFile: string, file: string): void {
  const entries = readEntries(store, storeFile);
  if (!hasRemovals(store, entries)) {
    copyStore(store, file);
    return;
  }
  const scratchFile = `${file}.scratch`;
  try {
    copyStore(store, scratchFile);
    const scratch = openStore(scratchFile);
    try {
      withhold(scratch, entries);
      sealStore(scratch);
      // A copy once more: freed pages of the first still hold the words.
      copyStore(scratch, file);
    } finally {
      scratch.close();
    }
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${scratchFile}${suffix}`, { force: true });
  }
}

/** What the file beside the store says, or, without one, what the store was told last. */
const readEntries = (store: Store, storeFile: string) => readRemovalList(storeFile) ?? listRemovals(store);

const hasRemovals = (store: Store, entries: readonly RemovalEntry[]) =>
  entries.length > 0 || listRemovals(store).length > 0;

function withhold(store: Store, entries: readonly RemovalEntry[]): void {
  replaceRemovals(store, entries);
  const policies = listPolicyRows(store);
  for (const policy of policies) {
    const removals = listPolicyRemovals(store, policy.id);
    if (removals.length === 0) continue;
    const captures = [
      ...listStoredCaptures(store, { policyId: policy.id }),
      ...listWitnesses(store, policy.id),
    ];
    const covered = captures.filter(({ timestamp }) => isRemoved(removals, timestamp));
    withholdCaptures(store, [...new Set(covered.map(({ id }) => id))]);
    const lenders = listLenders(store, policy.id);
    deriveAgain(store, policy);
    for (const lender of policies) if (lenders.includes(lender.id)) deriveAgain(store, lender);
  }
  deleteOrphans(store);
}

/**
 * Does work on what may be published of a store: on the store itself where nothing is removed, else on a copy, kept for that
 * time in a folder beside `target`.
 */
export function withPublishable<T>(
  store: Store,
  storeFile: string,
  target: string,
  work: (publishable: Store) => T,
  onScratch: (folder: string, isThere: boolean) => void = () => {},
): T {
  if (!hasRemovals(store, readEntries(store, storeFile))) return work(store);
  mkdirSync(dirname(resolve(target)), { recursive: true });
  const folder = mkdtempSync(`${resolve(target)}.copy-`);
  onScratch(folder, true);
  try {
    const file = join(folder, 'publishable.sqlite');
    publishCopy(store, storeFile, file);
    const copy = openStoreReadOnly(file);
    try {
      return work(copy);
    } finally {
      copy.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    onScratch(folder, false);
  }
}
