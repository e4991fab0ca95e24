import type { BuiltSite } from './built-site.ts';

/** Links as our own pages write them: quoted, and escaped like all that stands in a page. */
const TARGET = /\s(?:href|src|action|data-source)="([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;
/** And as twins and feeds write them. */
const ADDRESS = /"(?:address|texts|left|right|\w+_page)":"(\/[^"]*)"/g;
const CHOSEN = /[?&](?:left|right)=([^&#]+)/g;

const PLAIN: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#34': '"',
  '#38': '&',
};
const unpack = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#3[489]);/g, (_, name: string) => PLAIN[name]!);

const listAll = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, one]) => unpack(one!));

/** The versions that a link to the compare page chooses, as the folders they stand in. */
function listChosen(address: string): string[] {
  if (!/\/compare\/\?/.test(address)) return [];
  return listAll(address, CHOSEN)
    .map((chosen) => decodeURIComponent(chosen))
    .filter((chosen) => chosen.includes('@') && !/@(?:first|latest)$/.test(chosen))
    .map((chosen) => chosen.replace('@', '/'));
}

/** What is wrong with a link of a file; null where nothing is. */
type Judge = (href: string, file: string) => string | null;

function judgeBy(site: BuiltSite): Judge {
  const files = new Set(site.files);
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (file: string) => {
    const own = ids.get(file) ?? new Set(listAll(site.read(file), ID));
    ids.set(file, own);
    return own;
  };
  return (href, from) => {
    if (/^(?:[a-z]+:)/i.test(href)) return null;
    const target = new URL(href, `http://site${site.base}${from.replace(/index\.html$/, '')}`);
    if (!target.pathname.startsWith(site.base)) return 'leaves the base path';
    const path = decodeURIComponent(target.pathname.slice(site.base.length));
    const there = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!files.has(there)) return 'leads nowhere';
    const part = target.hash.slice(1);
    if (part !== '' && there.endsWith('.html') && !idsOf(there).has(decodeURIComponent(part)))
      return 'leads to no such part of its page';
    const lacking = listChosen(href).find((folder) => !files.has(`${folder}/index.html`));
    return lacking === undefined ? null : `chooses ${lacking}, which is no version`;
  };
}

/** Every link of pages, twins and feeds to a file, a part of a page or a version that is not there; and how many were followed. */
export function findBrokenLinks(site: BuiltSite): { readonly followed: number; readonly broken: string[] } {
  const judge = judgeBy(site);
  const known = new Map<string, string | null>();
  let followed = 0;
  const broken: string[] = [];
  for (const file of site.files.filter(
    (one) => /\.(?:html|json|atom)$/.test(one) && one !== 'manifest.json',
  )) {
    for (const href of new Set(listAll(site.read(file), file.endsWith('.json') ? ADDRESS : TARGET))) {
      const key = /^[#?]|^(?!\/)/.test(href) ? `${file} ${href}` : href;
      if (!known.has(key)) known.set(key, judge(href, file));
      followed++;
      const fault = known.get(key);
      if (fault) broken.push(`${href} in ${file} ${fault}`);
    }
  }
  return { followed, broken };
}
