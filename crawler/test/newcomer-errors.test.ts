/** Every mistake a newcomer is likely to make gets what is wrong, the value, and what to do; never a stack. */

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArchiveServer, startArchiveServer } from '../../scripts/archive-server.ts';
import { demoWarc, FAST, makeFolder, serveDemo } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { type CliResult, runCli } from './run-cli.ts';

const folder = makeFolder();
const file = (name: string) => join(folder, name);
let server: ArchiveServer;

beforeAll(async () => {
  ({ server } = await serveDemo());
});
afterAll(() => server?.close());

function expectTold(result: Omit<CliResult, 'signal'>, exitCode: number, ...words: string[]): void {
  expect(result.exitCode, result.stderr).toBe(exitCode);
  for (const word of words) expect(result.stderr).toContain(word);
  expect(result.stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(result.stdout).toBe('');
}

describe('wrong usage (exit 2)', () => {
  it.each([
    ['unknown command', ['crowl', 'example.com'], ["unknown command 'crowl'", 'crawl', '--help']],
    ['unknown flag', ['stats', '--jsno'], ["unknown option '--jsno'", '--json', 'palimpsest stats --help']],
    ['no domain', ['crawl'], ["missing required argument 'domain'", 'example.com', '--file LIST']],
    ['not a domain', ['crawl', 'example'], ["'example' is not a domain", 'example.com']],
    [
      'an address for a domain',
      ['crawl', 'https://www.example.com/privacy'],
      ['https://www.example.com/privacy', 'bare domain: example.com', '--url'],
    ],
    [
      'a date that is none',
      ['crawl', 'example.com', '--from', '2004-13'],
      ['--from 2004-13 is no date', '--from 2004-06'],
    ],
    ['a rate that is none', ['crawl', 'example.com', '--cdx-rate', 'fast'], ['--cdx-rate fast', 'above 0']],
    [
      'an archive that is no address',
      ['crawl', 'example.com', '--archive', 'wayback'],
      ['--archive wayback', 'https://web.archive.org'],
    ],
    [
      'a file that is not there',
      ['import', 'nowhere.md', '--store', file('i.sqlite')],
      ['nowhere.md does not exist'],
    ],
    ['no such file to compare', ['compare', 'left.md', 'right.md'], ['left.md does not exist']],
  ])('%s', async (_name, args, words) => {
    expectTold(await runHere(args), 2, ...words);
  });

  it('the program itself tells it so, and ends with it', async () => {
    expectTold(await runCli(['crowl', 'example.com']), 2, "unknown command 'crowl'", '--help');
  });

  it('a question that is no JSON', async () => {
    expectTold(await runCli(['align'], '{"left":\n'), 2, 'line 1', 'no JSON', 'align --help');
  });

  it('a document that says it is another company’s than the option says', async () => {
    const header =
      '> *The following text is extracted and transformed from the lantern.example privacy policy that was archived on ' +
      '2002-12-15. Please check the [original snapshot on the Wayback Machine](https://web.archive.org/web/' +
      '20021215143804id_/http%3A//lantern.example/privacy.html) for more details.*\n\nWe keep no records.\n';
    writeFileSync(file('headed.md'), header);
    const store = file('other.sqlite');
    const args = ['import', file('headed.md'), '--domain', 'harbour.example', '--store', store];
    expectTold(await runHere(args), 2, 'lantern.example', 'harbour.example', 'without --domain');
  });

  it('a document that does not say whose it is', async () => {
    writeFileSync(file('plain.txt'), 'We keep no records. We never will.\n');
    expectTold(
      await runHere(['import', file('plain.txt'), '--store', file('i.sqlite')]),
      2,
      'plain.txt',
      '--domain example.com',
    );
  });

  it('a folder, an empty file and a binary one', async () => {
    mkdirSync(file('empty-folder'), { recursive: true });
    writeFileSync(file('empty.md'), '');
    writeFileSync(file('binary.md'), Buffer.from([0x50, 0x4b, 0, 0, 1]));
    for (const name of ['empty-folder', 'empty.md', 'binary.md']) {
      expectTold(
        await runHere(['import', file(name), '--domain', 'example.com', '--store', file('i.sqlite')]),
        2,
        name,
      );
    }
  });

  it.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    writeFileSync(file('secret.md'), 'x');
    chmodSync(file('secret.md'), 0o000);
    expectTold(await runHere(['import', file('secret.md'), '--store', file('i.sqlite')]), 2, 'secret.md');
  });
});

describe('nothing found (exit 3)', () => {
  it('a domain without captures', async () => {
    const args = [
      'crawl',
      'nobody.example',
      '--store',
      file('n.sqlite'),
      '--archive',
      server.origin,
      ...FAST,
    ];
    const result = await runHere(args);
    expect(result.exitCode, result.stderr).toBe(3);
    expect(result.stdout).toContain('nobody.example');
    expect(result.stderr).toContain('--url');
  });

  it('a history of a domain the store does not hold', async () => {
    const store = file('n.sqlite');
    expectTold(
      await runHere(['history', 'other.example', '--store', store]),
      3,
      'other.example',
      'palimpsest crawl other.example',
    );
  });
});

it('an unreachable archive (exit 4)', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => closed.once('listening', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const archive = `http://127.0.0.1:${port}`;
  const args = ['crawl', 'example.com', '--store', file('u.sqlite'), '--archive', archive];
  const result = await runHere(args);
  expect(result.exitCode, result.stderr).toBe(4);
  expect(result.stderr).toContain('run the same command again');
});

describe('a store that cannot be used (exit 6)', () => {
  it('none there', async () => {
    expectTold(
      await runHere(['stats', '--store', file('none.sqlite')]),
      6,
      'none.sqlite does not exist',
      'crawl',
    );
  });

  it('newer than the program', async () => {
    const store = new Database(file('newer.sqlite'));
    store.pragma('user_version = 999');
    store.exec('create table captures (id integer)');
    store.close();
    for (const args of [['stats'], ['crawl', 'example.com', '--archive', server.origin]]) {
      expectTold(
        await runHere([...args, '--store', file('newer.sqlite')]),
        6,
        'newer.sqlite',
        '999',
        'newer version',
      );
    }
  });

  it('no SQLite file', async () => {
    writeFileSync(file('text.sqlite'), 'This is a text that somebody named like a store.'.repeat(50));
    expectTold(await runHere(['stats', '--store', file('text.sqlite')]), 6, 'text.sqlite');
  });

  it('another SQLite file', async () => {
    const store = new Database(file('other.sqlite'));
    store.exec('create table recipes (id integer)');
    store.close();
    expectTold(await runHere(['stats', '--store', file('other.sqlite')]), 6, 'other.sqlite', 'not a store');
  });

  it('in a folder that cannot be made', async () => {
    writeFileSync(file('a-file'), '');
    expectTold(await runHere(['derive', '--store', join(file('a-file'), 'x.sqlite')]), 6, 'x.sqlite');
  });
});

it('the archive server says which port is in use, and what to do (exit 2)', async () => {
  const port = Number(new URL(server.origin).port);
  const { file: warcs } = await demoWarc();
  await expect(startArchiveServer({ warcs, port })).rejects.toMatchObject({
    message: expect.stringContaining(String(port)),
    remedy: expect.stringMatching(/port/i),
  });
});
