/** Dates that texts state: of days, of months, and such that only the policy's other versions decide. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';

const folder = makeFolder();
const store = join(folder, 'dates.sqlite');

const SENTENCES = Array.from(
  { length: 8 },
  (_, k) => `We collect personal information number ${k} for one purpose, and disclose it to nobody.`,
).join('\n\n');

async function take(day: string, line: string, extra = ''): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${day}.txt`);
  writeFileSync(file, `Privacy Policy\n\n${line}\n\n${SENTENCES}\n\n${extra}`);
  const args = ['--url', 'https://orrery.example/privacy', '--date', day, '--store', store];
  expect((await runHere(['import', file, ...args])).exitCode).toBe(0);
}

const read = () => {
  const opened = new Database(store, { readonly: true });
  try {
    return opened
      .prepare(
        `select json_extract(n.stated_date, '$.date'), n.flags
         from normalizations n join versions v using (capture_id) order by v.version`,
      )
      .raw()
      .all();
  } finally {
    opened.close();
  }
};

it('keeps months as such, and decides figures once another version shows their order', async () => {
  await take('2020-03-01', 'Effective 05/06/2020');
  await take('2021-03-01', 'Last updated October 2020', 'We also keep logs of visits.');
  expect(read()).toEqual([
    [null, expect.stringContaining('undecided-date')],
    ['2020-10', expect.not.stringContaining('undecided-date')],
  ]);
  await take('2022-03-01', 'Effective 25/12/2021', 'We keep logs of visits for a year.');
  expect(read()).toEqual([
    ['2020-06-05', expect.not.stringContaining('undecided-date')],
    ['2020-10', expect.not.stringContaining('undecided-date')],
    ['2021-12-25', expect.not.stringContaining('undecided-date')],
  ]);
  await take('2023-03-01', 'Effective 12/25/2022', 'We keep logs of visits for two years.');
  expect(read()[0]).toEqual([null, expect.stringContaining('undecided-date')]);
});
