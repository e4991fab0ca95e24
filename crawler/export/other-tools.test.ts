/** Exports as programs read them that know nothing of ours: DuckDB, git, SQLite’s own search. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { datasetViews } from '../core/index.ts';
import { runHere } from '../test/in-process.ts';
import { exported, file, place, query, useSmallHistory } from '../test/small-history.ts';

useSmallHistory();

describe('DuckDB', () => {
  async function ask(sql: string): Promise<Record<string, unknown>[]> {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      return (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[];
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  }

  test('reads every table of the Parquet form, as many rows as the view has', async () => {
    const target = await exported('parquet');
    for (const { name } of datasetViews) {
      const [counted] = query(file, `select count(*) as n from ${name}`) as { n: number }[];
      const paths = globSync(`${name.slice(2)}{.parquet,/*/*.parquet}`, { cwd: target }).map(
        (path) => `'${target}/${path}'`,
      );
      const found = await ask(`select count(*) as n from read_parquet([${paths.join(', ')}])`);
      expect(Number(found[0]!.n), name).toBe(counted!.n);
    }
  });

  test('reads only the files of the year asked for, and takes lists apart', async () => {
    const target = await exported('parquet');
    const from = `read_parquet('${target}/clauses/*/*.parquet', hive_partitioning = true)`;
    const plan = JSON.stringify(await ask(`explain analyze select count(*) from ${from} where year = 2004`));
    expect(plan).toMatch(/Scanning Files: 1\/3|File Filters/);
    const topics = await ask(
      `select topic, count(*) as n from (select unnest(topics) as topic from ${from}) group by topic order by topic`,
    );
    const expected = query(
      file,
      'select t.value as topic, count(*) as n from v_clauses, json_each(topics) t group by 1 order by 1',
    ) as { topic: string; n: number }[];
    expect(topics.map(({ topic, n }) => ({ topic, n: Number(n) }))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  test('reads CSV and JSON Lines to the same rows', async () => {
    const [csv, jsonl] = [await exported('csv'), await exported('jsonl')];
    const sql = (table: string) =>
      `select domain, version, word_count, text_hash, cast(first_seen as varchar) as first_seen from ${table} order by 1, 2`;
    const one = await ask(
      sql(`read_csv('${csv}/versions.csv', all_varchar = true, header = true, delim = ',', quote = '"')`),
    );
    const other = await ask(sql(`read_json('${jsonl}/versions.jsonl')`));
    expect(one.map(({ text_hash }) => text_hash)).toEqual(other.map(({ text_hash }) => text_hash));
    expect(one).toHaveLength(4);
  });
});

describe('git', () => {
  const git = (repository: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('git', ['-C', repository, ...args], { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    return stdout.trim();
  };

  test('logs a commit per version at the date it was first seen, whose file is its text', async () => {
    const repository = join(await exported('git'), 'policies.git');
    git(repository, 'fsck', '--strict');
    const log = git(
      repository,
      'log',
      '--reverse',
      '--format=%cI %aI',
      'main',
      '--',
      'ash.example/privacy.md',
    );
    const days = query(
      file,
      "select first_seen from v_versions where domain = 'ash.example' order by version",
    ) as { first_seen: string }[];
    expect(log.split('\n').map((line) => new Date(line.split(' ')[0]!).toISOString())).toEqual(
      days.map(({ first_seen }) => new Date(first_seen).toISOString()),
    );
    const versions = query(
      file,
      'select domain, text_hash, markdown from v_versions order by first_seen',
    ) as {
      domain: string;
      text_hash: string;
      markdown: string;
    }[];
    const commits = git(repository, 'log', '--reverse', '--format=%H', 'main').split('\n');
    expect(commits).toHaveLength(versions.length);
    for (const [at, { domain, text_hash, markdown }] of versions.entries()) {
      expect(git(repository, 'log', '-1', '--format=%B', commits[at]!)).toContain(`Text-Hash: ${text_hash}`);
      const shown = git(repository, 'show', `${commits[at]}:${domain}/privacy.md`);
      expect(shown.slice(shown.indexOf('\n\n') + 2)).toBe(markdown.trim());
    }
  });

  test('has the tree of the Princeton-Leuven corpus where that is wanted', async () => {
    const repository = join(await exported('git', '--layout', 'princeton'), 'policies.git');
    expect(git(repository, 'ls-tree', '-r', '--name-only', 'main').split('\n')).toEqual([
      'a/as/ash/ash.example.md',
      'b/bi/bir/birch.example.md',
    ]);
    const files = readdirSync(await exported('markdown', '--layout', 'princeton'), { recursive: true }).map(
      String,
    );
    expect(files).toContain('a/as/ash/ash.example.md');
  });
});

describe('the SQLite file', () => {
  test('says of itself what it is, and what every column of every view is', async () => {
    const from = join(await exported('sqlite'), 'palimpsest.sqlite');
    const meta = Object.fromEntries(
      (query(from, 'select key, value from meta') as { key: string; value: string }[]).map(
        ({ key, value }) => [key, value],
      ),
    );
    expect(Object.keys(meta)).toEqual(
      expect.arrayContaining(['release', 'licence', 'program', 'citation', 'content_sha256']),
    );
    const described = JSON.parse(readFileSync(join(place('sqlite'), 'datapackage.json'), 'utf8'));
    expect(meta.release).toBe(described.version);
    const views = query(from, "select name from sqlite_schema where type = 'view'") as { name: string }[];
    expect(views.length).toBeGreaterThan(datasetViews.length);
    for (const { name } of views) {
      const columns = query(from, `select name from pragma_table_info('${name}')`);
      const documented = query(
        from,
        `select column_name as name from columns_doc where view_name = '${name}' and description <> '' order by position`,
      );
      expect(documented, name).toEqual(columns);
    }
  });

  test('is searched for words, phrases, with and without accents, and says in which versions they stand', async () => {
    const from = join(await exported('sqlite'), 'palimpsest.sqlite');
    const search = (words: string) =>
      query(
        from,
        `select s.domain, s.first_version, s.last_version from clause_search join v_clause_spans s on s.clause = clause_search.rowid
         where clause_search match '${words}' order by 1, 2`,
      );
    expect(search('creme')).toEqual([{ domain: 'birch.example', first_version: 1, last_version: 1 }]);
    expect(search('"record number 3"')).toEqual([
      { domain: 'ash.example', first_version: 1, last_version: 3 },
      { domain: 'birch.example', first_version: 1, last_version: 1 },
    ]);
    const cli = spawnSync('sqlite3', [
      from,
      `select count(*) from clause_search where clause_search match 'record'`,
    ]);
    if (cli.error === undefined) expect(String(cli.stdout).trim()).toBe('10');
  });

  test('without payloads holds their hashes, checks clean, and is not to be added to', async () => {
    const whole = join(await exported('sqlite'), 'palimpsest.sqlite');
    const from = join(await exported('sqlite', '--no-payloads'), 'palimpsest.sqlite');
    expect(statSync(from).size).toBeLessThanOrEqual(statSync(whole).size);
    expect(query(from, 'select sum(length(stored)) as n from payloads')).toEqual([{ n: 0 }]);
    expect(query(from, 'select payload_hash from v_captures order by 1')).toEqual(
      query(whole, 'select payload_hash from v_captures order by 1'),
    );
    expect((await runHere(['check', '--store', from])).exitCode).toBe(0);
    const refused = await runHere(['derive', '--store', from]);
    expect([refused.exitCode, refused.stderr]).toEqual([6, expect.stringContaining('without payloads')]);
    expect((await runHere(['merge', from, '--store', place('merged.sqlite')])).exitCode).toBe(6);
  });

  test('exported again gives the same bytes', async () => {
    const from = join(await exported('sqlite'), 'palimpsest.sqlite');
    const again = place('again');
    expect((await runHere(['export', 'sqlite', again, '--store', from])).exitCode).toBe(0);
    const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(hash(join(again, 'palimpsest.sqlite'))).toBe(hash(from));
  });
});
