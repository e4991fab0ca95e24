/** Stores merged: the same result in any order, any number of times. */
import { copyFileSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveServer } from '../../scripts/archive-server.ts';
import { readNewestVersion } from '../store/migrate.ts';
import { FAST, makeFolder, serveDemo } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { dumpViews } from './views.ts';

const folder = makeFolder();
const fileOf = (name: string) => join(folder, `${name}.sqlite`);
const DOMAIN = 'parlor.example';
let server: ArchiveServer;

async function crawl(name: string, ...args: string[]): Promise<number | null> {
  const archive = ['--store', fileOf(name), '--archive', server.origin];
  return (await runHere(['crawl', ...args, ...archive, ...FAST, '--quiet'])).exitCode;
}

async function merge(name: string, ...others: string[]) {
  return await runHere(['merge', ...others.map(fileOf), '--store', fileOf(name), '--quiet']);
}

function withStore<T>(name: string, work: (store: Database.Database) => T): T {
  const store = new Database(fileOf(name));
  try {
    return work(store);
  } finally {
    store.close();
  }
}

/** Ground state by what it says, without the numbers of rows. */
const GROUND = [
  `select domain, command, archive, options, program, started_at, finished_at, ended, r.cdx, r.memento
   from crawls c left join requests r on r.crawl_id = c.id`,
  `select a.domain, a.url, a.urlkey, a.role, p.policy, a.confidence, a.archive, a.listed_at, a.listing, a.listing_note,
     (select group_concat(value) from (select value from json_each(a.evidence) order by value))
   from addresses a left join policies p on p.id = a.policy_id`,
  `select c.listed_timestamp, c.original, c.statuscode, c.digest, c.mimetype, c.length, w.started_at, f.reason,
     f.is_final, f.attempts, s.reason, m.retrieved_at, m.headers
   from captures c join crawls w on w.id = c.crawl_id left join failures f on f.capture_id = c.id
   left join passes s on s.capture_id = c.id left join mementos m on m.capture_id = c.id`,
  'select hash, length_bytes from payloads',
  `select p.domain, p.policy, u.slug, u.anchor from published u join policies p on p.id = u.policy_id`,
  `select p.domain, u.left_slug, u.right_slug from published_changes u join policies p on p.id = u.policy_id`,
];

function describeStore(name: string): Record<string, string[]> {
  const ground = withStore(name, (store) =>
    GROUND.map((sql, k) => [
      `ground ${k}`,
      (store.prepare(sql).raw().all() as unknown[][]).map((row) => JSON.stringify(row)).sort(),
    ]),
  );
  return { ...dumpViews(fileOf(name)), ...Object.fromEntries(ground) };
}

/** What a site's build records: the addresses of all versions. */
function publish(name: string): void {
  withStore(name, (store) =>
    store.exec(`
      insert or ignore into published select v.policy_id, v.slug, strftime('%Y%m%d%H%M%S', v.first_seen), t.text_hash
        from versions v join texts t on t.id = v.text_id where v.first_seen is not null;
      insert or ignore into published_changes select l.policy_id, l.slug, r.slug
        from comparisons c join versions l on l.id = c.left_version_id join versions r on r.id = c.right_version_id;`),
  );
}

/** Lets a site have published the first address of another's for a capture of its own. */
function publishOtherwise(name: string, other: string): void {
  const slug = withStore(other, (store) => store.prepare('select min(slug) from published').pluck().get());
  withStore(name, (store) =>
    store
      .prepare(
        `insert into published select id, ?, '20081231235959', 'made up' from policies
         where domain = ? and policy = 'privacy'`,
      )
      .run(slug, DOMAIN),
  );
}

beforeAll(async () => {
  ({ server } = await serveDemo());
  // Early years; one capture a year, whose versions begin later than they should; another domain beside the last years.
  expect(await crawl('a', DOMAIN, '--to', '2004')).toBe(0);
  expect(await crawl('b', DOMAIN, '--from', '2002', '--to', '2008', '--every', 'year')).toBe(0);
  server.setFaults({ reset: { every: 3, match: /\/web\/2008/ } });
  expect(
    await crawl('c', DOMAIN, 'pocketdiary.example', '--from', '2003', '--to', '2009', '--limit', '12'),
  ).not.toBe(1);
  server.setFaults({ unavailable: { every: 1, match: /\/web\/2010/ } });
  expect([4, 5]).toContain(await crawl('d', DOMAIN, '--from', '2010', '--to', '2010'));
  server.setFaults({});
  for (const name of ['a', 'b', 'c']) publish(name);
  publishOtherwise('c', 'a');
});
afterAll(() => server?.close());

describe('merge', () => {
  it('gives the same in any order, any number of times', async () => {
    for (const [name, others] of [
      ['abcd', ['a', 'b', 'c', 'd']],
      ['dcba', ['d', 'c', 'b', 'a']],
      ['bdac', ['b', 'd', 'a', 'c']],
    ] as const) {
      const result = await merge(name, ...others);
      expect(result.exitCode, result.stderr).toBe(0);
      expect((await runHere(['check', '--store', fileOf(name)])).exitCode).toBe(0);
    }
    const expected = describeStore('abcd');
    expect(expected.v_versions!.length).toBeGreaterThan(10);
    expect(describeStore('dcba')).toEqual(expected);
    expect(describeStore('bdac')).toEqual(expected);

    // One into the other, in groups, and again.
    copyFileSync(fileOf('a'), fileOf('one'));
    copyFileSync(fileOf('c'), fileOf('two'));
    expect((await merge('one', 'b')).exitCode).toBe(0);
    expect((await merge('two', 'd')).exitCode).toBe(0);
    expect((await merge('one', 'two')).exitCode).toBe(0);
    expect(describeStore('one')).toEqual(expected);
    expect((await merge('one', 'a', 'two', 'a', 'bdac')).exitCode).toBe(0);
    expect(describeStore('one')).toEqual(expected);
  });

  it('exports the same files whatever the order', async () => {
    for (const format of ['csv', 'jsonl', 'markdown']) {
      const exported = await Promise.all(
        ['abcd', 'dcba'].map(async (name) => {
          const target = join(folder, `${format}-${name}`);
          const result = await runHere(['export', format, target, '--store', fileOf(name)]);
          expect(result.exitCode, result.stderr).toBe(0);
          return readFolder(target);
        }),
      );
      expect(exported[0]!.size).toBeGreaterThan(1);
      expect(exported[1]).toEqual(exported[0]);
    }
  });

  it('keeps what any store knows: fetched beats failed and passed over, and every published address stays', () => {
    const count = (name: string, sql: string) =>
      withStore(name, (store) => store.prepare(sql).pluck().get()) as number;
    const mementos = new Set(
      ['a', 'b', 'c', 'd'].flatMap((name) =>
        withStore(name, (store) =>
          store
            .prepare(
              'select c.original || c.listed_timestamp from mementos m join captures c on c.id = m.capture_id',
            )
            .pluck()
            .all(),
        ),
      ),
    );
    expect(count('abcd', 'select count(*) from mementos')).toBe(mementos.size);
    expect(count('b', 'select count(*) from passes')).toBeGreaterThan(0);
    expect(count('d', 'select count(*) from failures')).toBeGreaterThan(0);
    expect(count('abcd', 'select count(*) from passes join mementos using (capture_id)')).toBe(0);
    const slugs = (name: string) =>
      withStore(name, (store) =>
        store
          .prepare('select domain, policy, slug from published join policies on id = policy_id')
          .raw()
          .all(),
      ).map(String);
    const all = new Set(['a', 'b', 'c'].flatMap(slugs));
    expect(new Set(slugs('abcd'))).toEqual(all);
    // Published for two captures, an address stands for the earlier.
    const anchor = (name: string) =>
      withStore(name, (store) =>
        store.prepare('select slug, anchor from published order by slug limit 1').get(),
      );
    expect(anchor('abcd')).toEqual(anchor('a'));
  });

  it('goes on with a crawl as if it had been its own: nothing that either store holds is fetched again', async () => {
    copyFileSync(fileOf('abcd'), fileOf('on'));
    const held = new Set(
      withStore('on', (store) =>
        store.prepare('select digest from captures join mementos on capture_id = id').pluck().all(),
      ),
    );
    const before = server.log.length;
    expect(await crawl('on', DOMAIN, '--to', '2010')).toBe(0);
    const bodies = server.log.slice(before).filter((entry) => entry.digest !== null);
    expect(bodies.length).toBeGreaterThan(0);
    expect(bodies.filter((entry) => held.has(entry.digest))).toEqual([]);
    expect(await crawl('whole', DOMAIN, '--to', '2010')).toBe(0);
    const versions = (name: string) =>
      dumpViews(fileOf(name)).v_versions!.filter((row) => row.includes(DOMAIN));
    // Addresses of pages were published meanwhile, and stay.
    const withoutSlugs = (rows: string[]) =>
      rows.map((row) => JSON.stringify(JSON.parse(row).toSpliced(3, 1))).sort();
    expect(withoutSlugs(versions('on'))).toEqual(withoutSlugs(versions('whole')));
  });
});

describe('merge refuses, and changes nothing,', () => {
  async function expectRefused(exitCode: number, words: string, ...others: string[]) {
    copyFileSync(fileOf('a'), fileOf('victim'));
    const before = describeStore('victim');
    const result = await merge('victim', ...others);
    expect(result.exitCode, result.stderr).toBe(exitCode);
    expect(result.stderr).toContain(words);
    expect(describeStore('victim')).toEqual(before);
  }

  it('a store that is newer than the program', async () => {
    copyFileSync(fileOf('b'), fileOf('newer'));
    withStore('newer', (store) => store.pragma(`user_version = ${readNewestVersion() + 1}`));
    await expectRefused(6, 'newer than this program', 'c', 'newer');
  });

  it('a file that is damaged, or no store', async () => {
    const bytes = readFileSync(fileOf('b'));
    bytes.fill(0x5a, bytes.length >> 1, (bytes.length >> 1) + 20_000);
    writeFileSync(fileOf('damaged'), bytes);
    await expectRefused(6, 'damaged.sqlite', 'c', 'damaged');
    const check = await runHere(['check', '--store', fileOf('damaged')]);
    expect(check.exitCode, check.stderr).toBe(6);
    writeFileSync(
      fileOf('text'),
      'this is no store, and much longer than the head of one would be'.repeat(99),
    );
    await expectRefused(6, 'text.sqlite', 'c', 'text');
  });

  it('a payload that is not what its hash says, which only shows on the way', async () => {
    copyFileSync(fileOf('b'), fileOf('swapped'));
    withStore('swapped', (store) =>
      store.exec(`update payloads set hash = hash || '0' where id = (select max(id) from payloads)`),
    );
    await expectRefused(6, 'do not have the hash', 'c', 'swapped');
  });

  it('itself, by whatever name, and what is not there', async () => {
    copyFileSync(fileOf('a'), fileOf('self'));
    symlinkSync(fileOf('self'), fileOf('other-name'));
    for (const name of ['self', 'other-name']) {
      const result = await merge('self', 'b', name);
      expect(result.exitCode, result.stderr).toBe(2);
      expect(result.stderr).toContain('is the store itself');
    }
    await expectRefused(6, 'does not exist', 'c', 'nowhere');
  });
});

/** Every file of a folder with its content. */
function readFolder(path: string): Map<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((file) => {
        const name = join(file.parentPath, file.name);
        return [relative(path, name), readFileSync(name, 'latin1')] as const;
      })
      .sort(),
  );
}
