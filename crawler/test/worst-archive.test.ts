/** A list with one domain of each bad kind among good ones, as `scripts/bench/worst-list.ts` has it with ten of each. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorstArchive, WORST_KINDS } from '../../scripts/worst-archive.ts';
import { openStoreReadOnly } from '../store/open.ts';
import { FAST, makeFolder } from './demo-archive.ts';
import { runHere, SHORT_WAITS } from './in-process.ts';

const folder = makeFolder();
const store = join(folder, 'worst.sqlite');
// A paragraph of megabytes takes seconds, and has a test of its own among the odd inputs of normalize.
const KINDS = Object.keys(WORST_KINDS).filter((kind) => kind !== 'paragraph');
const GOOD = ['good-1.example', 'good-2.example', 'good-3.example', 'good-4.example'];
let result: Awaited<ReturnType<typeof runHere>>;
let archive: Awaited<ReturnType<typeof startWorstArchive>>;

const ask = (sql: string, ...values: string[]) => {
  const opened = openStoreReadOnly(store);
  const rows = opened
    .prepare(sql)
    .raw()
    .all(...values) as (string | number)[][];
  opened.close();
  return rows;
};
const outcomesOf = (kind: string) =>
  ask(
    "select distinct outcome || ' ' || ifnull(reason, '') from v_captures where domain = ? order by 1",
    `${kind}-1.example`,
  ).map(([text]) => String(text).trim());
const listingOf = (kind: string) =>
  ask(
    "select listing, listing_note from addresses where domain = ? and role = 'policy'",
    `${kind}-1.example`,
  )[0];

beforeAll(async () => {
  archive = await startWorstArchive();
  const domains = KINDS.map((kind) => `${kind}-1.example`);
  const mixed = domains.flatMap((domain, k) => (k % 4 === 0 ? [domain, GOOD[k / 4]!] : [domain]));
  const patient = { ...SHORT_WAITS, readTimeoutMs: 1_500, answerTimeoutMs: 1_500 };
  result = await runHere(
    ['crawl', ...mixed, '--store', store, '--archive', archive.origin, ...FAST],
    patient,
  );
}, 120_000);
afterAll(() => archive?.close());

describe('a list with one domain of each bad kind', () => {
  it('ends with 5, a line for each domain, and every good one whole', () => {
    expect(result.exitCode, result.stderr).toBe(5);
    expect(result.stdout.split('\n')).toHaveLength(KINDS.length + GOOD.length);
    for (const domain of GOOD)
      expect(result.stdout).toMatch(new RegExp(`^${domain}: 2 versions.*made$`, 'm'));
  });

  it.each([
    ['never', 'failed unreachable'],
    ['trickle', 'failed unreachable'],
    ['early', 'failed unreachable'],
    ['headers', 'failed too-large'],
    ['garbled', 'failed doubtful'],
    ['gone', 'failed not-archived'],
    ['spaceless', 'version'],
    ['ruled', 'version'],
    ['idle', 'not-a-policy wrong-document'],
  ])('says of captures that are %s: %s', (kind, outcome) => {
    expect(outcomesOf(kind)).toContain(outcome);
  });

  it.each(['cut', 'circle', 'html', 'endless'])('calls no listing complete that is %s', (kind) => {
    expect(['partial', 'failed']).toContain(listingOf(kind)?.[0]);
    expect(result.stdout).toMatch(new RegExp(`^${kind}-1\\.example:.*\\(some failed\\)$`, 'm'));
  });

  it('believes no question over a domain that lacks what an exact one lists', () => {
    const listed = ask(
      `select listing, count(c.id) from addresses a join captures c on c.address_id = a.id
       where domain = 'shard-1.example' and role = 'policy' group by a.id`,
    );
    expect(listed).toEqual([
      ['complete', 2],
      ['complete', 2],
    ]);
  });

  it('asks for few of the captures of an address that never shows a policy, and says so of the others', () => {
    const [[asked, all]] = ask(
      `select count(*) filter (where reason is not 'never-a-policy'), count(*) from v_captures where domain = ?`,
      'idle-1.example',
    ) as [[number, number]];
    expect(all).toBe(300);
    expect(asked).toBeGreaterThan(10);
    expect(asked).toBeLessThanOrEqual(40);
    expect(outcomesOf('idle')).toContain('skipped never-a-policy');
  });

  it('reads no more of a listing without an end than any page has, and bisects what it lists', () => {
    expect(listingOf('endless')).toEqual(['partial', expect.stringContaining('more than 50000 rows')]);
    const [[fetched, all]] = ask(
      `select count(*) filter (where outcome <> 'skipped'), count(*) from v_captures where domain = ?`,
      'endless-1.example',
    ) as [[number, number]];
    expect(all).toBeGreaterThan(50_000);
    expect(fetched).toBeGreaterThan(1);
    expect(fetched).toBeLessThanOrEqual(100);
  });

  it('shows nothing of an archive that could move the cursor of a terminal', () => {
    const told = result.stdout + result.stderr;
    expect(told).toContain('maintenance');
    expect(told).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});
