import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { beforeAll, expect, test } from 'vitest';
import { BASE, type BuiltSite, fixtureSiteBelowBase } from './support/built-site.ts';

/** Links, anchors, titles and twins of all pages, and what pages may load. */

let site: BuiltSite;
beforeAll(async () => {
  site = await fixtureSiteBelowBase();
});

test('asks nothing of any other host', () => {
  for (const file of site.pages) {
    const $ = load(site.read(file));
    const asked = $('script[src], img[src], iframe, object, embed, link[href]:not([rel=canonical])')
      .map((_, element) => $(element).attr('src') ?? $(element).attr('href') ?? 'embedded')
      .get();
    for (const address of asked) expect(address, file).toMatch(new RegExp(`^${BASE}`));
  }
  for (const file of site.files.filter((one) => one.endsWith('.css'))) {
    expect(site.read(file)).not.toMatch(/url\(\s*['"]?(?!#|['"]?#)/);
    expect(site.read(file)).not.toContain('@import');
  }
});

test('holds no inline script, style or handler, and says so in its policy', () => {
  for (const file of site.pages) {
    const $ = load(site.read(file));
    // JSON-LD is data and never run.
    expect($('script:not([src], [type="application/ld+json"])').length, file).toBe(0);
    expect($('style, [style]').length, file).toBe(0);
    const handlers = $('*')
      .toArray()
      .flatMap((element) => ('attribs' in element ? Object.keys(element.attribs) : []))
      .filter((name) => name.startsWith('on'));
    expect(handlers, file).toEqual([]);
    const policy = $('meta[http-equiv="Content-Security-Policy"]').attr('content') ?? '';
    expect(policy, file).toContain("default-src 'none'");
    expect(policy, file).not.toContain('unsafe');
  }
});

test('has no broken link or anchor', () => {
  const ids = new Map(site.pages.map((file) => [addressOf(file), idsOf(file)]));
  for (const file of site.pages) {
    const $ = load(site.read(file));
    for (const element of $('a[href]').toArray()) {
      const href = $(element).attr('href')!;
      if (/^(?:https?:|mailto:)/.test(href)) continue;
      const target = new URL(href, `http://site${addressOf(file)}`);
      expect(target.pathname.startsWith(BASE), `${href} in ${file} leaves the base path`).toBe(true);
      const path = target.pathname.slice(BASE.length);
      const there = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      expect(existsSync(join(site.folder, there)), `${href} in ${file}`).toBe(true);
      if (target.hash)
        expect(ids.get(target.pathname)?.has(target.hash.slice(1)), `${href} in ${file}`).toBe(true);
    }
  }
});

test('has one h1, unique ids and a title of its own on every page', () => {
  const titles = new Map<string, string>();
  for (const file of site.pages) {
    const $ = load(site.read(file));
    expect($('h1').length, file).toBe(1);
    const title = $('title').text();
    expect(titles.get(title), `${file} has the title of`).toBeUndefined();
    titles.set(title, file);
    const all = $('[id]')
      .map((_, element) => $(element).attr('id'))
      .get();
    expect(new Set(all).size, `ids in ${file}`).toBe(all.length);
  }
});

/** Pages of words and forms of ours, or that only lead elsewhere: they hold no data to be twinned. */
const WITHOUT_TWIN =
  /^(?:404\.html|(?:about|about\/ethics|compare|search|search\/words(?:\/[^/]+)?|sql)\/index\.html|.*\/at\/index\.html)$/;

test('has a JSON twin beside every page that holds data, and all of them are valid', () => {
  const twins = new Set(site.files.filter((file) => file.endsWith('.json')));
  for (const file of twins) expect(() => JSON.parse(site.read(file)), file).not.toThrow();
  for (const file of site.pages) {
    const $ = load(site.read(file));
    if (WITHOUT_TWIN.test(file) || /no page of its own|has moved/.test($('h1').text())) continue;
    const twin = $('link[rel=alternate][type="application/json"]').attr('href') ?? '';
    expect(twins, `twin of ${file}`).toContain(twin.slice(BASE.length));
  }
});

function idsOf(file: string): Set<string> {
  const $ = load(site.read(file));
  return new Set(
    $('[id]')
      .map((_, element) => $(element).attr('id'))
      .get(),
  );
}

/** Address of a page's folder within the site. */
const addressOf = (file: string) => BASE + file.replace(/index\.html$/, '');
