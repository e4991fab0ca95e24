import { resolve } from 'node:path';
import { UserError } from '../../crawler/errors.ts';
import { readFlags } from '../../crawler/run-main.ts';
import type { BuildOptions } from './build-site.ts';
import { type SiteSettings, storeInEnvironment } from './plan.ts';

/** Pages of changes that a site has at most, where nothing else is said. */
const DEFAULT_CHANGE_PAGES = 50_000;

type Environment = Readonly<Record<string, string | undefined>>;

const USAGE = `npm run site:build -- [--store FILE] [--out DIR] [--base /PATH/] [--site URL] [--change-pages N] [--full]
  --store FILE       the store to show (PALIMPSEST_STORE; default data/archive.sqlite)
  --out DIR          the folder to write (default dist); a second site stands beside the first in a folder of its own
  --base /PATH/      moves the site below a path of its host (PALIMPSEST_BASE)
  --site URL         its public origin, for citations and feeds (PALIMPSEST_SITE)
  --change-pages N   pages of changes at most, the newest first (PALIMPSEST_CHANGE_PAGES; default ${DEFAULT_CHANGE_PAGES})
  --full             make every page, whatever the last build left`;

/** Reads the budget of change pages as a user writes it. Throws a UserError for anything but a count. */
export function parseChangePages(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_CHANGE_PAGES;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UserError(
    `the budget of change pages is “${text}”, which is no number of pages`,
    `Give --change-pages (PALIMPSEST_CHANGE_PAGES) a whole number from 0 on, or leave it out for ${DEFAULT_CHANGE_PAGES}.`,
  );
}

/** `/policies/` for any of `policies`, `/policies`, `policies/`. Throws a UserError for what no path may hold. */
function parseBase(text: string): string {
  if (!/^[\w./~-]*$/.test(text) || text.includes('..') || text.includes('//')) {
    throw new UserError(`the base “${text}” is no path within a host`, 'Give one such as --base /policies/.');
  }
  return `/${text}/`.replace(/\/+/g, '/');
}

function parseSite(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin;
  throw new UserError(
    `the site “${text}” is no origin`,
    'Give scheme and host alone, such as --site https://policies.example; a path goes into --base.',
  );
}

/** What the environment says of the site's base and origin. Throws a UserError for values that cannot be. */
export function readSettings(environment: Environment = process.env): SiteSettings {
  const { PALIMPSEST_BASE: base, PALIMPSEST_SITE: site } = environment;
  return { base: parseBase(base || '/'), site: site ? parseSite(site) : null };
}

/** The command line of `npm run site:build`. Throws a UserError for an option that is not known, or a value that cannot be. */
export function readBuildOptions(args?: string[]): BuildOptions {
  const { values } = readFlags(
    {
      ...(args ? { args } : {}),
      options: {
        store: { type: 'string' },
        out: { type: 'string', default: 'dist' },
        base: { type: 'string' },
        site: { type: 'string' },
        'change-pages': { type: 'string' },
        full: { type: 'boolean', default: false },
      },
    },
    USAGE,
  );
  const environment = readSettings();
  return {
    store: values.store === undefined ? storeInEnvironment() : resolve(values.store),
    folder: resolve(values.out),
    settings: {
      base: values.base === undefined ? environment.base : parseBase(values.base),
      site: values.site === undefined ? environment.site : parseSite(values.site),
    },
    changePages: parseChangePages(values['change-pages'] ?? process.env.PALIMPSEST_CHANGE_PAGES),
    isFull: values.full,
  };
}
