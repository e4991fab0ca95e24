import type { Language, OtherKind } from './texts.ts';

/** One invented site: what stands where and when, and what discovery has to find. */
export interface Site {
  readonly domain: string;
  readonly name: string;
  /** What makes it hard. */
  readonly about: string;
  readonly pages: readonly Page[];
  /** Address of each place a policy stood at, by the policy's name. Empty: there is none to find. */
  readonly expected: Readonly<Record<string, readonly string[]>>;
  /** Addresses that may be found as well: the same policy in another language. */
  readonly allowed?: readonly string[];
}

export interface Page {
  readonly url: string;
  readonly from: number;
  readonly until: number;
  readonly content:
    | { readonly kind: 'policy'; readonly language: Language }
    | { readonly kind: OtherKind }
    | { readonly kind: 'html'; readonly html: string }
    | { readonly kind: 'redirect'; readonly to: string };
  /** Text and target of links at the foot of the page. */
  readonly links: readonly Link[];
}

export type Link = readonly [text: string, href: string];

/** Shorthand: `[address, 2001, 2009, 'policy:en', links]`. */
type Row = readonly [url: string, from: number, until: number, content: string, links?: readonly Link[]];

/** A site from rows. Addresses may be paths of the site's own host. */
export function site(
  domain: string,
  about: string,
  rows: readonly Row[],
  expected: Record<string, string[]>,
  allowed: readonly string[] = [],
): Site {
  const place = (url: string) => new URL(url, `http://www.${domain}/`).href;
  const name = domain.split('.')[0]!.replace(/^./, (letter) => letter.toUpperCase());
  return {
    domain,
    name,
    about,
    pages: rows.map(([url, from, until, content, links = []]) => ({
      url: place(url),
      from,
      until,
      content: parseContent(content, place),
      links,
    })),
    expected: Object.fromEntries(Object.entries(expected).map(([policy, urls]) => [policy, urls.map(place)])),
    allowed: allowed.map(place),
  };
}

function parseContent(text: string, place: (url: string) => string): Page['content'] {
  const [, kind = '', rest = ''] = /^([a-z]+):?(.*)$/s.exec(text) ?? [];
  if (kind === 'policy') return { kind, language: rest as Language };
  if (kind === 'redirect') return { kind, to: place(rest) };
  if (kind === 'html') return { kind, html: rest };
  return { kind: kind as OtherKind };
}

/** Furniture every home page has: links that are no policy. */
const MENU: readonly Link[] = [
  ['Products', '/products/'],
  ['About us', '/about'],
  ['Contact', '/contact'],
];
/** A home page with the usual menu and these links. */
export const home = (from: number, until: number, ...links: Link[]): Row => [
  '/',
  from,
  until,
  'home',
  [...MENU, ...links],
];
