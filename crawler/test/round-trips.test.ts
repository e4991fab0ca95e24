/** What `export` writes, `import` takes back: each form as far as it can hold a store. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { type WarcCapture, writeWarc } from '../../scripts/warc/write-warc.ts';
import { makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { dumpViews } from './views.ts';

const folder = makeFolder();
const store = join(folder, 'store.sqlite');
const sentences = (word: string, from = 0) =>
  Array.from(
    { length: 10 },
    (_, k) =>
      `We collect personal information number ${from + k} for the ${word} purpose, and disclose it to nobody.`,
  );
const page = (word: string, from = 0) =>
  `<html><head><title>Lantern: Privacy Policy</title></head><body><h1>Privacy Policy</h1>
  <p>Last updated: 3 March 2004</p>${sentences(word, from)
    .map((text) => `<p>${text} <a href="/help">Help</a></p>`)
    .join('\n')}
  <table><tr><th>What</th><th>Why</th></tr><tr><td>-Name</td><td>=To greet, "you"</td></tr></table></body></html>`;

const ADDRESS = 'http://www.lantern.example/privacy';
const APPLICANTS = 'http://www.lantern.example/jobs/applicant-privacy';

const captures: readonly WarcCapture[] = [
  { url: ADDRESS, timestamp: '20010501120000', body: page('first') },
  {
    url: ADDRESS,
    timestamp: '20020501120000',
    body: page('first'),
    revisitOf: { url: ADDRESS, timestamp: '20010501120000' },
  },
  { url: ADDRESS, timestamp: '20030501120000', body: page('second', 3) },
  { url: ADDRESS, timestamp: '20040501120000', body: page('first') },
  { url: ADDRESS, timestamp: '20050501120000', status: 404, body: '<p>not found</p>' },
  {
    url: ADDRESS,
    timestamp: '20060501120000',
    body: '<html><title>Sign in</title><p>Welcome back.</p></html>',
  },
  { url: ADDRESS, timestamp: '20070501120000', body: page('third', 5) },
  { url: APPLICANTS, timestamp: '20070601120000', body: page('applicants', 9) },
];

/** What every form holds of versions; the title only where it is in the text. */
const CORE = `select domain, policy, version, slug, first_seen, last_seen, changed_after, language, stated_date, word_count,
  text_hash, markdown from v_versions order by domain, policy, version`;

function query(file: string, sql: string): unknown[] {
  const opened = new Database(file, { readonly: true });
  try {
    return opened.prepare(sql).raw().all();
  } finally {
    opened.close();
  }
}

async function takeBack(format: string): Promise<string> {
  const target = join(folder, format);
  const exported = await runHere(['export', format, target, '--store', store]);
  expect(exported.exitCode, exported.stderr).toBe(0);
  const back = join(folder, `${format}.sqlite`);
  const imported = await runHere(['import', target, '--store', back]);
  expect(imported.exitCode, imported.stderr).toBe(0);
  const checked = await runHere(['check', '--store', back]);
  expect(checked.exitCode, checked.stdout).toBe(0);
  const again = await runHere(['import', target, '--store', back]);
  expect(again.exitCode, again.stderr).toBe(0);
  return back;
}

beforeAll(async () => {
  const warc = join(folder, 'captures.warc.gz');
  await writeWarc(warc, captures);
  const map = join(folder, 'map.csv');
  writeFileSync(
    map,
    `match,domain,policy\n${ADDRESS},lantern.example,privacy\n${APPLICANTS},lantern.example,applicants-2\n`,
  );
  const first = await runHere(['import', warc, '--map', map, '--store', store]);
  expect(first.exitCode, first.stderr).toBe(0);
  for (const [name, policy] of [
    ['one', 'privacy'],
    ['two', 'applicants-2'],
  ] as const) {
    const file = join(folder, `${name}.txt`);
    writeFileSync(file, `Privacy Policy\n\n${sentences(name).join('\n\n')}\n`);
    const result = await runHere([
      'import',
      file,
      '--domain',
      'lantern.example',
      '--policy',
      policy,
      '--store',
      store,
    ]);
    expect(result.exitCode, result.stderr).toBe(0);
  }
});

it('the store has what the forms have to hold: a text that came back, two policies, undated texts', () => {
  expect(
    query(
      store,
      'select policy, version, substr(first_seen, 1, 4), substr(last_seen, 1, 4) from v_versions order by 1, 2',
    ),
  ).toEqual([
    ['applicants-2', 1, '2007', '2007'],
    ['applicants-2', 2, null, null],
    ['privacy', 1, '2001', '2002'],
    ['privacy', 2, '2003', '2003'],
    ['privacy', 3, '2004', '2004'],
    ['privacy', 4, '2007', '2007'],
    ['privacy', 5, null, null],
  ]);
});

describe.each(['csv', 'jsonl', 'parquet', 'markdown'])('%s', (format) => {
  let back: string;
  beforeAll(async () => {
    back = await takeBack(format);
  });

  it('gives the same versions, with clauses, changes and lineages', () => {
    expect(query(back, CORE)).toEqual(query(store, CORE));
    const [before, after] = [dumpViews(store), dumpViews(back)];
    for (const view of ['v_clauses', 'v_changes', 'v_lineages', 'v_terms', 'v_links']) {
      expect(after[view], view).toEqual(before[view]);
    }
  });

  it.skipIf(format === 'markdown')('gives the same captures, but for those that only bytes explain', () => {
    const sql = `select domain, policy, timestamp, original, memento_url, statuscode, mimetype, digest, outcome, reason, version
      from v_captures where outcome <> 'not-a-policy' order by 1, 2, 3, 4`;
    expect(query(back, sql)).toEqual(query(store, sql));
  });
});

it('sqlite gives every view as it was', async () => {
  const back = await takeBack('sqlite');
  expect(dumpViews(back)).toEqual(dumpViews(store));
});

it('a release is named by what it says, not by how the store came by it, nor by its form', async () => {
  const releaseOf = async (file: string, format: string) => {
    const target = join(folder, 'release', format);
    expect((await runHere(['export', format, target, '--store', file])).exitCode).toBe(0);
    const { version, id } = JSON.parse(readFileSync(join(target, 'datapackage.json'), 'utf8'));
    expect(version).toMatch(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{12}$/);
    expect(readFileSync(join(target, 'README.md'), 'utf8')).toContain(version);
    return id;
  };
  const id = await releaseOf(store, 'csv');
  expect(await releaseOf(store, 'jsonl')).toBe(id);
  const merged = join(folder, 'merged.sqlite');
  await runHere(['merge', store, '--store', merged]);
  await runHere(['derive', '--whole', '--store', merged]);
  expect(await releaseOf(merged, 'sqlite')).toBe(id);
  const file = join(folder, 'more.txt');
  writeFileSync(file, `Privacy Policy\n\n${sentences('new').join('\n\n')}\n`);
  await runHere(['import', file, '--domain', 'lantern.example', '--store', merged]);
  expect(await releaseOf(merged, 'csv')).not.toBe(id);
});

it('warc gives every view as it was, but for undated texts, which no capture holds', async () => {
  const back = await takeBack('warc');
  const dated = `${CORE.replace('from v_versions', 'from v_versions where first_seen is not null')}`;
  expect(query(back, dated)).toEqual(query(store, dated));
  const sql =
    'select domain, policy, timestamp, original, outcome, reason, version from v_captures where timestamp is not null and statuscode <> 404 order by 1, 2, 3';
  expect(query(back, sql)).toEqual(query(store, sql));
});

it('refuses an export that is damaged, and keeps the store as it was', async () => {
  const target = join(folder, 'csv');
  writeFileSync(join(target, 'versions.csv'), 'domain,policy,version\nlantern.example,"pri"vacy",1\n');
  const back = join(folder, 'damaged.sqlite');
  const result = await runHere(['import', target, '--store', back]);
  expect([result.exitCode, result.stderr]).toEqual([
    2,
    expect.stringContaining('versions.csv cannot be read'),
  ]);
});
