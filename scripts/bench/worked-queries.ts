/**
 * How long each worked query takes on a store, in the program's own SQLite and in the distribution's:
 *
 *     node scripts/bench/worked-queries.ts STORE.sqlite
 */
import { spawnSync } from 'node:child_process';
import { UserError } from '../../crawler/errors.ts';
import { readFlags, runMain } from '../../crawler/run-main.ts';
import { openStoreReadOnly, workedQueries } from '../../crawler/store/index.ts';

const USAGE = 'node scripts/bench/worked-queries.ts STORE.sqlite';

function main(): void {
  const [file] = readFlags({ allowPositionals: true }, USAGE).positionals;
  if (file === undefined) throw new UserError('no store is named', `Usage: ${USAGE}`);
  const store = openStoreReadOnly(file);
  const version = spawnSync('sqlite3', ['-version'], { encoding: 'utf8' }).stdout?.split(' ')[0];
  const [{ own }] = store.prepare('select sqlite_version() as own').all() as [{ own: string }];
  console.log(`seconds in SQLite ${own} | ${version ?? 'no sqlite3 here'}`);
  for (const { question, sql } of workedQueries) {
    const before = performance.now();
    const rows = store.prepare(sql).all().length;
    const between = performance.now();
    if (version !== undefined) spawnSync('sqlite3', ['-readonly', file, sql]);
    const after = performance.now();
    const seconds = (ms: number) => (ms / 1000).toFixed(2);
    console.log(
      `${seconds(between - before)} | ${version === undefined ? '–' : seconds(after - between)} | ${rows} rows | ${question}`,
    );
  }
  store.close();
}

runMain(main);
