import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { StoreTotals } from '../../crawler/core/index.ts';
import { completeDatasetFile, exportFormats } from '../../crawler/export/index.ts';
import { describeOldRules } from '../../crawler/run/ask/rules.ts';
import { program } from '../../crawler/run/program.ts';
import { publishCopy } from '../../crawler/run/share/publish-copy.ts';
import {
  countTableRows,
  mayWrite,
  openStore,
  openStoreReadOnly,
  readTotals,
  recordPublished,
  sealStore,
} from '../../crawler/store/index.ts';
import { hashFile } from './manifest.ts';
import type { PublishedFile } from './plan.ts';
import { publishForms } from './publish-forms.ts';

export interface DatasetCopy {
  readonly published: PublishedFile;
  readonly file: string;
  /** That and its other forms. */
  readonly files: readonly string[];
  /** Pages and twins that the store will come to, roughly. */
  readonly expected: number;
}

/** Says on standard error where policies were made by other rules than today's: the site shows them as those made them. */
export function warnOfOldRules(storeFile: string): void {
  const store = openStoreReadOnly(storeFile);
  try {
    const words = describeOldRules(store);
    if (words !== null) console.error(`warning: ${words}`);
  } finally {
    store.close();
  }
}

/**
 * Records the addresses that this build publishes, so that later derivations keep them. A store that may only be read, or
 * that a crawl is writing to, is built all the same; the next build records them.
 */
export function keepAddresses(storeFile: string, changePages: number): void {
  openStoreReadOnly(storeFile).close();
  if (!mayWrite(storeFile)) return;
  const store = openStore(storeFile);
  try {
    recordPublished(store, changePages);
    sealStore(store);
  } catch (error) {
    if (!/^SQLITE_(?:BUSY|LOCKED)/.test((error as { code?: string }).code ?? '')) throw error;
  } finally {
    store.close();
  }
}

/** Charts, topics, words, and the pages on the whole. */
const SITE_WIDE_FILES = 150;

/**
 * About how many files a full build makes: per version a page and three twins, as many per change, a page and a twin for
 * each clause (a quarter of the lineages are headings, which have none) and for each New Year of each policy.
 */
function expectFiles(
  { versions, policies, companies, firstSeen, lastSeen }: StoreTotals,
  lineages: number,
): number {
  const years = firstSeen && lastSeen ? Number(lastSeen.slice(0, 4)) - Number(firstSeen.slice(0, 4)) : 0;
  const changes = Math.max(0, versions - policies);
  const clauses = Math.round(0.75 * lineages);
  return (
    4 * versions + 4 * changes + 2 * clauses + (2 * years + 10) * policies + 3 * companies + SITE_WIDE_FILES
  );
}

/**
 * Copies the store without what is removed, so that what is offered for download is what the pages are made from.
 */
export async function copyDataset(
  storeFile: string,
  folder: string,
  earlier: string | null,
): Promise<DatasetCopy> {
  const store = openStoreReadOnly(resolve(storeFile));
  try {
    const totals = readTotals(store);
    const { asOf } = totals;
    const release = asOf === null ? 'empty' : `${asOf.slice(0, 4)}-${asOf.slice(4, 6)}`;
    const name = `palimpsest-${release}.sqlite`;
    const file = join(folder, name);
    publishCopy(store, resolve(storeFile), file);
    completeDatasetFile(file, program);
    const { forms, describe } = await publishForms(file, folder, earlier);
    const itself = { name, sizeBytes: statSync(file).size, sha256: hashFile(file) };
    return {
      published: {
        ...itself,
        forms,
        jsonLd: describe([{ ...itself, words: exportFormats.sqlite }, ...forms]),
      },
      files: [file, ...forms.map((form) => join(folder, form.name))],
      file,
      expected: expectFiles(totals, countTableRows(store).get('lineages') ?? 0),
    };
  } finally {
    store.close();
  }
}
