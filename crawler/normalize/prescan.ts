/**
 * The character encoding that a page declares in its own bytes: the HTML standard's "prescan a byte stream to determine
 * its encoding", and, as Chromium does beyond the first 1,024 bytes, on to the end of the page's head.
 * https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
 */

/** Looked at whatever it holds; and at most, where the head does not end. */
const SURE = 1024;
const MAX = 65_536;

/** Elements of which a head consists: any other ends it. */
const HEAD = new Set('script noscript style link meta object title base html head'.split(' '));
/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style', 'title', 'noscript']);

const TAG = /<(?:(!--)|([!?])|(\/?)([a-z][^\s/>]*))/gi;
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)?))?/y;

/** The attributes of a tag from a position on, each by its first value, and where the tag ends. */
function readAttributes(text: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  let end = from;
  ATTRIBUTE.lastIndex = from;
  for (let match = ATTRIBUTE.exec(text); match && match[0] !== ''; match = ATTRIBUTE.exec(text)) {
    const name = match[1]!.toLowerCase();
    if (!attributes.has(name)) attributes.set(name, match[2] ?? match[3] ?? match[4] ?? '');
    end = ATTRIBUTE.lastIndex;
  }
  const close = text.indexOf('>', end);
  return { attributes, end: close < 0 ? text.length : close + 1 };
}

/** "Algorithm for extracting a character encoding from a meta element". */
export function charsetOfContent(content: string): string | null {
  const match = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(content);
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.trim() || null;
}

function charsetOfMeta(attributes: ReadonlyMap<string, string>): string | null {
  const own = attributes.get('charset')?.trim();
  if (own) return own;
  const isType = attributes.get('http-equiv')?.trim().toLowerCase() === 'content-type';
  return isType ? charsetOfContent(attributes.get('content') ?? '') : null;
}

/** The encoding of a label, by the Encoding Standard; null for one it does not know. */
export function encodingOf(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return /^x-user-defined$/i.test(label.trim()) ? 'windows-1252' : null;
  }
}

/** What a `<meta>` may say: bytes that could be read so far are not UTF-16. */
function settle(label: string): string | null {
  const encoding = encodingOf(label);
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}

/** Where the search goes on behind what is no element. */
function skipMarkup(text: string, match: RegExpExecArray): number {
  const end = match[1] ? text.indexOf('-->', match.index + 2) : text.indexOf('>', match.index);
  return end < 0 ? text.length : end + (match[1] ? 3 : 1);
}

/** @param start the page's first bytes, one character each @returns the encoding's name, or null where none is declared */
export function prescanCharset(start: string): string | null {
  const text = start.slice(0, MAX);
  const xml = /^<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(text)?.[1];
  let isHead = true;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(text); match && (isHead || match.index < SURE); match = TAG.exec(text)) {
    if (match[1] || match[2]) {
      TAG.lastIndex = skipMarkup(text, match);
      continue;
    }
    const name = match[4]!.toLowerCase();
    const { attributes, end } = readAttributes(text, TAG.lastIndex);
    const label = name === 'meta' && !match[3] ? charsetOfMeta(attributes) : null;
    const encoding = label === null ? null : settle(label);
    if (encoding !== null) return encoding;
    if (!HEAD.has(name) || (match[3] && name === 'head')) isHead = false;
    TAG.lastIndex = end;
    if (RAW.has(name) && !match[3]) {
      const close = new RegExp(`</${name}[\\s/>]`, 'gi');
      close.lastIndex = end;
      TAG.lastIndex = close.exec(text)?.index ?? text.length;
    }
  }
  return xml === undefined ? null : settle(xml);
}
