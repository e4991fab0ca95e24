import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect } from 'vitest';
import { addVersion } from './add-version.ts';
import { makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';

/** A small history of two invented companies, and its exports. */

const folder = makeFolder();
export const file = join(folder, 'store.sqlite');
export const place = (name: string) => join(folder, name);

const kept = Array.from(
  { length: 10 },
  (_, k) => `We keep record number ${k} of your personal information for ${k} days, and then we delete it.`,
);
export const text = (...clauses: string[]) =>
  `# Privacy policy\n\n${kept.join('\n\n')}\n\n${clauses.join('\n\n')}\n`;

const fill = async () => {
  for (const [domain, timestamp, markdown] of [
    ['ash.example', '20010301000000', text('We share your information with TRUSTe, Inc. only.')],
    ['ash.example', '20020301000000', text('We share your information with Truste, Inc. and nobody else.')],
    [
      'ash.example',
      '20040901000000',
      text('Write to [us](mailto:desk@ash.example) or call +1 (555) 010-9999.'),
    ],
    ['birch.example', '20020801000000', text('We use crème cookies to remember you.')],
  ] as const) {
    await addVersion(file, { domain, timestamp, markdown });
  }
  expect((await runHere(['derive', '--store', file])).exitCode).toBe(0);
};

/** For whoever asks of it: made before the tests of a file, gone after them. */
export function useSmallHistory(): void {
  beforeAll(fill);
  afterAll(() => rmSync(folder, { recursive: true }));
}

export async function exported(format: string, ...more: string[]): Promise<string> {
  const target = place(`${format}${more.join('')}`);
  const { exitCode, stderr } = await runHere(['export', format, target, '--store', file, ...more]);
  expect(exitCode, stderr).toBe(0);
  return target;
}

export function query(from: string, sql: string): unknown[] {
  const store = new Database(from, { readonly: true });
  try {
    return store.prepare(sql).all();
  } finally {
    store.close();
  }
}
