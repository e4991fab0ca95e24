import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';

/** Files as somebody collected them, and what an import makes of them. */

export const folder = makeFolder();
export const sentences = (word: string) =>
  Array.from(
    { length: 9 },
    (_, k) =>
      `We collect personal information number ${k} for the ${word} purpose, and disclose it to nobody.`,
  );
export const page = (word: string) =>
  `<html><body><h1>Privacy Policy</h1>${sentences(word)
    .map((text) => `<p>${text}</p>`)
    .join('\n')}</body></html>`;
export const text = (word: string) => `# Privacy Policy\n\n${sentences(word).join('\n\n')}\n`;

/** Writes files into a new folder, and returns its path. */
export function lay(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return join(folder, name);
}

let stores = 0;

/** Imports into a new store; the rows of a query with what was said. */
export async function take(...args: string[]) {
  const store = join(folder, `${stores++}.sqlite`);
  const result = await runHere(['import', ...args, '--store', store]);
  const query = (sql: string) => {
    const opened = new Database(store, { readonly: true });
    try {
      return opened.prepare(sql).raw().all();
    } finally {
      opened.close();
    }
  };
  const versions = () =>
    query('select domain, policy, first_seen, original from v_versions order by domain, policy, version');
  return { ...result, store, query, versions };
}
