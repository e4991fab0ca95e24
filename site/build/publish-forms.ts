import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  describeRelease,
  type ExportFormat,
  exportDataset,
  exportFormats,
} from '../../crawler/export/index.ts';
import { program } from '../../crawler/run/program.ts';
import { openStoreReadOnly } from '../../crawler/store/index.ts';
import { hashFile } from './manifest.ts';
import { packTar } from './pack-tar.ts';
import type { PublishedForm } from './plan.ts';

/** Forms that are offered beside the SQLite file, for those who do not run our program. */
const FORMS: readonly ExportFormat[] = ['parquet', 'csv', 'sample'];

export interface PublishedForms {
  readonly forms: readonly PublishedForm[];
  /** What search engines for datasets read. */
  readonly describe: (files: readonly PublishedForm[]) => string;
}

/**
 * Writes the forms of a dataset's file into `folder`, packed, under the name of their release. What lies in `earlier` under
 * the same name holds the same, and is taken over.
 */
export async function publishForms(
  datasetFile: string,
  folder: string,
  earlier: string | null,
): Promise<PublishedForms> {
  const store = openStoreReadOnly(datasetFile);
  try {
    const release = describeRelease(store, program);
    const forms: PublishedForm[] = [];
    for (const format of release.policyCount === 0 ? [] : FORMS) {
      const root = `palimpsest-${release.release}-${format}`;
      const name = `${root}.tar.gz`;
      const target = join(folder, name);
      const before = earlier === null ? null : join(earlier, name);
      if (before !== null && existsSync(before)) copyFileSync(before, target);
      else {
        const scratch = join(folder, root);
        const { files } = exportDataset(store, format, scratch, program);
        await packTar(scratch, files.map(({ path }) => path).sort(), root, target);
        rmSync(scratch, { recursive: true });
      }
      const words = exportFormats[format];
      forms.push({ name, words, sizeBytes: statSync(target).size, sha256: hashFile(target) });
    }
    return { forms, describe: release.describe };
  } finally {
    store.close();
  }
}
