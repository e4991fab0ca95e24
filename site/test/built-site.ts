import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { buildSite, type SiteBuild } from '../../scripts/build-site.ts';
import { makeFixtureStore } from './fixture-store.ts';

export interface BuiltSite {
  readonly folder: string;
  readonly build: SiteBuild;
  /** Paths of all files, with `/`, relative to the folder. */
  readonly files: readonly string[];
  readonly read: (path: string) => string;
  readonly remove: () => void;
}

/** Builds the site of the fixture store, as a user would, into a folder of its own. */
export async function buildFixtureSite(base?: string): Promise<BuiltSite> {
  const store = await makeFixtureStore();
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-dist-'));
  const build = await buildSite({ store: store.file, folder, ...(base ? { base } : {}) });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return {
    folder,
    build,
    files,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    remove: () => {
      store.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
