import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { corpusFolder } from '../../crawler/test/corpus-folder.ts';
import { runHere } from '../../crawler/test/in-process.ts';
import { startArchiveServer } from '../archive-server.ts';
import { writeWarc } from '../warc/write-warc.ts';

/** One policy of an invented company in thirteen languages, two versions each. */
const CODES = 'ar de en es fr it ja ko nl pl pt ru zh'.split(' ');
const { folder, reason } = corpusFolder('cases/otters');

const html = [['Content-Type', 'text/html; charset=utf-8']] as const;

function readTitle(page: string): string {
  return /<h1[^>]*>([^<]+)</.exec(page)?.[1]?.trim() ?? '';
}

function captureOtter(code: string) {
  const origin = `http://otter-${code}.example`;
  const [first, second] = [1, 2].map((k) => readFileSync(join(folder!, `${code}-${k}.html`), 'utf8'));
  const home = `<html><meta charset="utf-8"><body><p>Otters!</p><a href="/page/9">${readTitle(first!)}</a></body></html>`;
  return [
    ...['2020', '2021', '2022'].map((year) => ({
      url: `${origin}/`,
      timestamp: `${year}0601000000`,
      headers: html,
      body: home,
    })),
    { url: `${origin}/page/9`, timestamp: '20200601000000', headers: html, body: first! },
    { url: `${origin}/page/9`, timestamp: '20220601000000', headers: html, body: second! },
  ];
}

/** One address that answers in one language and then in another, again and again. */
function captureTwoTongues() {
  const captures = captureOtter('en').map((row) => ({
    ...row,
    url: row.url.replace('otter-en', 'otter-two'),
  }));
  const french = captureOtter('fr').slice(3);
  return [
    ...captures,
    ...french.map((row, k) => ({
      ...row,
      url: row.url.replace('otter-fr', 'otter-two'),
      timestamp: k === 0 ? '20210301000000' : '20220901000000',
    })),
  ];
}

it.skipIf(!folder)(
  `gives a policy in thirteen languages two versions each, in its language ${reason}`,
  async () => {
    const place = mkdtempSync(join(tmpdir(), 'otters-'));
    const warc = join(place, 'otters.warc.gz');
    await writeWarc(warc, [...CODES.flatMap(captureOtter), ...captureTwoTongues()]);
    const server = await startArchiveServer({ warcs: warc });
    const store = join(place, 'otters.sqlite');
    const rates = ['--cdx-rate', '900', '--memento-rate', '900'];
    const domains = [...CODES, 'two'].map((code) => `otter-${code}.example`);
    const result = await runHere([
      'crawl',
      ...domains,
      '--store',
      store,
      '--archive',
      server.origin,
      '--quiet',
      ...rates,
    ]);
    await server.close();
    expect(result.exitCode, result.stderr).toBe(0);
    const database = new Database(store, { readonly: true });
    const rows = database
      .prepare(
        'select domain, policy, count(*) as n, min(language) as l from v_versions group by 1, 2 order by 1, 2',
      )
      .all();
    database.close();
    expect(rows).toEqual(
      [...CODES, 'two'].sort().flatMap((code) => {
        const row = { domain: `otter-${code}.example`, policy: 'privacy', n: 2 };
        return code === 'two'
          ? [
              { ...row, l: 'en' },
              { ...row, policy: 'privacy-fr', l: 'fr' },
            ]
          : [{ ...row, l: code }];
      }),
    );
  },
  120_000,
);
