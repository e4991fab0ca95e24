import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { demoStore } from '../../../crawler/test/demo-store.ts';
import { oncePerRun } from '../../../crawler/test/once-per-run.ts';
import { findRealStore } from '../../../crawler/test/real-store.ts';
import { buildSite } from '../../build/build-site.ts';
import { makeFixtureStore } from './fixture-store.ts';

/** A built site on the disk, shared by all tests of a run: to be read only. */
export interface BuiltSite {
  readonly folder: string;
  /** The store it was built from. */
  readonly store: string;
  /** Path it was built for, with a slash at both ends. */
  readonly base: string;
  /** Paths of all files, with `/`, relative to the folder. */
  readonly files: readonly string[];
  /** Those files that are pages. */
  readonly pages: readonly string[];
  readonly read: (path: string) => string;
}

/** The files of a built site, to be looked at. */
export function openSite(folder: string, store: string, base = '/'): BuiltSite {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return {
    folder,
    store,
    base,
    files,
    pages: files.filter((file) => file.endsWith('.html')),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
  };
}

/** Builds a site as a user would, once in a run of all tests; `fill` makes the store. */
export async function buildOnce(
  name: string,
  fill: (store: string) => Promise<void>,
  base = '/',
): Promise<BuiltSite> {
  const within = (folder: string) => ({ store: join(folder, 'store.sqlite'), site: join(folder, 'site') });
  const made = await oncePerRun(name, async (folder) => {
    const { store, site } = within(folder);
    await fill(store);
    await buildSite({ store, folder: site, settings: { base, site: null } });
  });
  const { store, site } = within(made);
  return openSite(site, store, base);
}

/** Where the site lies that is built for a path below its host's root. */
export const BASE = '/reading/room/';

/** The fixture's companies, read from the root of a host. */
export const fixtureSite = (): Promise<BuiltSite> => buildOnce('fixture', makeFixtureStore);

/** The same, below a base path. */
export const fixtureSiteBelowBase = (): Promise<BuiltSite> =>
  buildOnce('fixture-below-base', makeFixtureStore, BASE);

/** The demo collection, crawled as the demo does it. */
export const demoSite = (): Promise<BuiltSite> =>
  buildOnce('demo-site', async (store) => copyFileSync(await demoStore(), store));

/**
 * Real policies where they are at hand, else null. Whoever has built the store that PALIMPSEST_CORPUS_STORE names already
 * names the folder in PALIMPSEST_CORPUS_SITE.
 */
export function findRealSite(): (() => Promise<BuiltSite>) | null {
  const store = findRealStore();
  const built = process.env.PALIMPSEST_CORPUS_SITE;
  if (store === null) return null;
  if (built) return async () => openSite(built, await store());
  return () => buildOnce('real-site', async (into) => copyFileSync(await store(), into));
}
