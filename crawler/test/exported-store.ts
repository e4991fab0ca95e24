import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatProvenanceHeader } from '../core/provenance-header.ts';
import { type ExportFormat, exportFormats } from '../export/export-dataset.ts';
import { openStore } from '../store/open.ts';
import { runHere } from './in-process.ts';

/** A store to be exported, of a folder that each worker has its own of. */

export const folder = mkdtempSync(join(tmpdir(), 'palimpsest-export-'));
export const storeFile = join(folder, 'store.sqlite');
export const formats = Object.keys(exportFormats) as ExportFormat[];
export const place = (name: string) => join(folder, name);

const policyText = (year: number, days: number) => `# Privacy at Tea House

Last updated: May 3, ${year}

Tea House (invented for this test) sells tea by post. This policy says what we do with your personal information.

## Cookies

We use one cookie, "basket", to remember what you chose; it lasts ${days} days. We do not share it with anybody.

## Your information

- @SUM(A1) is no formula, only a strange name for the information we collect.
- We keep your address, and the information about your orders, as long as the law wants us to keep them.
- Write to [our post room](mailto:post@tea-house.example) with any question.
`;

function importDocument(timestamp: string, text: string): Promise<{ exitCode: number | null }> {
  const rawUrl = `https://web.archive.org/web/${timestamp}id_/http://tea-house.example/privacy.htm`;
  const header = formatProvenanceHeader({
    domain: 'tea-house.example',
    policy: 'privacy',
    timestamp,
    rawUrl,
  });
  const file = place(`${timestamp}.md`);
  writeFileSync(file, `${header}\n\n${text}`);
  return runHere(['import', file, '--store', storeFile, '--quiet']);
}

let filled: Promise<void> | undefined;

/** Makes the store, once in a worker, to be read only: two versions, a removal, a flag. */
export function fillStore(): Promise<void> {
  filled ??= fill();
  return filled;
}

async function fill(): Promise<void> {
  for (const [timestamp, year, days] of [
    ['20010503000000', 2001, 30],
    ['20040612000000', 2004, 90],
  ] as const) {
    const { exitCode } = await importDocument(timestamp, policyText(year, days));
    if (exitCode !== 0) throw new Error(`the import ended with exit code ${exitCode}`);
  }
  const store = openStore(storeFile);
  store.exec(`insert into removals values
    ('tea-house.example', 'privacy', '19990101000000', '19991231235959', '2026-01-05', 'on request')`);
  store.exec(`update normalizations set flags = '["mojibake"]' where capture_id = 1`);
  store.close();
}
