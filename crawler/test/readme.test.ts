/** What the README shows is done as it stands there, against an archive on loopback, and answers as it says. */

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArchiveServer, startArchiveServer } from '../../scripts/archive-server.ts';
import { type WarcCapture, writeWarc } from '../../scripts/warc/write-warc.ts';
import { formatProvenanceHeader } from '../core/index.ts';
import { makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { runCli } from './run-cli.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = makeFolder();
const ADDRESS = 'http://www.example.com/privacy';

const kept = Array.from(
  { length: 9 },
  (_, k) => `We keep personal information number ${k} in a drawer, and show it to nobody.`,
);
const cookies = (who: string) => `We allow ${who} to set third-party cookies when you read our pages.`;
const page = (clauses: readonly string[]) =>
  `<html><body><h1>Privacy Policy</h1>${clauses.map((text) => `<p>${text}</p>`).join('\n')}</body></html>`;
const home = '<html><body><a href="/privacy">Privacy Policy</a></body></html>';

const captures: readonly WarcCapture[] = [
  { url: 'http://www.example.com/', timestamp: '20010301120000', body: home },
  { url: ADDRESS, timestamp: '20010501120000', body: page([...kept, cookies('one partner')]) },
  { url: ADDRESS, timestamp: '20020501120000', body: page([...kept, cookies('all our partners')]) },
  { url: ADDRESS, timestamp: '20030501120000', body: page(kept.slice(1)) },
];

let server: ArchiveServer;

/** The lines of the README's shell blocks, remarks left out. */
const lines = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) => line.replace(/\s+#\s.*$/, '').trim())
  .filter((line) => line !== '');

/** What other tests run, and why not this one. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'npm install && npm run demo': 'installs; the demo has tests of its own',
  'npm install && npm run check && npm test': 'runs these very tests',
  'npm run site:build && npm run site:serve': 'the site has tests of its own',
  'npx palimpsest crawl --file domains.txt --index rows.parquet --memento-rate 20':
    'common-crawl.test.ts crawls such rows',
  'npx palimpsest queue add --file domains.txt --queue redis://127.0.0.1:6379': 'queue.test.ts has a queue',
  'npx palimpsest work --queue redis://127.0.0.1:6379 --store shard-1.sqlite --until-empty':
    'queue.test.ts has hosts that take domains',
  'npx palimpsest queue status --queue redis://127.0.0.1:6379': 'queue.test.ts asks for it',
  'npm run archive-server -- captures.warc.gz --port 8080': 'the archive server runs beside these tests',
};

const hasSqlite = spawnSync('sqlite3', ['--version']).status === 0;

/** Runs a line as a shell would, where `npx palimpsest` is this checkout's program and the archive is on loopback. */
function runLine(line: string): Promise<{ exitCode: number | null; said: string }> {
  const child = spawn('sh', ['-c', line.replace('http://127.0.0.1:8080', server.origin)], {
    cwd: folder,
    env: {
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      HOME: process.env.HOME,
      PALIMPSEST_ARCHIVE: server.origin,
      NO_COLOR: '1',
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve) => child.on('close', (exitCode) => resolve({ exitCode, said })));
}

/** The files that the README's lines name. */
async function layFiles(): Promise<void> {
  await writeWarc(join(folder, 'captures.warc.gz'), captures);
  for (const name of ['bin', 'policies', 'saved-pages', 'collection/Lantern Post'])
    mkdirSync(join(folder, name), { recursive: true });
  const program = join(root, 'crawler', 'bin', 'palimpsest.mjs');
  // Loopback need not be spared: a crawl that names no rate gets one.
  const stub = `#!/bin/sh\nshift\ncase "$1$*" in crawl*--cdx-rate*) ;; crawl*) set -- "$@" --cdx-rate 500 --memento-rate 500 ;; esac\nexec "${process.execPath}" "${program}" "$@"\n`;
  writeFileSync(join(folder, 'bin', 'npx'), stub);
  chmodSync(join(folder, 'bin', 'npx'), 0o755);
  const text = `# Privacy Policy\n\n${kept.join('\n\n')}\n`;
  const facts = { domain: 'lantern.example', policy: 'privacy', timestamp: '20021215143804' };
  const rawUrl = 'https://web.archive.org/web/20021215143804id_/http://lantern.example/privacy';
  writeFileSync(
    join(folder, 'policies', 'lantern.md'),
    `${formatProvenanceHeader({ ...facts, rawUrl })}\n\n${text}`,
  );
  writeFileSync(join(folder, 'policy.txt'), text);
  writeFileSync(
    join(folder, 'saved-pages', 'page.html'),
    `<!-- saved from url=(0067)https://web.archive.org/web/20021215143804/http://harbour.example/privacy -->${page(kept)}`,
  );
  writeFileSync(join(folder, 'collection', 'Lantern Post', 'Privacy Policy.md'), text);
  writeFileSync(join(folder, 'services.csv'), 'match,domain,policy\nLantern Post,post.example,privacy\n');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@lantern.example', ...args], {
      cwd: join(folder, 'collection'),
      stdio: 'ignore',
    });
  git('init');
  git('add', '--all');
  git('commit', '--message', 'First record of Lantern Post Privacy Policy');
  git('clone', '--bare', '.', join(folder, 'collection.git'));
}

beforeAll(async () => {
  await layFiles();
  server = await startArchiveServer({ warcs: join(folder, 'captures.warc.gz') });
});
afterAll(() => server?.close());

describe('the README’s lines', () => {
  it('are known', () => {
    expect(lines.length).toBeGreaterThan(12);
    for (const line of Object.keys(ELSEWHERE)) expect(lines).toContain(line);
  });

  for (const line of lines.filter((one) => !(one in ELSEWHERE))) {
    const isMissing = line.startsWith('sqlite3 ') && !hasSqlite;
    it.skipIf(isMissing)(isMissing ? `${line} (skipped: sqlite3 is not installed)` : line, async () => {
      const { exitCode, said } = await runLine(line);
      expect(exitCode, said).toBe(0);
      expect(said.trim()).not.toBe('');
    });
  }
});

describe('answers', () => {
  const store = join(folder, 'answers.sqlite');
  beforeAll(async () => {
    const imported = await runHere(['import', join(folder, 'captures.warc.gz'), '--store', store]);
    expect(imported.exitCode, imported.stderr).toBe(0);
  });
  const ask = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await runHere([...args, '--store', store]);
    expect(exitCode, stderr).toBe(0);
    return stdout;
  };

  it('history: a line for each version, with when it was seen and how it changed', async () => {
    const rows = (await ask('history', 'example.com')).split('\n').map((row) => row.trim().split(/\s{2,}/));
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['version', 'seen', 'captures', 'words', 'step'],
      ['1', '2001-05-01', '2001-05-01', '1', expect.stringMatching(/^\d+$/)],
      ['2', '2002-05-01', '2002-05-01', '1', expect.stringMatching(/^\d+$/)],
      ['3', '2003-05-01', '2003-05-01', '1', expect.stringMatching(/^\d+$/)],
    ]);
    expect(rows[2]!.at(-1)).toMatch(/^\+\d+ -\d+$/);
    const versions = (await ask('history', 'example.com', '--json'))
      .split('\n')
      .map((row) => JSON.parse(row));
    expect(versions.map(({ version, firstSeen }) => [version, firstSeen])).toEqual([
      [1, '20010501120000'],
      [2, '20020501120000'],
      [3, '20030501120000'],
    ]);
  });

  it('history --clause: the life of the clause that fits', async () => {
    const life = await ask('history', 'example.com', '--clause', 'third-party cookies');
    const [first, second, third] = ['2001-05-01', '2002-05-01', '2003-05-01'].map((date) =>
      life.indexOf(date),
    );
    expect(first).toBeGreaterThan(0);
    expect(life.slice(first, second)).toContain(cookies('one partner'));
    expect(life.slice(second, third)).toContain(cookies('all our partners'));
    expect(life.slice(second, third)).toContain('edited');
    expect(life.slice(third)).toContain('not present');
  });

  it('compare: what changed, word by word', async () => {
    const { comparison } = JSON.parse(
      await ask('compare', 'example.com@2001-05-01', 'example.com@2002-05-01', '--json'),
    );
    expect(comparison.changes).toHaveLength(1);
    expect(comparison.changes[0]).toMatchObject({ kind: 'edited', moved: false });
    const marked = comparison.changes[0].spans.filter(([kind]: [string]) => kind !== 'kept');
    expect(marked).toEqual([
      ['removed', expect.stringContaining('one partner')],
      ['added', expect.stringContaining('all our partners')],
    ]);
    const shown = await ask('compare', 'example.com@first', 'example.com@latest');
    expect(shown.match(/^- removed/gm)).toHaveLength(2);
  });

  it('normalize: a page as Markdown', async () => {
    const file = join(folder, 'page.html');
    writeFileSync(file, page([...kept, 'See <a href="http://www.example.com/x">our rules</a>.']));
    expect(await ask('normalize', file)).toBe(
      ['# Privacy Policy', ...kept, 'See [our rules](http://www.example.com/x).'].join('\n\n'),
    );
    const [answer] = (await ask('normalize', file, '--json')).split('\n').map((row) => JSON.parse(row));
    expect(answer).toMatchObject({
      title: 'Privacy Policy',
      language: 'en',
      outcome: 'version',
      reason: null,
    });
    expect(answer.clauses).toHaveLength(kept.length + 2);
    expect(answer.textHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('align: an answer a line, in order, whatever stands in the texts', async () => {
    const clause = (text: string) => ({ kind: 'paragraph', level: 0, text });
    const left = kept.map(clause);
    const right = [clause(cookies('all our partners')), ...kept.slice(1).map(clause)];
    const questions = [
      { left, right },
      { left: 'We keep one\u2028thing.', right: 'We keep two\u2028things.' },
      { versions: [left, right, left] },
    ];
    const { exitCode, stdout, stderr } = await runCli(
      ['align'],
      questions.map((one) => `${JSON.stringify(one)}\n`).join(''),
    );
    expect(exitCode, stderr).toBe(0);
    const [alignment, words, lives] = stdout
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row));
    const indices = (side: 'left' | 'right') =>
      alignment.matches
        .flatMap((match: Record<string, number[]>) => match[side])
        .sort((a: number, b: number) => a - b);
    expect([indices('left'), indices('right')]).toEqual([left.map((_, k) => k), right.map((_, k) => k)]);
    expect(alignment.matches.filter((match: { kind: string }) => match.kind === 'unchanged')).toHaveLength(8);
    expect(words.spans.map(([, text]: [string, string]) => text).join('')).toContain('\u2028');
    expect(lives.lineages.map((ids: number[]) => ids.length)).toEqual([9, 9, 9]);
    expect(lives.lineages[0].slice(1)).toEqual(lives.lineages[1].slice(1));
  });
});
