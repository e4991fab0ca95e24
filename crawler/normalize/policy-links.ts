import { findLanguage } from '../core/index.ts';
import { isTooCostly } from './budget.ts';
import { decodeText } from './decode.ts';
import { detectLanguage } from './language.ts';
import { findOwner, type LinkOwner, listOwners } from './link-owner.ts';
import { resolveLink } from './links.ts';
import { type Branch, findBranch, type Page, parseHtml, textOf } from './parse-html.ts';
import { classifyLink, type LinkKind } from './policy-kinds.ts';
import { addressWords, weighAddress, weighLinkText } from './policy-names.ts';

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

function readable(link: Branch): string {
  const text = textOf(link);
  if (text !== '') return text.slice(0, MAX_TEXT);
  const image = findBranch(link, 'img');
  return (image?.attributes.alt ?? link.attributes.title ?? '').trim().slice(0, MAX_TEXT);
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

/** Session ids make one address look like many. */
const SESSION = /;jsessionid=[^?#]*|[?&](?:PHPSESSID|sid|sessionid|jsessionid|s)=[0-9a-z]{16,}(?=&|$)/gi;

function tidy(target: string | undefined, base: string): string | null {
  const url =
    target === undefined ? null : resolveLink(target, base)?.replace(/#.*$/s, '').replace(SESSION, '');
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

/**
 * Candidates for a site's privacy policy among a page's links, best first, each address once; frames last.
 * @param html the page's payload or text
 * @param baseUrl the captured page's own address
 */
export function findPolicyLinks(html: Uint8Array | string, baseUrl: string): PolicyLink[] {
  const page = parseWithin(typeof html === 'string' ? html : decodeText(html, null).text);
  if (!page) return [];
  const base = findBranch(page.root, 'base')?.attributes.href ?? baseUrl;
  const owners = listOwners(page.root);
  const best = new Map<string, PolicyLink>();
  const offer = (link: PolicyLink | null) => {
    if (link && link.confidence > (best.get(link.url)?.confidence ?? 0)) best.set(link.url, link);
  };
  const visit = (branch: Branch): void => {
    const { name, attributes } = branch;
    const isFrame = name === 'frame' || name === 'iframe';
    const isRefresh = name === 'meta' && /^refresh$/i.test(attributes['http-equiv'] ?? '');
    const target = isRefresh
      ? /url\s*=\s*['"]?([^'"]+)/i.exec(attributes.content ?? '')?.[1]
      : attributes[isFrame ? 'src' : 'href'];
    const url = tidy(target, base);
    if (url !== null) {
      if (name === 'a') {
        const link = assessLink(url, readable(branch));
        offer(link && { ...link, owner: findOwner(branch, url, owners) });
      }
      if (name === 'area') offer(assessLink(url, attributes.alt ?? ''));
      if (name === 'frame') offer(assessLink(url, '') ?? frameOf(url));
      if (isRefresh) offer(frameOf(url));
    }
    for (const child of branch.children) if (typeof child !== 'string') visit(child);
  };
  visit(page.root);
  return [...best.values()].sort(
    (one, other) => other.confidence - one.confidence || (one.url < other.url ? -1 : 1),
  );
}

/** The language a page says it is in, or that its text shows; null where neither tells. */
export function readPageLanguage(html: Uint8Array | string): string | null {
  const page = parseWithin(typeof html === 'string' ? html : decodeText(html, null).text);
  if (!page) return null;
  const said = findLanguage(findBranch(page.root, 'html')?.attributes.lang ?? null)?.code;
  return said ?? detectLanguage(textOf(page.root));
}
