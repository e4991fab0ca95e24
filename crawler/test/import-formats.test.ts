import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { type ArchiveServer, startArchiveServer } from '../../scripts/archive-server.ts';
import { writeWarc } from '../../scripts/warc/write-warc.ts';
import { FAST } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { folder, page, take } from './lay-files.ts';
import { writeZip } from './write-zip.ts';

it('a WACZ file gives its captures, and so does one in another', async () => {
  const warc = join(folder, 'inside.warc.gz');
  const captures = [2001, 2003].map((year) => ({
    url: 'http://www.lantern.example/privacy',
    timestamp: `${year}0501120000`,
    body: page(String(year)),
  }));
  await writeWarc(warc, captures);
  const file = join(folder, 'crawl.wacz');
  writeFileSync(
    file,
    writeZip({
      'datapackage.json': '{"profile":"data-package"}',
      'archive/data.warc.gz': readFileSync(warc),
      'pages/pages.jsonl': '{}',
    }),
  );
  const outer = join(folder, 'crawls.wacz');
  writeFileSync(
    outer,
    writeZip({
      'datapackage.json': '{"profile":"multi-wacz-package"}',
      'archive/crawl.wacz': readFileSync(file),
    }),
  );
  for (const path of [file, outer]) {
    const taken = await take(path);
    expect(taken.exitCode, taken.stderr).toBe(0);
    expect(taken.versions().map((row) => (row as string[])[2])).toEqual([
      '2001-05-01T12:00:00Z',
      '2003-05-01T12:00:00Z',
    ]);
  }
});

it('a cut gzip makes no text, whichever way it comes; a whole one with bytes after it does', async () => {
  const url = 'http://www.lantern.example/privacy';
  const coded: readonly (readonly [string, string])[] = [
    ['Content-Type', 'text/html'],
    ['Content-Encoding', 'gzip'],
  ];
  const packed = gzipSync(page('long'));
  const warc = join(folder, 'coded.warc.gz');
  await writeWarc(warc, [
    { url, timestamp: '20030304050607', headers: coded, body: Buffer.concat([packed, Buffer.from('\n \n')]) },
    {
      url,
      timestamp: '20040304050607',
      headers: coded,
      body: packed.subarray(0, Math.floor(packed.length / 2)),
    },
    { url, timestamp: '20050304050607', headers: [['Content-Type', 'text/plain']], body: page('other') },
    {
      url,
      timestamp: '20060304050607',
      status: 203,
      headers: [['Content-Type', 'application/x-odd-html']],
      body: page('fourth'),
    },
  ]);
  const outcomes = [
    ['20030304050607', 'version', null],
    ['20040304050607', 'failed', 'truncated'],
    ['20050304050607', 'version', null],
    ['20060304050607', 'version', null],
  ];
  const sql = 'select timestamp, outcome, reason from v_captures order by timestamp';
  expect((await take(warc)).query(sql)).toEqual(outcomes);
  const server: ArchiveServer = await startArchiveServer({ warcs: warc });
  try {
    const store = join(folder, 'coded.sqlite');
    await runHere([
      'crawl',
      'lantern.example',
      '--url',
      url,
      '--store',
      store,
      '--archive',
      server.origin,
      ...FAST,
    ]);
    const opened = new Database(store, { readonly: true });
    expect(opened.prepare(sql).raw().all()).toEqual(outcomes);
    opened.close();
  } finally {
    await server.close();
  }
  const file = join(folder, 'half.html');
  writeFileSync(file, packed.subarray(0, Math.floor(packed.length / 2)));
  const { stdout } = await runHere(['normalize', file, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'failed', reason: 'truncated' });
});

it('normalize reads the page in an MHTML file, links of archived pages as they were, and refuses office documents', async () => {
  const html = page('saved').replace('</body>', '<p>See <a href="/rules">our rules</a> as well.</p></body>');
  const mhtml = join(folder, 'page.mhtml');
  const head =
    'From: <Saved by Blink>\r\nSnapshot-Content-Location: http://www.lantern.example/privacy\r\nMIME-Version: 1.0\r\n';
  const part = `Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}`;
  writeFileSync(
    mhtml,
    `${head}Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n${part}\r\n--b--\r\n`,
  );
  const archived = join(folder, 'archived.html');
  writeFileSync(
    archived,
    `<!-- saved from url=(0067)https://web.archive.org/web/20021215143804/http://www.lantern.example/privacy -->${html}`,
  );
  for (const file of [mhtml, archived]) {
    const { exitCode, stdout } = await runHere(['normalize', file]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('[our rules](http://www.lantern.example/rules)');
    expect(stdout).not.toMatch(/MIME-Version|base64/);
  }
  const rtf = join(folder, 'policy.rtf');
  writeFileSync(rtf, '{\\rtf1\\ansi We keep nothing.}');
  const refused = await runHere(['normalize', rtf]);
  expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining('Rich Text')]);
});
