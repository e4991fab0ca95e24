import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveServer } from '../../scripts/archive-server.ts';
import { exportFormats } from '../export/export-dataset.ts';
import { GIT_FOLDER } from '../export/write-git.ts';
import { openStore, openStoreReadOnly, type Store } from '../store/open.ts';
import { readPayload } from '../store/payloads.ts';
import { recordPublished } from '../store/write/published.ts';
import { FAST, makeFolder, serveDemo } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { dumpViews } from './views.ts';

/** The removal list from crawl to export: what it covers is nowhere, and everything else is where it was. */

const DOMAIN = 'pocketdiary.example';
const HEAD = 'domain,policy,first,last,removed_on,reason\n';
const folder = makeFolder();
let server: ArchiveServer;

/** A store in a folder of its own, since the list lies beside it. */
function place(name: string): { store: string; list: string } {
  mkdirSync(join(folder, name), { recursive: true });
  return { store: join(folder, name, 'store.sqlite'), list: join(folder, name, 'removals.csv') };
}

const crawl = (store: string) =>
  runHere(['crawl', DOMAIN, '--store', store, '--archive', server.origin, ...FAST, '--quiet']);

const full = place('full');

beforeAll(async () => {
  ({ server } = await serveDemo());
  expect((await crawl(full.store)).exitCode).toBe(0);
});
afterAll(() => server?.close());

function read<T>(file: string, ask: (store: Store) => T): T {
  const store = openStoreReadOnly(file);
  try {
    return ask(store);
  } finally {
    store.close();
  }
}

/** The span of one version, and a clause that no other version holds. */
function pickVersion(): { first: string; last: string; slug: string; textHash: string; sentence: string } {
  return read(
    full.store,
    (store) =>
      store
        .prepare(
          `select substr(v.first_seen, 1, 10) as first, substr(v.last_seen, 1, 10) as last, v.slug,
             v.text_hash as textHash, c.text as sentence
           from v_versions v join v_clauses c on c.domain = v.domain and c.policy = v.policy and c.version = v.version
           where v.domain = ? and v.version > 1 and c.kind = 'paragraph' and length(c.text) > 60 and c.text not like '%[%'
             and (select count(*) from v_clauses o where o.text = c.text) = 1
           order by v.version limit 1`,
        )
        .get(DOMAIN) as ReturnType<typeof pickVersion>,
  );
}

/** The same store with a list beside it, not derived since. */
function withList(name: string, version: ReturnType<typeof pickVersion>): string {
  const { store, list } = place(name);
  copyFileSync(full.store, store);
  writeFileSync(
    list,
    `${HEAD}${DOMAIN},privacy,${version.first},${version.last},2026-03-02,on request of a person\n`,
  );
  return store;
}

const digits = (day: string) => day.replaceAll('-', '');
const countOf = (store: Store, sql: string) => store.prepare(sql).pluck().get() as number;
const REMOVED = "select count(*) from v_captures where outcome = 'skipped' and reason = 'removed'";

describe('a crawl with a removal list', () => {
  it('fetches none of its captures, and says why', async () => {
    const version = pickVersion();
    const { store, list } = place('crawled');
    writeFileSync(
      list,
      `${HEAD}${DOMAIN},,${version.first},${version.last},2026-03-02,on request of a person\n`,
    );
    const before = server.log.length;
    expect((await crawl(store)).exitCode).toBe(0);
    const covered = read(
      full.store,
      (own) =>
        own
          .prepare('select timestamp from v_captures where timestamp >= ? and timestamp <= ?')
          .pluck()
          .all(`${digits(version.first)}000000`, `${digits(version.last)}235959`) as string[],
    );
    const asked = ({ kind, target }: ArchiveServer['log'][number]) =>
      kind === 'playback' && covered.some((timestamp) => target.includes(timestamp));
    expect(server.log.slice(0, before).some(asked)).toBe(true);
    expect(server.log.slice(before).filter(asked)).toEqual([]);
    read(store, (opened) => {
      expect(countOf(opened, REMOVED)).toBeGreaterThan(0);
      expect(countOf(opened, `select count(*) from v_versions where text_hash = '${version.textHash}'`)).toBe(
        0,
      );
      expect(countOf(opened, 'select capture_count from v_removals')).toBe(countOf(opened, REMOVED));
    });
    expect((await runHere(['check', '--store', store])).exitCode).toBe(0);
  });

  it('gives the same history as a crawl without it that learns of it later, and takes it back when it is gone', async () => {
    const store = withList('later', pickVersion());
    expect((await runHere(['derive', '--store', store])).exitCode).toBe(0);
    const views = dumpViews(store);
    const crawled = dumpViews(place('crawled').store);
    expect(views.v_clauses).toEqual(crawled.v_clauses);
    expect(views.v_changes).toEqual(crawled.v_changes);
    writeFileSync(place('later').list, HEAD);
    expect((await runHere(['derive', '--store', store])).exitCode).toBe(0);
    expect(dumpViews(store)).toEqual(dumpViews(full.store));
  });

  it('does nothing at all where the list cannot be understood', async () => {
    const { store, list } = place('broken');
    writeFileSync(list, `${HEAD}${DOMAIN},privacy,sometime,,2026-03-02,on request\n`);
    const before = server.log.length;
    const result = await crawl(store);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain('first is "sometime"');
    expect(server.log.length).toBe(before);
  });
});

describe.each(Object.keys(exportFormats))('export %s of a store with a removal list', (format) => {
  it('holds nothing of the words, whether or not the store was derived since, and leaves the store as it was', async () => {
    const version = pickVersion();
    const store = withList(`for-${format}`, version);
    const words = plainWords(version.sentence);
    const opened = openStore(store);
    recordPublished(opened, 1000);
    opened.close();
    const target = join(folder, `out-${format}`);
    const result = await runHere(['export', format, target, '--store', store, '--quiet']);
    expect(result.exitCode, result.stderr).toBe(0);
    expect(await readEverything(target, format)).not.toContain(words);
    const control = join(folder, `control-${format}`);
    expect((await runHere(['export', format, control, '--store', full.store, '--quiet'])).exitCode).toBe(0);
    expect(await readEverything(control, format)).toContain(words);
    read(store, (own) => expect(countOf(own, REMOVED)).toBe(0));
  });
});

it('the published file still opens, checks, keeps dates and hashes, and says what is missing', async () => {
  const version = pickVersion();
  const file = join(folder, 'out-sqlite', 'palimpsest.sqlite');
  expect((await runHere(['check', '--store', file])).exitCode).toBe(0);
  read(file, (store) => {
    const captures = `select count(*) from v_captures where reason = 'removed' and digest <> '' and timestamp is not null`;
    expect(countOf(store, captures)).toBeGreaterThan(0);
    expect(countOf(store, `${captures} and payload_hash is not null`)).toBeGreaterThan(0);
    expect(store.prepare('select text_hash from published where slug = ?').pluck().get(version.slug)).toBe(
      version.textHash,
    );
    expect(countOf(store, "select count(*) from v_removals where reason = 'on request of a person'")).toBe(1);
    const kept = store.prepare('select id from payloads where length(stored) > 0').pluck().all() as number[];
    const all = read(full.store, (own) => countOf(own, 'select count(*) from payloads'));
    expect(kept.length).toBeLessThan(all);
    for (const id of kept) {
      expect(readPayload(store, id).toString('utf8').replace(/\s+/g, ' ')).not.toContain(
        plainWords(version.sentence),
      );
    }
  });
  // Whoever goes on working with the published file keeps to what was removed.
  expect((await runHere(['derive', '--store', file])).exitCode).toBe(0);
  read(file, (store) => expect(countOf(store, REMOVED)).toBeGreaterThan(0));
});

/** A stretch of a sentence without Markdown, as it also stands in the page's HTML. */
const plainWords = (sentence: string) => /[\w ,]{40,}/.exec(sentence)![0].trim();

/** All text of an export, unpacked, white space squashed. */
async function readEverything(target: string, format: string): Promise<string> {
  const files = globSync('**/*', { cwd: target })
    .map((file) => join(target, file))
    .filter((file) => statSync(file).isFile());
  const texts = await Promise.all(
    files.map(async (file) => {
      if (file.endsWith('.gz')) return gunzipSync(readFileSync(file)).toString('latin1');
      if (file.endsWith('.parquet')) {
        const compressors = { ZSTD: (bytes: Uint8Array) => new Uint8Array(zstdDecompressSync(bytes)) };
        const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file), compressors });
        return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? Number(value) : value));
      }
      return readFileSync(file, 'latin1');
    }),
  );
  expect(texts.length, format).toBeGreaterThan(2);
  if (format === 'git') texts.push(readObjects(join(target, GIT_FOLDER)));
  return texts.join('\n').replace(/\s+/g, ' ');
}

/** All objects of a repository, packed ones too. */
const readObjects = (repository: string): string =>
  execFileSync('git', ['-C', repository, 'cat-file', '--batch-all-objects', '--batch'], {
    encoding: 'latin1',
    maxBuffer: 1e9,
  });
