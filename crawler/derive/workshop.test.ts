import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentEffects } from '../effects.ts';
import { openStore } from '../store/open.ts';
import { addVersion } from '../test/add-version.ts';
import { deriveAll, deriveStale } from './derive.ts';

let folder: string;
let file: string;

const text = (rule: string) =>
  `# Privacy policy\n\nWe collect your name when you order a kite from us.\n\n## Cookies\n\n${rule}\n\nWe never sell it.\n`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palimpsest-workshop-'));
  file = join(folder, 'store.sqlite');
  const rules = ['Acme Inc. sets a cookie.', 'We set two cookies.', 'We set two cookies, and no third.'];
  for (const domain of ['kites.example', 'tails.example']) {
    for (const [year, rule] of rules.entries()) {
      await addVersion(file, { domain, timestamp: `200${year}0101000000`, markdown: text(rule) });
    }
  }
  // Deeper than a reader of Markdown can follow: what a thread finds too costly is too costly for one who works alone.
  const nested = `${text('No cookies.')}\n${'>'.repeat(300)} deep\n`;
  await addVersion(file, { domain: 'tails.example', timestamp: '20050101000000', markdown: nested });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Every row of every table, in order of their numbers. */
function dumpRows(store: Database.Database): Record<string, unknown[]> {
  const tables = store
    .prepare("select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'")
    .pluck()
    .all() as string[];
  return Object.fromEntries(tables.map((name) => [name, store.prepare(`select * from ${name}`).all()]));
}

/** The rows of a copy of the store after it was derived by so many threads. */
async function derive(workers: number, effects = silentEffects): Promise<Record<string, unknown[]>> {
  const copy = join(folder, `${workers}.sqlite`);
  copyFileSync(file, copy);
  const store = openStore(copy);
  try {
    await deriveAll(store, effects, workers);
    return dumpRows(store);
  } finally {
    store.close();
  }
}

describe('several threads', () => {
  it('make the rows of one, row by row', async () => {
    const alone = await derive(1);
    expect(alone.versions).toHaveLength(6);
    expect(alone.outcomes).toContainEqual(expect.objectContaining({ reason: 'too-costly' }));
    expect(await derive(2)).toEqual(alone);
    expect(await derive(7)).toEqual(alone);
  });

  it('label again what was killed between history and labels', async () => {
    const store = openStore(join(folder, '2.sqlite'));
    const before = dumpRows(store);
    store.exec("update versions set label_rules = '0'; delete from clause_topics");
    expect(await deriveStale(store, silentEffects, 2)).toBe(2);
    expect(dumpRows(store)).toEqual(before);
    store.close();
  });

  it('stop between two captures, and leave the old history', async () => {
    let asked = 0;
    const rows = await derive(3, { ...silentEffects, isStopping: () => ++asked > 2 });
    const before = openStore(file);
    expect(rows.versions).toEqual(dumpRows(before).versions);
    before.close();
  });

  it('say of a damaged store what one says', async () => {
    const copy = join(folder, 'damaged.sqlite');
    copyFileSync(file, copy);
    const store = openStore(copy);
    store.exec("update payloads set stored = x'00ff00'");
    const problem = async (workers: number) =>
      deriveAll(store, silentEffects, workers).catch((error: Error) => `${error.name}: ${error.message}`);
    const alone = await problem(1);
    expect(alone).toMatch(/^UserError: payload \d+ .*is damaged/);
    expect(await problem(2)).toEqual(alone);
    store.close();
  });
});
