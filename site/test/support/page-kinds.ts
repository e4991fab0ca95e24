import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { BuiltSite } from './built-site.ts';
import type { Reader } from './chromium.ts';

/** The fixture's company with the longest history. */
export const POLICY = 'lantern.example/privacy';

/** A page to look at: its path below the site, and what stands on it only after its scripts have done their work. */
export interface PageKind {
  readonly path: string;
  readonly ready?: string;
}

/** Pages with parts of their address to fill in, or with scripts to wait for; the fixture's site holds them all. */
const EXAMPLES: readonly PageKind[] = [
  { path: 'lantern.example/' },
  { path: `${POLICY}/` },
  { path: `${POLICY}/2018-06-01/` },
  { path: 'quiet-harbour.example/privacy/undated/' },
  { path: 'hostile.example/privacy/2003-04-05/' },
  { path: `${POLICY}/1999-09-02/` },
  { path: `${POLICY}/2000-06-20--2001-02-04/` },
  { path: `${POLICY}/2005-03-12--2018-06-01/` },
  { path: `${POLICY}/at/` },
  { path: `${POLICY}/at/2001-01-01/` },
  { path: `${POLICY}/clauses/` },
  { path: `${POLICY}/clauses/our-web-site-sets-one-cookie-which-remembers/` },
  { path: 'topics/cookies/' },
  { path: 'data/releases/2026-03/' },
  { path: 'names/beacon-group/' },
  { path: 'trends/length/' },
  { path: 'trends/laws/caloppa/' },
  { path: 'trends/?q=cookie*', ready: '.trend-answer svg' },
  {
    path: `compare/?left=${POLICY}@2001-02-04&right=quiet-harbour.example/privacy@undated`,
    ready: '.comparison .change',
  },
  { path: 'search/words/cookies/' },
  { path: 'search/?q=cook*', ready: '.facets li' },
];

/** Addresses that the files below `site/pages` answer, the most particular first. */
export function listRoutes(): { readonly route: string; readonly pattern: RegExp }[] {
  const pages = join(import.meta.dirname, '..', '..', 'pages');
  const routes = globSync('**/*.astro', { cwd: pages }).map((file) =>
    file
      .replaceAll('\\', '/')
      .replace(/(?:^|(?<=\/))index\.astro$/, '')
      .replace(/^404\.astro$/, '404.html')
      .replace(/\.astro$/, '/'),
  );
  const openParts = (route: string) => route.split('[').length - 1;
  return routes
    .sort((a, b) => openParts(a) - openParts(b) || (a < b ? -1 : 1))
    .map((route) => ({
      route,
      pattern: new RegExp(
        `^${route
          .split(/\[\w+\]/)
          .map((part) => part.replaceAll('.', '\\.'))
          .join('[^/]+?')}$`,
      ),
    }));
}

/** The route that answers a path, as the site's builder decides it. */
export function routeOf(path: string): string | undefined {
  const [plain = ''] = path.split('?');
  const fits = listRoutes().filter(({ pattern }) => pattern.test(plain));
  // Of routes with as many open parts, one that asks for more of the text is the more particular: `[left]--[right]`.
  return fits.find(({ route }) => route.includes('--'))?.route ?? fits[0]?.route;
}

/** At least one page of every kind there is: the examples, and every page whose address is fixed. */
export function listPageKinds(): PageKind[] {
  const fixed = listRoutes()
    .filter(({ route }) => !route.includes('['))
    .map(({ route }) => ({ path: route }));
  return [...fixed, ...EXAMPLES];
}

/** Of every kind of page that a site has, the largest and one of middling size. */
export function samplePageKinds(site: BuiltSite): PageKind[] {
  const pages = site.pages.map((file) => ({
    path: file.replace(/index\.html$/, ''),
    size: statSync(join(site.folder, file)).size,
  }));
  const kinds = Map.groupBy(pages, ({ path }) => routeOf(path));
  return [...kinds.values()].flatMap((all) => {
    const bySize = all.sort((one, other) => other.size - one.size);
    return [...new Set([bySize[0]!, bySize[Math.floor(bySize.length / 2)]!])].map(({ path }) => ({ path }));
  });
}

type Look = (page: Page, faults: readonly string[]) => Promise<readonly string[]>;

/** As `walkPages`, where a look waits for a page to come to rest: several pages wait at a time. */
export async function walkPagesSideBySide(
  reader: Reader,
  options: BrowserContextOptions,
  look: Look,
): Promise<string[]> {
  const found = await inLanes(listPageKinds(), (kinds) => walkPages(reader, options, look, kinds));
  return found.flat();
}

/** Deals out what is to be done to a few who do it at the same time; gives what each found. */
export function inLanes<T, R>(all: readonly T[], work: (part: readonly T[]) => Promise<R>): Promise<R[]> {
  const lanes = [0, 1, 2, 3, 4, 5];
  return Promise.all(lanes.map((lane) => work(all.filter((_, at) => at % lanes.length === lane))));
}

/**
 * Opens one page after the other in one context, and gathers what `look` finds, each finding with its page. The same
 * `page` shows them all.
 */
export async function walkPages(
  reader: Reader,
  options: BrowserContextOptions,
  look: Look,
  kinds: readonly PageKind[] = listPageKinds(),
): Promise<string[]> {
  const findings: string[] = [];
  await reader.open('', options, async (page, faults) => {
    for (const { path, ready } of kinds) {
      faults.length = 0;
      const answer = await page.goto(reader.url + path, { waitUntil: 'load' });
      if (answer?.status() !== 200) findings.push(`/${path}: answers ${answer?.status()}`);
      if (ready && options.javaScriptEnabled !== false)
        await page.locator(ready).first().waitFor({ state: 'attached' });
      for (const finding of await look(page, faults)) findings.push(`/${path}: ${finding}`);
    }
  });
  return findings;
}
