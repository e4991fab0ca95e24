import { resolveLink } from './links.ts';
import type { Branch } from './parse-html.ts';

/** Where a page sends its reader on to: the content frame, a refresh, or the only link it holds. */

interface PageFrame {
  readonly url: string;
  readonly weight: number;
}

/** Weight of a frame whose address names a policy. */
const NAMED = 4;

/** The frame that most likely holds the text: called so, else the largest, menus and heads last. */
function weighFrame(frame: Branch): number {
  const { name = '', id = '', src = '' } = frame.attributes;
  const words = `${name} ${id} ${src}`.toLowerCase();
  if (/privacy|policy|datenschutz|confidential/.test(src.toLowerCase())) return NAMED;
  if (/main|content|body|text|right|center|middle|haupt|inhalt/.test(`${name} ${id}`.toLowerCase())) return 3;
  return /nav|menu|top|left|head|banner|foot|bottom|logo|title|ad/.test(words) ? 1 : 2;
}

interface Pointers {
  frames: PageFrame[];
  refresh: string | null;
  links: Set<string>;
}

/** Seconds after which a page that refreshes itself is still read before it goes. */
const MAX_WAIT = 30;

/** Where `5; url=/privacy` leads, or null where it leads nowhere, or late. */
function readRefresh(content: string): string | null {
  const end = content.search(/[;,]/);
  if (end < 0 || (Number.parseInt(content, 10) || 0) > MAX_WAIT) return null;
  return /^\s*(?:url\s*=\s*)?["']?([^"'\s]+)/i.exec(content.slice(end + 1))?.[1] ?? null;
}

function collect(branch: Branch, base: string | null, found: Pointers): void {
  for (const child of branch.children) {
    if (typeof child === 'string') continue;
    const { name, attributes } = child;
    if (name === 'frame' || name === 'iframe') {
      const url = resolveLink(attributes.src ?? '', base);
      const weight = weighFrame(child);
      // Most iframes hold advertising and players: one is followed where its address names the policy.
      if (url && (name === 'frame' || weight === NAMED)) found.frames.push({ url, weight });
    } else if (name === 'meta' && /^refresh$/i.test(attributes['http-equiv'] ?? '')) {
      const target = readRefresh(attributes.content ?? '');
      if (target !== null) found.refresh ??= resolveLink(target, base);
    } else if (name === 'a' && found.links.size < 3) {
      const url = resolveLink(attributes.href ?? '', base);
      if (url && /^https?:/.test(url)) found.links.add(url);
    }
    collect(child, base, found);
  }
}

/** Absolute URL a page points to, or null. An only link counts; whether the page is nothing else is judged elsewhere. */
export function findFollow(root: Branch, base: string | null): string | null {
  const found: Pointers = { frames: [], refresh: null, links: new Set() };
  collect(root, base, found);
  const frame = found.frames.sort((one, other) => other.weight - one.weight)[0];
  const own = base?.replace(/#.*$/, '');
  const target = frame?.url ?? found.refresh ?? (found.links.size === 1 ? [...found.links][0]! : null);
  return target === own ? null : target;
}
