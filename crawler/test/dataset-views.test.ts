/** What the views of the dataset say of a small history, beside what the program's own functions say of it. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countReading, datasetViews, gradeReading, LAW_DAYS, plainText } from '../core/index.ts';
import { openStore, workedQueries } from '../store/index.ts';
import { addVersion } from './add-version.ts';
import { makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';

const folder = makeFolder();
const file = join(folder, 'views.sqlite');
let store: Database.Database;

const kept = Array.from(
  { length: 12 },
  (_, k) => `We keep record number ${k} of your personal information for ${k} days, and then we delete it.`,
);
const text = (...clauses: string[]) =>
  `# Privacy policy\n\n${kept.join('\n\n')}\n\n## Sharing\n\n${clauses.join('\n\n')}\n`;

beforeAll(async () => {
  for (const [domain, timestamp, markdown] of [
    ['ash.example', '20010301000000', text('We share your information with TRUSTe, Inc. only.')],
    [
      'ash.example',
      '20020301000000',
      text('We share your information with Truste, Inc. and with nobody else.'),
    ],
    ['ash.example', '20040901000000', text('We never sell your personal information.', kept[0]!)],
    ['birch.example', '20020801000000', text('We use cookies to remember you, with TRUSTe, Inc. alone.')],
  ] as const) {
    await addVersion(file, { domain, timestamp, markdown });
  }
  const derived = await runHere(['derive', '--store', file]);
  expect(derived.exitCode, derived.stderr).toBe(0);
  store = openStore(file);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

type Row = Record<string, string | number | null>;
const all = (sql: string, ...values: unknown[]) => store.prepare(sql).all(...values) as Row[];

test('every view names its rows as its description says', () => {
  for (const { name, key } of datasetViews) {
    if (key.length === 0) continue;
    const twice = all(`select ${key.join(', ')} from ${name} group by ${key.join(', ')} having count(*) > 1`);
    expect(twice, name).toEqual([]);
  }
});

test('v_events are the days that the charts mark', () => {
  expect(all('select name, day, label, source from v_events')).toEqual(LAW_DAYS);
});

test('v_versions counts what a grade is made from, and grades as the charts do', () => {
  for (const version of all('select * from v_versions')) {
    const sum = { words: 0, sentences: 0, syllables: 0 };
    const clauses = all(
      `select text from v_clauses where domain = ? and version = ? and kind <> 'heading'`,
      version.domain,
      version.version,
    );
    for (const clause of clauses) {
      const { words, sentences, syllables } = countReading(plainText(String(clause.text)));
      sum.words += words;
      sum.sentences += sentences;
      sum.syllables += syllables;
    }
    expect([version.reading_words, version.sentences, version.syllables]).toEqual(Object.values(sum));
    expect(version.grade).toBe(gradeReading(sum));
    expect(version.grade).not.toBeNull();
  }
  store.exec('savepoint other_language');
  store.exec("update normalizations set language = 'de'");
  expect(all('select distinct grade from v_versions')).toEqual([{ grade: null }]);
  store.exec('rollback to other_language');
});

test('v_versions says where each text comes from, and v_captures agrees', () => {
  const versions = all('select * from v_versions');
  expect(versions).toHaveLength(4);
  for (const version of versions) {
    const [capture] = all(
      'select * from v_captures where domain = ? and timestamp = ?',
      version.domain,
      version.timestamp,
    );
    expect([capture!.version, capture!.digest, capture!.payload_hash]).toEqual([
      version.version,
      version.digest,
      version.payload_hash,
    ]);
    expect(version.payload_hash).toMatch(/^[0-9a-f]{64}$/);
    for (const instant of [version.retrieved_at, version.run]) expect(instant).toMatch(/^\d{4}-.*Z$/);
    expect(version.program).not.toBe('');
  }
});

test('v_clauses gives a hash that others can compute, and the heading a clause stands under', () => {
  for (const clause of all('select * from v_clauses')) {
    expect(clause.text_hash).toBe(createHash('sha256').update(String(clause.text)).digest('hex'));
  }
  expect(all(`select distinct label from v_clauses where text like 'We never sell%'`)).toEqual([
    { label: 'Sharing' },
  ]);
  // The same words in two policies.
  expect(
    all('select count(distinct domain) as n from v_clauses where text = ? group by text_hash', kept[0]),
  ).toEqual([{ n: 2 }]);
});

test('a change leads to its clauses and to the life of its clause', () => {
  const changes = all('select * from v_changes order by domain, right_version, position');
  expect(changes.map(({ kind }) => kind)).toContain('edited');
  for (const change of changes) {
    const [left, right] = [change.left_positions, change.right_positions].map(
      (list) => JSON.parse(String(list)) as number[],
    );
    const clausesAt = (version: unknown, positions: readonly number[]) =>
      positions.map(
        (position) =>
          all(
            'select * from v_clauses where domain = ? and version = ? and position = ?',
            change.domain,
            version,
            position,
          )[0]!,
      );
    const [before, after] = [clausesAt(change.left_version, left!), clausesAt(change.right_version, right!)];
    expect(before.map((clause) => clause.text).join('\n') || null).toBe(change.left_text);
    expect(after.map((clause) => clause.text).join('\n') || null).toBe(change.right_text);
    expect(change.lineage).toBe((after[0] ?? before[0])!.lineage);
    expect(change.lineage).not.toBeNull();
  }
});

test('v_topics holds what v_clauses lists, with the rule, and nothing of texts that were not judged', () => {
  const expected = all(
    `select domain, version, position, j.value as topic, 'spoken' as standing from v_clauses, json_each(topics) j
     union all select domain, version, position, j.value, 'perhaps' from v_clauses, json_each(perhaps) j order by 1, 2, 3, 4, 5`,
  );
  expect(expected.length).toBeGreaterThan(0);
  expect(
    all('select domain, version, position, topic, standing from v_topics order by 1, 2, 3, 4, 5'),
  ).toEqual(expected);
  expect(all(`select 1 from v_topics where rule = '' or label_language <> 'en'`)).toEqual([]);
  store.exec('savepoint not_judged');
  store.exec('delete from text_labels');
  expect(all('select 1 from v_topics')).toEqual([]);
  store.exec('rollback to not_judged');
});

test('v_terms gives two spellings of a name as one', () => {
  const names = all(
    `select distinct term, canonical from v_terms where kind = 'third-party' order by version`,
  );
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names.map(({ canonical }) => canonical))).toEqual(new Set(['truste']));
  expect(all(`select 1 from v_terms where kind <> 'third-party' and canonical is not null`)).toEqual([]);
});

describe('v_coverage', () => {
  test('has every company in every half-year, those without captures included', () => {
    const rows = all('select * from v_coverage order by domain, half_year');
    const of = (domain: string) =>
      rows.filter((row) => row.domain === domain).map((row) => `${row.half_year} ${row.state}`);
    const halves = ['2001-H1', '2001-H2', '2002-H1', '2002-H2', '2003-H1', '2003-H2', '2004-H1', '2004-H2'];
    const seen = (...usable: string[]) =>
      halves.map((half) => `${half} ${usable.includes(half) ? 'usable' : 'none'}`);
    expect(of('ash.example')).toEqual(seen('2001-H1', '2002-H1', '2004-H2'));
    expect(of('birch.example')).toEqual(seen('2002-H2'));
    expect(rows.reduce((sum, row) => sum + Number(row.capture_count), 0)).toBe(4);
  });

  test('tells texts in doubt from others, and v_flags says which', () => {
    store.exec('savepoint doubt');
    store.exec(`update normalizations set flags = '["mojibake","pdf"]' where capture_id in
      (select id from captures where timestamp = '20020801000000')`);
    expect(all(`select domain, state from v_coverage where half_year = '2002-H2' order by 1`)).toEqual([
      { domain: 'ash.example', state: 'none' },
      { domain: 'birch.example', state: 'flagged' },
    ]);
    expect(all('select domain, version, flag, is_shown from v_flags order by flag')).toEqual([
      { domain: 'birch.example', version: 1, flag: 'mojibake', is_shown: 1 },
      { domain: 'birch.example', version: 1, flag: 'pdf', is_shown: 1 },
    ]);
    store.exec('rollback to doubt');
  });
});

describe('the worked queries', () => {
  const answer = (question: string) =>
    all(workedQueries.find((query) => query.question.includes(question))!.sql);
  const sqlite = spawnSync('sqlite3', ['-version'], { encoding: 'utf8' });

  test('count companies, not versions', () => {
    const words = new Map(
      all('select domain, version, word_count from v_versions').map((row) => [
        `${row.domain} ${row.version}`,
        Number(row.word_count),
      ]),
    );
    // At midyear 2002 ash holds its second version; birch is not seen before August, and not after.
    expect(answer('How long are policies')).toEqual([
      { year: '2001', companies: 1, median_words: words.get('ash.example 1') },
      { year: '2002', companies: 1, median_words: words.get('ash.example 2') },
      { year: '2003', companies: 1, median_words: words.get('ash.example 2') },
      { year: '2004', companies: 1, median_words: words.get('ash.example 2') },
    ]);
  });

  test('know who was seen, and who not', () => {
    const [half] = all(`select count(*) as seen from v_coverage where state = 'usable'`);
    const asked = answer('In which half-years');
    expect(asked.reduce((sum, row) => sum + Number(row.seen), 0)).toBe(half!.seen);
    expect(asked.find((row) => row.half_year === '2002-H1')).toMatchObject({ seen: 1, changed: 1, share: 1 });
    expect(asked.find((row) => row.half_year === '2002-H2')).toMatchObject({ seen: 1, changed: 0, share: 0 });
  });

  test('find names by either spelling, promises that are gone, days after a law, shared words', () => {
    expect(answer('Who is named')).toMatchObject([{ canonical: 'truste', companies: 1, mentions: 1 }]);
    expect(answer('How long after a law')).toEqual([
      { name: 'caloppa', day: '2004-07-01', companies: 1, median_days: 62 },
    ]);
  });

  test.skipIf(sqlite.status !== 0)('are answered alike by the distribution’s SQLite, if it is here', () => {
    for (const { question, sql } of workedQueries) {
      const { stdout, stderr } = spawnSync('sqlite3', ['-json', file, sql], { encoding: 'utf8' });
      expect(JSON.parse(stdout || '[]'), `${question}: ${stderr}`).toEqual(all(sql));
    }
  });
});
