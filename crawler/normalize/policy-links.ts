import { findLanguage } from '../core/index.ts';
import { isTooCostly } from './budget.ts';
import { decodeText } from './decode.ts';
import { detectLanguage } from './language.ts';
import { MOST_OF_A_HOME, weighHome } from './language-homes.ts';
import { blockAround, findOwner, type LinkOwner, listOwners } from './link-owner.ts';
import { resolveLink } from './links.ts';
import { type Branch, findBranch, type Page, parseHtml, textOf } from './parse-html.ts';
import { classifyLink, type LinkKind } from './policy-kinds.ts';
import { addressWords, isPolicyName, speaksOfPolicy, weighAddress, weighLinkText } from './policy-names.ts';
import {
  isPutTogether,
  listDataLinks,
  listKeptData,
  listLiteralLinks,
  readClickTarget,
  readGoesOn,
  readKeptAddress,
  readWrittenMarkup,
} from './scripted-links.ts';

/** Links on a page, usually a home page, that may lead to the site's privacy policy. */

export interface PolicyLink extends LinkKind {
  /** Absolute original address, without fragment and session id. */
  readonly url: string;
  /** The link's text, or its picture's; `''` for a frame. */
  readonly text: string;
  /**
   * What spoke for it: its text, its address, or both; `frame` for a frame, or the target of a refresh, that must be
   * looked into first; `hub` for a page that may lead on: legal notices, about us.
   */
  readonly evidence: 'text' | 'address' | 'text and address' | 'frame' | 'hub';
  /** From 0 to 1; orders candidates, means nothing by itself. */
  readonly confidence: number;
  /** Whose document it is where its host is another company's, as far as the page says. */
  readonly owner: LinkOwner;
}

/** Longest link text that can be a name. */
const MAX_TEXT = 200;

/** What a link is called: by its text, its picture, or for those who hear the page. */
function readable(link: Branch): string {
  const text = textOf(link);
  if (text !== '') return text.slice(0, MAX_TEXT);
  const image = findBranch(link, 'img')?.attributes;
  const { title, value, 'aria-label': label } = link.attributes;
  const names = [image?.alt, label, title, image?.title, value].map((name) => name?.trim() ?? '');
  return (names.find((name) => name !== '') ?? nameOfFile(image?.src)).slice(0, MAX_TEXT);
}

/** `privacy statement` of a picture without a text, `/img/btn_privacy-statement.gif`, where that is a name. */
function nameOfFile(address = ''): string {
  const stem = /([^/]{1,100})\.[a-z]{3,4}(?:\?.*)?$/i.exec(address)?.[1] ?? '';
  const name = stem
    .replace(/^(?:btn|button|nav|lnk|link|img|foot|footer)[-_]/i, '')
    .replace(/[-_+]|%20/g, ' ');
  return weighLinkText(name) > HUB_WEIGHT ? name : '';
}

/** Longest text around a link that names where it leads, and longest text of one that does not itself. */
const MAX_AROUND = 160;
const MAX_POINTER = 20;

/** The name that stands around a link whose own text only points: "Our privacy policy is here". */
function nameAround(link: Branch, text: string): string | null {
  if (text.length > MAX_POINTER) return null;
  const block = blockAround(link);
  if (block === null || !holdsOneLink(block)) return null;
  const around = textOf(block);
  return around.length <= MAX_AROUND && speaksOfPolicy(around) ? around : null;
}

/** Elements of a sentence, at most. */
const MAX_ELEMENTS = 30;

/** Whether a block is as small as a sentence, and the link in it its only one. */
function holdsOneLink(block: Branch): boolean {
  const elements = listFew(block);
  return elements !== null && elements.filter(({ name }) => name === 'a').length === 1;
}

/** An element and all in it; null where that is more than a sentence. */
function listFew(block: Branch): Branch[] | null {
  const seen = [block];
  for (let at = 0; at < seen.length && seen.length <= MAX_ELEMENTS; at++)
    for (const child of seen[at]!.children.slice(0, MAX_ELEMENTS))
      if (typeof child !== 'string') seen.push(child);
  return seen.length <= MAX_ELEMENTS ? seen : null;
}

/** Below this, a text names a document that may at best lead on. */
const HUB_WEIGHT = 0.2;

/** What an address, and the text that links to it, say; null where neither speaks of privacy or of legal matters. */
export function assessLink(url: string, text: string): PolicyLink | null {
  const byText = weighLinkText(text);
  const byAddress = weighAddress(addressWords(url));
  if (byText === 0 && byAddress === 0) return null;
  const isHub = byText <= HUB_WEIGHT && byAddress === 0;
  const evidence = isHub
    ? 'hub'
    : byText > 0 && byAddress > 0
      ? 'text and address'
      : byText > 0
        ? 'text'
        : 'address';
  const confidence = 1 - (1 - 0.8 * byText) * (1 - 0.6 * byAddress);
  return {
    url,
    text,
    evidence,
    confidence: Math.round(confidence * 100) / 100,
    owner: 'unknown',
    ...classifyLink(url, text),
  };
}

/** Home pages of languages or countries that are looked at. */
const MAX_HOMES = 2;

/** The home page of one language or country of many. */
function assessHome(url: string, text: string): PolicyLink | null {
  const confidence = weighHome(url);
  if (confidence === 0) return null;
  return { url, text, evidence: 'hub', confidence, owner: 'unknown', ...classifyLink(url, text) };
}

function withFewHomes(links: readonly PolicyLink[]): PolicyLink[] {
  let homes = 0;
  return links.filter(({ confidence }) => confidence > MOST_OF_A_HOME || ++homes <= MAX_HOMES);
}

/** Session ids make one address look like many. */
const SESSION = /;jsessionid=[^?#]*|[?&](?:PHPSESSID|sid|sessionid|jsessionid|s)=[0-9a-z]{16,}(?=&|$)/gi;

/** Pages of scripts by the address under which their servers show them to robots (the AJAX crawling scheme of 2009). */
const forRobots = (url: string): string => url.replace(/#!(.*)$/s, '?_escaped_fragment_=$1');

function tidy(target: string | undefined, base: string): string | null {
  const url =
    target === undefined
      ? null
      : forRobots(resolveLink(target, base) ?? '')
          .replace(/#.*$/s, '')
          .replace(SESSION, '');
  return url && /^https?:/.test(url) && URL.canParse(url) ? url : null;
}

function frameOf(url: string): PolicyLink {
  return { url, text: '', evidence: 'frame', confidence: 0.1, owner: 'unknown', ...classifyLink(url, '') };
}

/** A page that costs too much to read is one without links. */
function parseWithin(html: string): Page | null {
  try {
    return parseHtml(html);
  } catch (error) {
    if (isTooCostly(error)) return null;
    throw error;
  }
}

/** Where an element leads, as it says itself or by a script; undefined for one that leads nowhere. */
function targetOf({ name, attributes }: Branch): string | undefined {
  if (name === 'frame' || name === 'iframe') return attributes.src;
  if (name === 'option') return /[/.]/.test(attributes.value ?? '') ? attributes.value : undefined;
  if (name === 'meta') {
    const isRefresh = /^refresh$/i.test(attributes['http-equiv'] ?? '');
    return isRefresh ? /url\s*=\s*['"]?([^'"]+)/i.exec(attributes.content ?? '')?.[1] : undefined;
  }
  return readClickTarget(attributes) ?? attributes.href ?? readKeptAddress(attributes);
}

/** Sizes at which a frame within the page shows nothing. */
const isUnseen = ({ attributes: { width, height } }: Branch): boolean =>
  [width, height].some((size) => /^[01](?:px)?$/.test(size ?? ''));

/** A link by its own name, else by the one around it. */
function assessNamed(branch: Branch, url: string): PolicyLink | null {
  const text = readable(branch);
  const link = assessLink(url, text);
  if (link !== null) return link;
  const around = nameAround(branch, text);
  return (around === null ? null : assessLink(url, around)) ?? assessHome(url, text);
}

/** What an element that leads to `url` is; null for what is no lead. */
function assessElement(branch: Branch, url: string, owners: ReadonlySet<string>): PolicyLink | null {
  switch (branch.name) {
    case 'a':
    case 'button':
    case 'input': {
      const link = assessNamed(branch, url);
      return link && { ...link, owner: findOwner(branch, url, owners) };
    }
    case 'option':
      return assessLink(url, readable(branch)) ?? assessHome(url, '');
    case 'area':
      return assessLink(url, branch.attributes.alt || (branch.attributes.title ?? ''));
    case 'frame':
      return assessLink(url, '') ?? frameOf(url);
    case 'iframe':
      return isUnseen(branch) ? null : frameOf(url);
    case 'link':
      return assessRelation(branch.attributes, url);
    case 'meta':
      return frameOf(url);
    default:
      return listFew(branch) !== null && isPolicyName(readable(branch))
        ? assessLink(url, readable(branch))
        : null;
  }
}

/** What the page's head says: the policy, or the page's like in another language. */
function assessRelation({ rel = '', hreflang }: Branch['attributes'], url: string): PolicyLink | null {
  if (/\bprivacy-policy\b/i.test(rel)) return assessLink(url, 'privacy policy');
  return hreflang !== undefined && /\balternate\b/i.test(rel) ? assessHome(url, '') : null;
}

/** Longest text of a page that only says that its reader is sent on. */
const MAX_PASSING_TEXT = 300;

/** Links that stand in no element: a page's script goes on, keeps a menu in data, or writes one. */
function listScripted(html: string, page: Page, kept: readonly string[], base: string): PolicyLink[] {
  const target = textOf(page.root).length <= MAX_PASSING_TEXT ? readGoesOn(html) : null;
  const next = target === null ? null : tidy(target, base);
  const named = [
    ...listDataLinks([...page.data, ...kept]),
    ...listLiteralLinks(page.programs),
    ...listWritten(readWrittenMarkup(page.programs)),
  ];
  const listed = named.flatMap(([name, address]) => {
    const url = isPolicyName(name) ? tidy(address, base) : null;
    return (url !== null && assessLink(url, name)) || [];
  });
  return next === null ? listed : [...listed, frameOf(next)];
}

/** Names and addresses of the links in markup that a program writes. */
function listWritten(markup: string): (readonly [name: string, address: string])[] {
  const root = markup === '' ? null : parseWithin(markup)?.root;
  const links: [string, string][] = [];
  const visit = (branch: Branch): void => {
    const address =
      branch.name === 'a' ? (readClickTarget(branch.attributes) ?? branch.attributes.href) : undefined;
    if (address !== undefined && !isPutTogether(address)) links.push([readable(branch), address]);
    for (const child of branch.children) if (typeof child !== 'string') visit(child);
  };
  if (root) visit(root);
  return links;
}

/**
 * Candidates for a site's privacy policy among a page's links, best first, each address once; frames last.
 * @param html the page's payload or text
 * @param baseUrl the captured page's own address
 */
export function findPolicyLinks(html: Uint8Array | string, baseUrl: string): PolicyLink[] {
  const text = typeof html === 'string' ? html : decodeText(html, null).text;
  const page = parseWithin(text);
  if (!page) return [];
  const base = findBranch(page.root, 'base')?.attributes.href ?? baseUrl;
  const owners = listOwners(page.root);
  const best = new Map<string, PolicyLink>();
  const offer = (link: PolicyLink | null) => {
    if (link && link.confidence > (best.get(link.url)?.confidence ?? 0)) best.set(link.url, link);
  };
  const kept: string[] = [];
  const visit = (branch: Branch): void => {
    kept.push(...listKeptData(branch.attributes));
    const url = tidy(targetOf(branch), base);
    if (url !== null) offer(assessElement(branch, url, owners));
    for (const child of branch.children) if (typeof child !== 'string') visit(child);
  };
  visit(page.root);
  for (const link of listScripted(text, page, kept, base)) offer(link);
  return withFewHomes(
    [...best.values()].sort(
      (one, other) => other.confidence - one.confidence || (one.url < other.url ? -1 : 1),
    ),
  );
}

/** The language a page says it is in, or that its text shows; null where neither tells. */
export function readPageLanguage(html: Uint8Array | string): string | null {
  const page = parseWithin(typeof html === 'string' ? html : decodeText(html, null).text);
  if (!page) return null;
  const said = findLanguage(findBranch(page.root, 'html')?.attributes.lang ?? null)?.code;
  return said ?? detectLanguage(textOf(page.root));
}
