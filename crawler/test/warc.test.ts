import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArchiveServer, startArchiveServer } from '../../scripts/archive-server.ts';
import { writeWarc } from '../../scripts/warc/write-warc.ts';
import { sha256 } from '../hash.ts';
import { demoWarc, FAST, makeFolder, serveDemo } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { dumpViews } from './views.ts';

const folder = makeFolder();
const fileOf = (name: string) => join(folder, `${name}.sqlite`);
let demo: string;
const DOMAIN = 'pocketdiary.example';
const ADDRESS = 'http://www.fernhill.example/privacy.html';
let server: ArchiveServer;

beforeAll(async () => {
  demo = (await demoWarc()).file;
  ({ server } = await serveDemo());
  const args = ['crawl', DOMAIN, '--store', fileOf('crawled'), '--archive', server.origin, ...FAST];
  expect((await runHere(args)).exitCode).toBe(0);
});
afterAll(() => server?.close());

/** Versions without the address of the archive they came from; their texts as hashes, which can be shown where they differ. */
function versions(name: string): string[] {
  return dumpViews(fileOf(name)).v_versions!.map((text) => {
    const row = JSON.parse(text);
    const markdown = row.at(-1) as string;
    return JSON.stringify([...row.toSpliced(9, 1).slice(0, -1), sha256(markdown)]);
  });
}

const sentences = (count: number, word: string) =>
  Array.from(
    { length: count },
    (_, k) =>
      `<p>We collect personal information number ${k} for the ${word} purpose, and disclose it to nobody.</p>`,
  ).join('\n');
const page = (word: string) => `<html><body><h1>Privacy Policy</h1>${sentences(12, word)}</body></html>`;

describe('import of WARC files', () => {
  it('gives the same versions as a crawl of an archive that serves them', async () => {
    const result = await runHere(['import', demo, '--domain', DOMAIN, '--store', fileOf('imported')]);
    expect(result.exitCode, result.stderr).toBe(0);
    expect(versions('imported')).toEqual(versions('crawled'));
    expect((await runHere(['check', '--store', fileOf('imported')])).exitCode).toBe(0);
  });

  it('takes revisits, plain files and those without a length of their own; finds the domain itself', async () => {
    const file = join(folder, 'fernhill.warc');
    const at = (year: number) => `${year}0501120000`;
    await writeWarc(file, [
      { url: ADDRESS, timestamp: at(2001), body: page('first') },
      {
        url: ADDRESS,
        timestamp: at(2002),
        body: page('first'),
        revisitOf: { url: ADDRESS, timestamp: at(2001) },
      },
      { url: ADDRESS, timestamp: at(2003), body: page('second') },
      { url: ADDRESS, timestamp: at(2004), status: 404, body: '<p>not found</p>' },
    ]);
    const result = await runHere(['import', file, '--store', fileOf('fernhill')]);
    expect(result.exitCode, result.stderr).toBe(0);
    const rows = dumpViews(fileOf('fernhill')).v_captures!.map((text) => JSON.parse(text));
    expect(rows.map((row) => [row[2].slice(0, 4), row[8], row[11]])).toEqual([
      ['2001', 'version', 1],
      ['2002', 'duplicate', 1],
      ['2003', 'version', 2],
      ['2004', 'skipped', null],
    ]);
    expect(rows.every((row) => row[4] === null)).toBe(true);
    const again = await runHere(['import', file, '--store', fileOf('fernhill')]);
    expect(again.exitCode).toBe(0);
    expect(dumpViews(fileOf('fernhill')).v_captures!.length).toBe(rows.length);
  });

  it('keeps what stands before the cut of a truncated file', async () => {
    const whole = readFileSync(demo);
    for (const [name, bytes] of [
      ['cut.warc.gz', whole.subarray(0, Math.floor(whole.length * 0.6))],
      ['cut.warc', gunzipSync(whole).subarray(0, Math.floor(gunzipSync(whole).length * 0.6))],
    ] as const) {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      const result = await runHere(['import', file, '--domain', DOMAIN, '--store', fileOf(name)]);
      expect([0, 5], result.stderr).toContain(result.exitCode);
      expect(result.stderr).toContain('ends in the middle of a record');
      expect(versions(name).length).toBeGreaterThan(3);
      expect(versions(name).length).toBeLessThan(versions('crawled').length);
    }
  });

  it('refuses what is no WARC, before a store is made', async () => {
    const file = join(folder, 'broken.warc.gz');
    writeFileSync(file, 'this is no archive');
    const result = await runHere(['import', file, '--store', fileOf('broken')]);
    expect(result.exitCode, result.stderr).toBe(2);
  });
});

describe('import of pages', () => {
  it('takes a folder of HTML files, and reads where a saved page comes from', async () => {
    const pages = join(folder, 'pages');
    mkdirSync(join(pages, 'deep'), { recursive: true });
    const saved = `<!-- saved from url=(0041)${ADDRESS} -->\n${page('saved')}`;
    writeFileSync(join(pages, 'deep', 'policy.html'), saved);
    writeFileSync(join(pages, 'style.css'), 'p {}');
    const result = await runHere(['import', pages, '--date', '2005-03-04', '--store', fileOf('pages')]);
    expect(result.exitCode, result.stderr).toBe(0);
    expect(result.stderr).toContain('1 other file passed over');
    const [version] = dumpViews(fileOf('pages')).v_versions!.map((text) => JSON.parse(text));
    expect(version.slice(0, 5)).toEqual([
      'fernhill.example',
      'privacy',
      1,
      version[3],
      '2005-03-04T00:00:00Z',
    ]);
    expect(version[8]).toBe(ADDRESS);
  });

  it('asks whose policy a page is that does not say', async () => {
    const file = join(folder, 'nameless.html');
    writeFileSync(file, page('nameless'));
    const result = await runHere(['import', file, '--store', fileOf('nameless')]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain('--domain');
  });
});

describe('export warc', () => {
  it('gives files that an archive can serve again, with the same versions', async () => {
    const target = join(folder, 'warcs');
    const result = await runHere(['export', 'warc', target, '--store', fileOf('crawled')]);
    expect(result.exitCode, result.stderr).toBe(0);
    const second = await startArchiveServer({ warcs: target });
    try {
      expect(second.warnings).toEqual([]);
      const args = ['crawl', DOMAIN, '--store', fileOf('again'), '--archive', second.origin, ...FAST];
      const crawled = await runHere(args);
      expect(crawled.exitCode, crawled.stderr).toBe(0);
    } finally {
      await second.close();
    }
    expect(versions('again')).toEqual(versions('crawled'));
  });

  it('gives files that an import takes back without being told whose they are', async () => {
    const result = await runHere(['import', join(folder, 'warcs'), '--store', fileOf('back')]);
    expect(result.exitCode, result.stderr).toBe(0);
    const [crawled, back] = [dumpViews(fileOf('crawled')), dumpViews(fileOf('back'))];
    for (const view of ['v_versions', 'v_clauses', 'v_changes', 'v_lineages', 'v_terms', 'v_links']) {
      expect(back[view], view).toEqual(crawled[view]);
    }
  });
});
