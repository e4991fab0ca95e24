import { decodeText } from './decode.ts';
import { resolveLink } from './links.ts';
import { type Branch, findBranch, parseHtml, textOf } from './parse-html.ts';

/** Links on a page, usually a home page, that may lead to the site's privacy policy. */

export interface PolicyLink {
  /** Absolute original address, without fragment. */
  readonly url: string;
  /** The link's text, or its picture's; `''` for a frame. */
  readonly text: string;
  /** What spoke for it: its text, its address, or both; `frame` for a frame that must be looked into first. */
  readonly evidence: 'text' | 'address' | 'text and address' | 'frame';
  /** From 0 to 1; orders candidates, means nothing by itself. */
  readonly confidence: number;
}

/** Names of privacy policies, strongest first, in the languages of policies. */
const TEXTS: readonly [RegExp, number][] = [
  [
    /privacy\s+(?:&|and)?\s*(?:policy|statement|notice)|privacy\s+polic|politique\s+de\s+(?:confidentialit|protection)|charte\s+(?:de\s+)?(?:confidentialit|vie\s+priv|donn)|datenschutz(?:erkl|richtlinie|hinweis|bestimm)|pol[íi]tica\s+de\s+priva|aviso\s+de\s+privacidad|informativa\s+(?:sulla\s+)?privacy|privacy\s*(?:verklaring|beleid|statement)|pol[íi]tica\s+de\s+privacidade/iu,
    1,
  ],
  [
    /^\W*(?:your\s+)?privacy(?:\s+(?:center|centre|rights|information|policies))?\W*$|^\W*datenschutz\W*$|^\W*privacidad\W*$|^\W*confidentialit[ée]\W*$|^\W*vie\s+priv[ée]e\W*$|^\W*privacidade\W*$|^\W*data\s+protection\W*$/iu,
    0.9,
  ],
  [
    /privacy|datenschutz|vie\s+priv[ée]e|donn[ée]es\s+personnelles|protecci[óo]n\s+de\s+datos|confidentialit|privacidad|riservatezza|persoonsgegevens|data\s+protection/iu,
    0.6,
  ],
  [
    /^\W*(?:legal(?:\s+(?:notice|information|stuff))?|terms|policies|mentions\s+l[ée]gales|impressum|rechtliches|aviso\s+legal|note\s+legali)\W*$/iu,
    0.2,
  ],
];

const ADDRESSES: readonly [RegExp, number][] = [
  [
    /privacy[-_]?(?:policy|statement|notice)|datenschutz|politique[-_]de[-_]confidentialite|pol[ií]tica[-_]de[-_]privaci/i,
    0.8,
  ],
  [/(?:^|[/_.?=-])privacy(?:[/_.&-]|$)|confidentialite|privacidad|vie[-_]privee/i, 0.7],
  [/priva(?:cy|te?pol)/i, 0.5],
];

function weigh(value: string, patterns: readonly (readonly [RegExp, number])[]): number {
  return patterns.find(([pattern]) => pattern.test(value))?.[1] ?? 0;
}

/** Longest link text that can be a name. */
const MAX_TEXT = 200;

function readable(link: Branch): string {
  const text = textOf(link);
  if (text !== '') return text.slice(0, MAX_TEXT);
  const image = findBranch(link, 'img');
  return (image?.attributes.alt ?? link.attributes.title ?? '').trim().slice(0, MAX_TEXT);
}

function pathOf(url: string): string {
  try {
    const { pathname, search } = new URL(url);
    return decodeURIComponent(pathname + search);
  } catch {
    return url;
  }
}

function assess(url: string, text: string): PolicyLink | null {
  const byText = weigh(text, TEXTS);
  const byAddress = weigh(pathOf(url), ADDRESSES);
  if (byText === 0 && byAddress === 0) return null;
  const evidence = byText > 0 && byAddress > 0 ? 'text and address' : byText > 0 ? 'text' : 'address';
  const confidence = 1 - (1 - 0.8 * byText) * (1 - 0.6 * byAddress);
  return { url, text, evidence, confidence: Math.round(confidence * 100) / 100 };
}

/**
 * Candidates for a site's privacy policy among a page's links, best first, each address once; frames last.
 * @param html the page's payload or text
 * @param baseUrl the captured page's own address
 */
export function findPolicyLinks(html: Uint8Array | string, baseUrl: string): PolicyLink[] {
  const page = parseHtml(typeof html === 'string' ? html : decodeText(html, null).text);
  if (!page) return [];
  const base = findBranch(page.root, 'base')?.attributes.href ?? baseUrl;
  const best = new Map<string, PolicyLink>();
  const offer = (link: PolicyLink | null) => {
    if (link && link.confidence > (best.get(link.url)?.confidence ?? 0)) best.set(link.url, link);
  };
  const visit = (branch: Branch): void => {
    const { name, attributes } = branch;
    const target = attributes[name === 'frame' || name === 'iframe' ? 'src' : 'href'];
    const url = target === undefined ? null : resolveLink(target, base)?.replace(/#.*$/, '');
    if (url && /^https?:/.test(url)) {
      if (name === 'a') offer(assess(url, readable(branch)));
      if (name === 'area') offer(assess(url, attributes.alt ?? ''));
      if (name === 'frame') offer(assess(url, '') ?? { url, text: '', evidence: 'frame', confidence: 0.1 });
    }
    for (const child of branch.children) if (typeof child !== 'string') visit(child);
  };
  visit(page.root);
  return [...best.values()].sort(
    (one, other) => other.confidence - one.confidence || (one.url < other.url ? -1 : 1),
  );
}
