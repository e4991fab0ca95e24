import { load } from 'cheerio';
import type { BuiltSite } from './built-site.ts';
import { PAGE_READERS } from './said-in-pages.ts';
import { TWIN_READERS } from './said-in-twins.ts';
import { SaidTwice } from './said-twice.ts';

/** Everything that pages, twins, tables and feeds of a site, read from the root of its host, say in several places. */
export function readWhatIsSaid(site: BuiltSite): SaidTwice {
  const said = new SaidTwice();
  for (const file of site.files) {
    const path = `/${file}`;
    const folder = path.replace(/[^/]*$/, '');
    if (file.endsWith('/index.html') || file === 'index.html') {
      const reader = PAGE_READERS.find(([pattern]) => pattern.test(folder))?.[1];
      // An address whose page went elsewhere says nothing of its own.
      if (reader) {
        const $ = load(site.read(file));
        if (!/has moved|no page of its own/.test($('h1').text())) reader($, said.of(file), folder);
      }
    }
    const reader = TWIN_READERS.find(([pattern]) => pattern.test(path))?.[1];
    if (reader) reader(site.read(file), said.of(file), folder);
  }
  return said;
}
