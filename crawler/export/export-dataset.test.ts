import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { datasetViews } from '../core/dataset-views.ts';
import { openStore, openStoreReadOnly } from '../store/open.ts';
import { iterateView } from '../store/read/dataset.ts';
import { fillStore, folder, formats, place, storeFile } from '../test/exported-store.ts';
import { runHere } from '../test/in-process.ts';
import { dumpViews } from '../test/views.ts';
import { type ExportFormat, exportDataset } from './export-dataset.ts';

beforeAll(fillStore);

function exportTo(format: ExportFormat, target: string, from = storeFile) {
  const store = openStoreReadOnly(from);
  try {
    return exportDataset(store, format, target, 'palimpsest/test');
  } finally {
    store.close();
  }
}

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** A CSV reader of its own, so that the writer is not tested by itself. RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

function readViews(): Map<string, Record<string, unknown>[]> {
  const store = openStoreReadOnly(storeFile);
  const rows = new Map(datasetViews.map((view) => [view.name, [...iterateView(store, view)]]));
  store.close();
  return rows;
}

const orderOf = (name: string) => datasetViews.find((view) => view.name === name)!.order.join(', ');

describe.each(formats)('export %s', (format) => {
  const target = place(`out-${format}`);

  it('lists every file with its right hash, and describes the dataset for people and programs', () => {
    const { files } = exportTo(format, target);
    const sums = readFileSync(join(target, 'SHA256SUMS'), 'utf8').trim().split('\n');
    const listed = sums.map((line) => line.split('  ') as [string, string]);
    for (const [hash, path] of listed) expect(sha256(join(target, path)), path).toBe(hash);
    const onDisk = readdirSync(target, { recursive: true })
      .map(String)
      .filter((path) => statSync(join(target, path)).isFile());
    expect([...listed.map(([, path]) => path), 'SHA256SUMS'].sort()).toEqual(onDisk.sort());
    expect(files.map(({ path }) => path).sort()).toEqual(onDisk.sort());
    const described = JSON.parse(readFileSync(join(target, 'datapackage.json'), 'utf8'));
    for (const resource of described.resources) {
      const paths = [resource.path].flat() as string[];
      if (paths.length === 1) expect(resource.hash).toBe(`sha256:${sha256(join(target, paths[0]!))}`);
      expect(resource.bytes).toBe(paths.reduce((sum, path) => sum + statSync(join(target, path)).size, 0));
    }
    const readme = readFileSync(join(target, 'README.md'), 'utf8');
    for (const { columns } of format === 'sqlite' || format === 'parquet' ? datasetViews : []) {
      for (const { name, description } of columns) {
        expect(readme).toContain(`\`${name}\``);
        expect(readme).toContain(description);
      }
    }
  });

  it('run again replaces the earlier export by the same bytes', () => {
    const before = readFileSync(join(target, 'SHA256SUMS'), 'utf8');
    exportTo(format, target);
    expect(readFileSync(join(target, 'SHA256SUMS'), 'utf8')).toBe(before);
    expect(readdirSync(folder).filter((name) => name.includes('.part-'))).toEqual([]);
  });
});

it('export sqlite copies every row', () => {
  const copy = join(place('out-sqlite'), 'palimpsest.sqlite');
  expect(dumpViews(copy)).toEqual(dumpViews(storeFile));
  expect(readdirSync(place('out-sqlite')).sort()).toEqual([
    '.zenodo.json',
    'CITATION.cff',
    'DATASHEET.md',
    'README.md',
    'SHA256SUMS',
    'croissant.json',
    'datapackage.json',
    'dataset-metadata.json',
    'palimpsest.sqlite',
  ]);
});

const sqlite = spawnSync('sqlite3', ['-version'], { encoding: 'utf8' });
const reader = sqlite.status === 0 ? `sqlite3 ${sqlite.stdout.split(' ')[0]}` : 'skipped: no sqlite3 here';

it.skipIf(sqlite.status !== 0)(
  `export sqlite can be read by the distribution’s own program (${reader})`,
  () => {
    const file = join(place('out-sqlite'), 'palimpsest.sqlite');
    for (const [name, rows] of readViews()) {
      const { stdout, stderr } = spawnSync(
        'sqlite3',
        ['-json', file, `select * from ${name} order by ${orderOf(name)}`],
        { encoding: 'utf8' },
      );
      expect(JSON.parse(stdout || '[]'), `${name}: ${stderr}`).toEqual(rows);
    }
  },
);

/** A view's rows as they are to come out of a form that has lists, and flags that are true or false. */
function typedRows(name: string, toInstant: (text: string) => unknown = String): Record<string, unknown>[] {
  const { columns } = datasetViews.find((view) => view.name === name)!;
  return readViews()
    .get(name)!
    .map((row) =>
      Object.fromEntries(
        columns.map(({ name: key, type }) => {
          const value = row[key] ?? null;
          if (value === null) return [key, null];
          if (type === 'instant') return [key, toInstant(value as string)];
          if (type === 'list' || type === 'numbers') return [key, JSON.parse(value as string)];
          return [key, type === 'flag' ? value === 1 : value];
        }),
      ),
    );
}

const OF_CLAUSES = ['v_clauses', 'v_topics', 'v_terms', 'v_links'];

describe('export jsonl', () => {
  const readLines = (name: string): Record<string, unknown>[] =>
    readFileSync(join(place('out-jsonl'), `${name}.jsonl`), 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));

  it('gives every value as it is, lists as lists and flags as flags', () => {
    for (const { name } of datasetViews) {
      if (OF_CLAUSES.includes(name)) continue;
      const found = readLines(name.slice(2));
      expect(found, name).toEqual(typedRows(name));
      expect(found.length, name).toBeGreaterThan(0);
    }
  });

  it('gives each clause once, with what is said of it, and where it stands apart', () => {
    const clauses = new Map(readLines('clauses').map((row) => [row.clause, row]));
    const occurrences = readLines('occurrences');
    expect(clauses.size).toBeLessThan(occurrences.length);
    const joined = occurrences.map(({ clause, ...place }) => {
      const { clause: _number, ...rest } = clauses.get(clause)!;
      return { ...rest, ...place };
    });
    expect(joined).toEqual(typedRows('v_clauses'));
    for (const table of ['topics', 'terms', 'links']) {
      const rows = readLines(table);
      expect(rows.length).toBeGreaterThan(0);
      const placed = occurrences.flatMap(({ clause, version, position }) =>
        rows
          .filter((row) => row.clause === clause)
          .map(({ clause: _number, ...row }) => ({ ...row, version, position })),
      );
      const expected = typedRows(`v_${table}`).map(({ label_language: _of, ...row }) => row);
      const sorted = (all: object[]) => all.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
      expect(sorted(placed), table).toEqual(sorted(expected));
    }
  });
});

it('export parquet gives every value, with types, in files by year', async () => {
  for (const { name, order } of datasetViews) {
    const parts = globSync(`${name.slice(2)}{.parquet,/*/*.parquet}`, { cwd: place('out-parquet') }).sort();
    const found: Record<string, unknown>[] = [];
    for (const part of parts) {
      const file = await asyncBufferFromFile(join(place('out-parquet'), part));
      found.push(
        ...(await parquetReadObjects({
          file,
          compressors: { ZSTD: (bytes) => zstdDecompressSync(bytes) },
        })),
      );
    }
    const sorted = (rows: Record<string, unknown>[]) =>
      rows.toSorted((a, b) =>
        JSON.stringify(order.map((key) => a[key])) < JSON.stringify(order.map((key) => b[key])) ? -1 : 1,
      );
    expect(sorted(found), name).toEqual(sorted(typedRows(name, (text) => new Date(text))));
  }
  expect(readdirSync(join(place('out-parquet'), 'versions'))).toEqual(['year=2001', 'year=2004']);
});

it('export csv gives every value, with formulas made harmless', () => {
  for (const [name, rows] of readViews()) {
    if (OF_CLAUSES.includes(name)) continue;
    const [head, ...found] = parseCsv(readFileSync(join(place('out-csv'), `${name.slice(2)}.csv`), 'utf8'));
    expect(found.length, name).toBe(rows.length);
    found.forEach((cells, at) => {
      const values = head!.map((column) => String(rows[at]![column] ?? ''));
      expect(cells, name).toEqual(values.map((value) => (/^[=+\-@]/.test(value) ? `'${value}` : value)));
    });
  }
  const clauses = readFileSync(join(place('out-csv'), 'clauses.csv'), 'utf8');
  expect(clauses).toContain(`"'@SUM(A1) is no formula`);
});

it('export markdown writes each version as a file that says where it comes from', () => {
  const files = readdirSync(join(place('out-markdown'), 'tea-house.example', 'privacy')).sort();
  expect(files).toEqual(['2001-05-03.md', '2004-06-12.md']);
  const text = readFileSync(join(place('out-markdown'), 'tea-house.example', 'privacy', files[0]!), 'utf8');
  expect(text).toMatch(
    /^> \*The following text .* archived on 2001-05-03\. .*\*\n\n# Privacy at Tea House\n/,
  );
  const [head, first] = parseCsv(readFileSync(join(place('out-markdown'), 'index.csv'), 'utf8'));
  expect(first![head!.indexOf('path')]).toBe('tea-house.example/privacy/2001-05-03.md');
});

describe('the folder', () => {
  const refusal = (target: string, format: ExportFormat = 'csv', from = storeFile) => {
    try {
      exportTo(format, target, from);
    } catch (error) {
      return error as Error & { remedy: string; exitCode: number };
    }
    throw new Error('was not refused');
  };

  it('is not touched where it holds anything else', () => {
    const target = place('letters');
    exportTo('csv', target);
    writeFileSync(join(target, 'letter.txt'), 'dear');
    expect(refusal(target).message).toContain('letter.txt');
    expect(readFileSync(join(target, 'letter.txt'), 'utf8')).toBe('dear');
    expect(existsSync(join(target, 'versions.csv'))).toBe(true);
  });

  it('may be read by whoever may read the user’s other folders', () => {
    expect(statSync(place('out-csv')).mode).toBe(
      statSync(mkdirSync(place('plain/inner'), { recursive: true })!).mode,
    );
  });

  it('is not a file', () => {
    expect(refusal(storeFile).exitCode).toBe(2);
  });

  it('holds no file whose name comes from a store and leads elsewhere', () => {
    const hostile = place('hostile.sqlite');
    exportTo('sqlite', place('for-hostile'));
    writeFileSync(hostile, readFileSync(join(place('for-hostile'), 'palimpsest.sqlite')));
    const store = new Database(hostile);
    store.prepare("update versions set slug = '../../escaped' where version = 1").run();
    store.close();
    expect(refusal(place('hostile'), 'markdown', hostile).message).toContain('../../escaped');
    expect(readdirSync(folder).filter((name) => /escaped|^hostile($|\.part)/.test(name))).toEqual([]);
  });
});

it('an empty store, an unknown format and a folder in use are told as such by the command', async () => {
  const empty = place('empty.sqlite');
  openStore(empty).close();
  const run = (...args: string[]) => runHere(['export', ...args]);
  expect(await run('csv', place('none'), '--store', empty)).toMatchObject({ exitCode: 3 });
  const unknown = await run('xml', place('none'), '--store', storeFile);
  expect(unknown.exitCode).toBe(2);
  expect(unknown.stderr).toContain('"xml"');
  const inUse = await run('csv', folder, '--store', storeFile);
  expect(inUse.exitCode).toBe(2);
  const listed = await run('csv', place('by-command'), '--store', storeFile, '--json');
  expect(listed.exitCode, listed.stderr).toBe(0);
  expect(listed.stdout.split('\n').map((line) => JSON.parse(line).path)).toContain('versions.csv');
});
