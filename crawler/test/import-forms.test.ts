/** What others collected comes in as they left it: folders, ZIP files, repositories, web archives' packages. */

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runHere } from './in-process.ts';
import { folder, lay, page, take, text } from './lay-files.ts';
import { writeZip } from './write-zip.ts';

const COLLECTION = {
  'README.md': '# A collection\n\nThis folder holds documents of many services, kept for research.\n',
  LICENSE: 'Do as you like.',
  'Lantern Post/Privacy Policy/2021-08-01T01-03-12Z.md': text('first'),
  'Lantern Post/Privacy Policy/2022-08-01T01-03-12Z.md': text('second'),
  'Lantern Post/Terms of Service/2021-08-01T01-03-12Z.md': text('terms'),
  'Harbour/Privacy Policy/2020-01-02T03-04-05Z.md': text('harbour'),
};

describe('a collection of dated texts', () => {
  it('of one service is taken by --domain, its privacy policies alone; other kinds by name', async () => {
    const path = join(lay('collection', COLLECTION), 'Lantern Post');
    const taken = await take(path, '--domain', 'lantern.example');
    expect(taken.exitCode, taken.stderr).toBe(0);
    expect(taken.versions()).toEqual([
      ['lantern.example', 'privacy', '2021-08-01T01:03:12Z', 'file:Lantern Post/Privacy Policy'],
      ['lantern.example', 'privacy', '2022-08-01T01:03:12Z', 'file:Lantern Post/Privacy Policy'],
    ]);
    expect(taken.stderr).toContain('1 file of another kind: Terms of Service: passed over');
    const terms = await take(path, '--domain', 'lantern.example', '--policy', 'terms-of-service');
    expect(terms.versions().map((row) => (row as string[])[1])).toEqual(['terms-of-service']);
  });

  it('of several services asks for a map, names them, and keeps to it', async () => {
    const path = lay('collection', COLLECTION);
    const asked = await take(path);
    expect([asked.exitCode, asked.stderr]).toEqual([
      2,
      expect.stringMatching(/2 services: Harbour, Lantern Post[\s\S]*--map FILE/),
    ]);
    const mixed = await take(path, '--domain', 'lantern.example');
    expect([mixed.exitCode, mixed.stderr]).toEqual([2, expect.stringContaining('Harbour, Lantern Post')]);
    const map = join(folder, 'map.csv');
    writeFileSync(
      map,
      'match,domain,policy\nLantern Post,lantern.example,\nLantern Post/Terms of Service,lantern.example,terms\n"Harbour",harbour.example,privacy\n',
    );
    const taken = await take(path, '--map', map);
    expect(taken.exitCode, taken.stderr).toBe(0);
    expect(taken.versions().map((row) => (row as string[]).slice(0, 3))).toEqual([
      ['harbour.example', 'privacy', '2020-01-02T03:04:05Z'],
      ['lantern.example', 'privacy', '2021-08-01T01:03:12Z'],
      ['lantern.example', 'privacy', '2022-08-01T01:03:12Z'],
      ['lantern.example', 'terms', '2021-08-01T01:03:12Z'],
    ]);
  });

  it('as a ZIP file gives what the folder gives', async () => {
    const file = join(lay('zipped', {}), '..', 'collection.zip');
    writeFileSync(
      file,
      writeZip(
        Object.fromEntries(Object.entries(COLLECTION).filter(([path]) => !path.startsWith('Harbour'))),
      ),
    );
    const taken = await take(file, '--domain', 'lantern.example');
    expect(taken.exitCode, taken.stderr).toBe(0);
    expect(taken.versions().map((row) => (row as string[]).slice(0, 3))).toEqual([
      ['lantern.example', 'privacy', '2021-08-01T01:03:12Z'],
      ['lantern.example', 'privacy', '2022-08-01T01:03:12Z'],
    ]);
  });

  it.each([
    ['begins with', 'path,company\n', /begins with "path,company"/],
    ['is no CSV', 'match,domain,policy\n"a"b,c,d\n', /line 2 of the map .* is no CSV/],
    ['names no domain', 'match,domain,policy\nLantern Post,,\n', /line 2 of the map .* names no domain/],
    [
      'names a policy that is none',
      'match,domain,policy\na,b.example,Privacy Policy\n',
      /Privacy Policy is no short name/,
    ],
  ])('with a map that %s ends before anything is written', async (_name, content, words) => {
    const map = join(folder, 'bad.csv');
    writeFileSync(map, content);
    const { exitCode, stderr } = await take(lay('collection', COLLECTION), '--map', map);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(words)]);
  });
});

describe('a repository', () => {
  function commit(
    repository: string,
    files: Readonly<Record<string, string>>,
    date: string,
    message: string,
  ): string {
    lay(repository, files);
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-C', join(folder, repository), '-c', 'user.name=T', '-c', 'user.email=t@lantern.example', ...args],
        {
          encoding: 'utf8',
          env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z' },
        },
      );
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
    return git('rev-parse', 'HEAD').trim();
  }

  it('gives an observation for each commit, with its moment, its sources and its id; bare as well', async () => {
    const path = 'Lantern Post/Privacy Policy.md';
    const other = {
      'README.md': '# Collection\n\nWords about it.\n',
      'Lantern Post/Terms of Service.md': text('terms'),
    };
    const first = commit(
      'repository',
      { [path]: text('first'), ...other },
      '2021-08-01T03:03:12+0200',
      'First record\n\nfrom snapshot https://github.example/o/s/commit/abc',
    );
    commit('repository', { [path]: text('badly read') }, '2022-08-01T01:03:12Z', 'Record new changes');
    const upgraded = commit(
      'repository',
      { [path]: text('second') },
      '2022-08-01T01:03:12Z',
      'Apply technical upgrade',
    );
    for (const place of ['repository', 'repository/.git']) {
      const taken = await take(join(folder, place), '--domain', 'lantern.example');
      expect(taken.exitCode, taken.stderr).toBe(0);
      expect(taken.versions()).toEqual([
        ['lantern.example', 'privacy', '2021-08-01T01:03:12Z', `file:${path}@${first}`],
        ['lantern.example', 'privacy', '2022-08-01T01:03:12Z', `file:${path}@${upgraded}`],
      ]);
      const [[headers]] = taken.query('select headers from mementos order by timestamp') as [[string]];
      expect(JSON.parse(headers)).toEqual({
        'x-source-commit': first,
        'x-source': 'https://github.example/o/s/commit/abc',
      });
      expect((await runHere(['check', '--store', taken.store])).exitCode).toBe(0);
      const again = await runHere([
        'import',
        join(folder, place),
        '--domain',
        'lantern.example',
        '--store',
        taken.store,
      ]);
      expect(again.stderr).toContain('2 documents known already');
    }
  });

  it('believes a header before its commit', async () => {
    const header =
      '> *The following text is extracted and transformed from the harbour.example privacy policy that was archived on 2002-12-15. Please check the [original snapshot on the Wayback Machine](https://web.archive.org/web/20021215143804id_/http%3A//www.harbour.example/privacy) for the most accurate reproduction.*\n\n';
    commit('tree', { 'h/ha/har/harbour.example.md': header + text('old') }, '2019-01-01T00:00:00Z', 'Season');
    const taken = await take(join(folder, 'tree'));
    expect(taken.exitCode, taken.stderr).toBe(0);
    expect(taken.versions()).toEqual([
      ['harbour.example', 'privacy', '2002-12-15T14:38:04Z', 'http://www.harbour.example/privacy'],
    ]);
  });
});

describe('saved pages', () => {
  it('in folders by moment and host', async () => {
    const path = lay('pages', {
      '20021215143804/www.lantern.example/about/privacy': page('first'),
      '20050101000000/www.lantern.example/about/privacy': page('second'),
      '20050101000000/www.lantern.example/style.css': 'p {}',
      'notes.txt': 'Call the office about the missing years.',
      'letter.rtf': '{\\rtf1 We keep nothing.}',
    });
    const taken = await take(path);
    expect(taken.exitCode, taken.stderr).toBe(0);
    expect(taken.versions()).toEqual([
      ['lantern.example', 'privacy', '2002-12-15T14:38:04Z', 'http://www.lantern.example/about/privacy'],
      ['lantern.example', 'privacy', '2005-01-01T00:00:00Z', 'http://www.lantern.example/about/privacy'],
    ]);
    expect(taken.stderr).toContain('1 file that do not say whose policy they are: passed over');
    expect(taken.stderr).toMatch(/refused: \S+letter\.rtf is a Rich Text/);
    expect(taken.stderr).toContain('1 other file passed over');
  });

  it('from an archive keep their capture’s address in it', async () => {
    const address = 'http://www.lantern.example/privacy';
    const saved = `<!-- saved from url=(0067)https://web.archive.org/web/20021215143804/${address} -->\n${page('saved')}`;
    const taken = await take(
      join(lay('archived', { 'page.html': saved, 'page.html.gz': gzipSync(saved) }), 'page.html'),
    );
    expect(taken.query('select memento_url, original, timestamp from v_captures')).toEqual([
      [`https://web.archive.org/web/20021215143804/${address}`, address, '20021215143804'],
    ]);
  });

  it('that hold no policy are not called imported', async () => {
    const taken = await take(
      join(
        lay('empty', { 'login.html': '<html><title>Sign in</title><body><p>Welcome.</p></body></html>' }),
        'login.html',
      ),
      '--domain',
      'lantern.example',
    );
    expect(taken.exitCode).toBe(3);
    expect(taken.stdout).toMatch(/no text of a policy: \w/);
    expect(taken.stderr).toContain('0 documents imported, 1 document kept that hold no text of a policy');
  });

  it('of a format that is not read end with what to do, before a store is made', async () => {
    const path = lay('foreign', {
      'policy.rtf': '{\\rtf1 x}',
      'policy.docx': writeZip({ '[Content_Types].xml': '<x/>' }),
      'policy.html': page('good'),
    });
    for (const name of ['policy.rtf', 'policy.docx']) {
      const { exitCode, stderr, store } = await take(
        join(path, 'policy.html'),
        join(path, name),
        '--domain',
        'lantern.example',
      );
      expect(exitCode, stderr).toBe(2);
      expect(stderr).toContain(name);
      expect(() => readFileSync(store)).toThrow();
    }
  });
});
