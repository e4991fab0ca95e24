/** What happens when a rule changes and nobody says so: a change of ours never looks like one of theirs. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type CheckoutCopy, copyCheckout } from './checkout-copy.ts';
import { FAST, serveDemo } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { dumpViews } from './views.ts';

/** Each test starts the program several times. */
const SEVERAL_STARTS = { timeout: 180_000 };

const DOMAIN = 'parlor.example';

let folder: string;
let archive: string;
let close: () => Promise<void>;
let checkout: CheckoutCopy;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palimpsest-rules-'));
  const { server } = await serveDemo();
  archive = server.origin;
  close = () => server.close();
  checkout = copyCheckout(join(folder, 'checkout'));
  // Crawled by the rules as they are, which are those of an unchanged copy.
  await crawlHere('today');
});
afterEach(() => checkout.undo());
afterAll(async () => {
  await close?.();
  rmSync(folder, { recursive: true });
});

const fileOf = (name: string) => join(folder, `${name}.sqlite`);

async function run(name: string, ...args: string[]) {
  const result = await checkout.run([...args, '--store', fileOf(name)]);
  expect(result.exitCode, result.stderr).toBe(0);
  return result;
}

const from = () => ['--archive', archive, ...FAST, '--quiet'];
/** By the rules as they are, without the start of a program. */
async function crawlHere(name: string, ...args: string[]): Promise<void> {
  const result = await runHere(['crawl', DOMAIN, '--store', fileOf(name), ...from(), ...args]);
  expect(result.exitCode, result.stderr).toBe(0);
}

const crawl = (name: string, ...args: string[]) => run(name, 'crawl', DOMAIN, ...from(), ...args);

function inStore<T>(name: string, work: (store: Database.Database) => T): T {
  const store = new Database(fileOf(name));
  try {
    return work(store);
  } finally {
    store.close();
  }
}

/** A line of the policy's is held to be none of its words from now on. */
const changeReading = () =>
  checkout.edit(
    'crawler/derive/payload-stage.ts',
    'const normalization = await readPayloadText(memento, payload, takesAnyText);',
    `const read = await readPayloadText(memento, payload, takesAnyText);
     const markdown = read.markdown.split('\\n\\n').filter((block) => !block.includes('Attn: Legal Department')).join('\\n\\n');
     const normalization = { ...read, markdown };`,
  );

const changeLabels = () =>
  checkout.edit(
    'crawler/derive/label-stage.ts',
    '...labels[at]!',
    "...labels[at]!, topics: [{ topic: 'cookies', rule: 'planted' }]",
  );

test(
  'a crawl half by older rules comes to what one by the new rules alone does',
  SEVERAL_STARTS,
  async () => {
    await crawlHere('mixed', '--to', '20100601');
    changeReading();
    const told = await run('mixed', 'check');
    expect(told.stdout).toContain('1 of 1 policy was made by other rules than today’s');
    const history = await run('mixed', 'history', DOMAIN);
    expect(history.stderr).toContain('made by other rules than today’s');
    await crawl('mixed');
    await crawl('whole');
    expect(dumpViews(fileOf('mixed'))).toEqual(dumpViews(fileOf('whole')));
    const words = inStore('mixed', (store) =>
      store.prepare("select count(*) from v_versions where markdown like '%Attn: Legal%'").pluck().get(),
    );
    expect(words).toBe(0);
    const after = await run('mixed', 'check');
    expect(after.stdout).not.toContain('other rules');
  },
);

test(
  'other rules of labels are applied without reading a payload, and touch nothing else',
  SEVERAL_STARTS,
  async () => {
    copyFileSync(fileOf('today'), fileOf('without-payloads'));
    // Whoever reads a payload now fails.
    inStore('without-payloads', (store) => store.exec("update payloads set stored = x'00'"));
    changeLabels();
    const before = dumpViews(fileOf('today'));
    const derived = await run('without-payloads', 'derive', '--json');
    expect(JSON.parse(derived.stdout)).toEqual({ policies: 1 });
    const after = dumpViews(fileOf('without-payloads'));
    expect(after.v_changes).toEqual(before.v_changes);
    expect(after.v_lineages).toEqual(before.v_lineages);
    expect(after.v_clauses).not.toEqual(before.v_clauses);
    const planted = inStore('without-payloads', (store) =>
      store.prepare('select distinct topics from v_clauses where topics is not null').pluck().all(),
    );
    expect(planted).toEqual(['["cookies"]']);
    await crawl('new-labels');
    expect(after).toEqual(dumpViews(fileOf('new-labels')));
  },
);

test('other rules of texts cut the texts anew without reading a payload', SEVERAL_STARTS, async () => {
  copyFileSync(fileOf('today'), fileOf('cut'));
  inStore('cut', (store) => store.exec("update payloads set stored = x'00'"));
  checkout.edit(
    'crawler/core/clauses.ts',
    'export function parseClauses',
    '/* another */ export function parseClauses',
  );
  const before = dumpViews(fileOf('cut'));
  await run('cut', 'derive', '--stale');
  expect(dumpViews(fileOf('cut'))).toEqual(before);
  const rules = inStore('cut', (store) =>
    store.prepare('select distinct text_rules from texts').pluck().all(),
  );
  expect(rules).toEqual([expect.stringMatching(/^\d+\+[0-9a-f]{8}$/)]);
});
