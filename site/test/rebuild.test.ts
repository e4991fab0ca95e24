import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentEffects } from '../../crawler/effects.ts';
import { addVersion } from '../../crawler/test/add-version.ts';
import { buildSite, type SiteBuild } from '../build/build-site.ts';
import { type BuiltSite, openSite } from './support/built-site.ts';
import { makeFixtureStore } from './support/fixture-store.ts';
import { lanternCaptures } from './support/fixture-texts.ts';

/** Building again: what stays, what is made, and that nobody could tell from the bytes. */

/** Two builds a test, on a machine that may have other work. */
const TWO_BUILDS = { timeout: 300_000 };

const LANTERN = 'lantern.example/privacy';
let folder: string;
let store: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palimpsest-rebuild-'));
  store = join(folder, 'store.sqlite');
  await makeFixtureStore(store);
  await build('kept');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const build = (name: string, more: { isFull?: boolean; changePages?: number } = {}): Promise<SiteBuild> =>
  buildSite({ store, folder: join(folder, name), ...more });

const open = (name: string): BuiltSite => openSite(join(folder, name), store);

/** The world of an import at a time of our choice. */
const seenAt = (now: string) => ({ ...silentEffects, now: () => now });

/** A build of everything, in a process that lives elsewhere: neither time zone nor language may leave a trace. */
async function buildClean(name: string, more: { changePages?: number } = {}): Promise<BuiltSite> {
  const { TZ, LANG } = process.env;
  Object.assign(process.env, { TZ: 'Asia/Kathmandu', LANG: 'de_DE.UTF-8' });
  try {
    await build(name, { isFull: true, ...more });
  } finally {
    for (const [key, value] of Object.entries({ TZ, LANG })) {
      if (value === undefined) delete process.env[key];
      else process.env[key] = value;
    }
  }
  return open(name);
}

function expectSameBytes(one: BuiltSite, other: BuiltSite): void {
  expect(one.files).toEqual(other.files);
  const differing = one.files.filter(
    (file) => !readFileSync(join(one.folder, file)).equals(readFileSync(join(other.folder, file))),
  );
  expect(differing).toEqual([]);
}

describe('a rebuild', () => {
  test('of an unchanged store makes no page of a company or a topic', TWO_BUILDS, async () => {
    const before = open('kept');
    const bytes = before.files.map((file) => [file, before.read(file)]);
    expect((await build('kept')).made).toEqual([]);
    const after = open('kept');
    expect(after.files.map((file) => [file, after.read(file)])).toEqual(bytes);
  });

  test(
    'after one new version makes what depends on it, and the whole equals a clean build',
    TWO_BUILDS,
    async () => {
      const [, markdown] = lanternCaptures.at(-1)!;
      const text = `${markdown}\n## Paper\n\nLetters on paper are kept for a year in a dry cellar, then burnt.\n`;
      await addVersion(
        store,
        { domain: 'lantern.example', timestamp: '20181105101010', markdown: text },
        seenAt('2026-05-09T10:00:00Z'),
      );
      const { made } = await build('kept');
      expect(made.filter((file) => /^(?:hostile|quiet-harbour)\.example\//.test(file))).toEqual([]);
      const own = made
        .filter((file) => file.startsWith(`${LANTERN}/`))
        .map((file) => file.slice(LANTERN.length + 1));
      const twins = (page: string, endings: string[]) => endings.map((ending) => `${page}/index.${ending}`);
      // The new text and the change that led to it; of the others only the pages that name them as the next one.
      const dated = own.filter((file) => /^\d/.test(file)).sort();
      expect(dated).toEqual(
        [
          ...twins('2018-06-01--2018-11-05', ['html', 'json', 'patch', 'txt']),
          '2018-06-01--2018-11-05/evidence.zip',
          ...twins('2018-11-05', ['html', 'json', 'md', 'txt']),
          '2018-11-05/evidence.zip',
          '2005-03-12--2018-06-01/index.html',
          '2018-06-01/index.html',
          // A page that leads on names the policy's release at its foot.
          '1999-09-02/index.html',
        ].sort(),
      );
      expect(own).toContain('index.html');
      expect(own).toContain('changes.atom');
      expect(own).toContain('versions.json.gz');
      expectSameBytes(open('kept'), await buildClean('clean'));
    },
  );

  test('after an older text has turned up equals a clean build', TWO_BUILDS, async () => {
    const [, markdown] = lanternCaptures[0]!;
    await addVersion(
      store,
      {
        domain: 'lantern.example',
        timestamp: '19980101000000',
        markdown: markdown.replace('people who know each other', 'friends'),
      },
      seenAt('2026-05-10T10:00:00Z'),
    );
    const { made } = await build('kept');
    // The axis of all strips begins a year earlier now: timelines of all companies are drawn anew, their texts are not.
    expect(made).toContain('hostile.example/privacy/index.html');
    expect(made).not.toContain('hostile.example/privacy/2003-04-05/index.html');
    expectSameBytes(open('kept'), await buildClean('clean'));
  });
});

/** Builds in a process of its own and kills it, with Astro's, after so many milliseconds; false where it had ended by then. */
async function buildAndKill(afterMs: number): Promise<boolean> {
  const builder = fileURLToPath(new URL('../build/build-site.ts', import.meta.url));
  const options = JSON.stringify({ store, folder: join(folder, 'kept'), isFull: true });
  const program = `import { buildSite } from ${JSON.stringify(builder)}; await buildSite(${options});`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    detached: true,
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  await setTimeout(afterMs);
  const isRunning = child.exitCode === null;
  if (isRunning) process.kill(-child.pid!, 'SIGKILL');
  await ended;
  return isRunning;
}

test('a build that is killed leaves the site as it was', TWO_BUILDS, async () => {
  const before = open('kept');
  const bytes = before.files.map((file) => [file, before.read(file)]);
  const { seconds } = await buildSite({ store, folder: join(folder, 'timed'), isFull: true });
  // The one that was timed may have been slowed by others: the last of these may be over in time.
  const killed: boolean[] = [];
  for (const share of [0.15, 0.5, 0.8]) {
    killed.push(await buildAndKill(share * seconds * 1000));
    expect(open('kept').files.map((file) => [file, open('kept').read(file)])).toEqual(bytes);
  }
  expect(killed[0]).toBe(true);
});

describe('a budget of change pages', () => {
  const inBrowser = `/compare/?left=${LANTERN}@1999-03-10&right=${LANTERN}@2000-01-15`;
  const published = `${LANTERN}/1999-03-10--2000-01-15`;

  test(
    'gives pages to the newest changes alone, and answers at the addresses of the others',
    TWO_BUILDS,
    async () => {
      const before = open('kept');
      expect(before.files).toContain(`${published}/index.json`);
      await build('kept', { changePages: 2 });
      const site = open('kept');
      const changes = site.files.filter((file) => /--[^/]*\/index\.json$/.test(file));
      expect(changes).toEqual([
        `${LANTERN}/2005-03-12--2018-06-01/index.json`,
        `${LANTERN}/2018-06-01--2018-11-05/index.json`,
      ]);
      const $ = load(site.read(`${published}/index.html`));
      expect($('main a').attr('href')).toBe(inBrowser);
      expectSameBytes(site, await buildClean('clean', { changePages: 2 }));
    },
  );

  test('leads every link to a page that is there, past the budget to the comparison of both versions', () => {
    const site = open('kept');
    const there = new Set(site.files);
    const links = site.pages.flatMap((file) =>
      load(site.read(file))('a[href^="/"]')
        .toArray()
        .map((link) => link.attribs.href!),
    );
    for (const link of new Set(links.filter((one) => /^\/(?:lantern\.example|compare)\//.test(one)))) {
      const { pathname } = new URL(link, 'http://site');
      expect(there, link).toContain(pathname.slice(1) + (pathname.endsWith('/') ? 'index.html' : ''));
      expect(link).not.toContain(published);
    }
    expect(links).toContain(inBrowser);
  });

  test('leads from a day asked in the browser to the same place', () => {
    const twin = JSON.parse(open('kept').read(`${LANTERN}/index.json`)) as {
      changes: { address: string; right_version: number }[];
    };
    expect(twin.changes.map(({ address }) => address)).toContain(inBrowser);
  });
});
