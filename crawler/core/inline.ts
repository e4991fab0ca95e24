/**
 * Inline Markdown, as it stands inside one clause: escapes, emphasis, links, automatic links, code. The grammar is the
 * subset of CommonMark 0.31 that our own spelling uses, read tolerantly: what does not parse is literal text.
 */

/** A run of visible text with the same style and link. */
export interface InlineRun {
  readonly text: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly href: string | null;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const AUTOLINK = /^<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/i;
const LINK_TARGET =
  /^\((?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))(?:\s+(?:"[^"]*"|'[^']*'))?\)/;

/** All that inline markup begins with: most texts hold none of it. */
const MAY_MARK = /[\\`*[\]<_&]/;

/** Escapes what would otherwise be read as inline markup, so that `plainText(escapeInline(x)) === x`. */
export function escapeInline(text: string): string {
  if (!MAY_MARK.test(text)) return text;
  return text
    .replace(/[\\`*[\]]/g, '\\$&')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w{1,31};)/g, '\\&');
}

/** A link target as it may stand between parentheses. */
export function formatTarget(href: string): string {
  return /[\s()<>]/.test(href)
    ? `<${href.replace(/[<>]/g, encodeURIComponent).replace(/\s/g, '%20')}>`
    : href;
}

interface InlineStyle {
  strong: boolean;
  emphasis: boolean;
  href: string | null;
}

/** A delimiter run of `*` or `_` that may open or close emphasis (CommonMark, "left- and right-flanking"). */
interface InlinePart {
  text: string;
  style: InlineStyle;
  delimiter?: { char: string; count: number; canOpen: boolean; canClose: boolean };
}

/** For each bracket that opens, where it closes; brackets that never close are absent. */
function pairBrackets(markdown: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const match of markdown.matchAll(/\\[\s\S]|[[\]]/g)) {
    if (match[0] === '[') open.push(match.index);
    else if (match[0] === ']' && open.length > 0) pairs.set(open.pop()!, match.index);
  }
  return pairs;
}

function flanking(before: string, after: string, char: string): { canOpen: boolean; canClose: boolean } {
  const isSpace = (c: string) => c === '' || /\s/.test(c);
  const isPunctuation = (c: string) => c !== '' && /[\p{P}\p{S}]/u.test(c);
  const left = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
  const right = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
  if (char === '*') return { canOpen: left, canClose: right };
  return {
    canOpen: left && (!right || isPunctuation(before)),
    canClose: right && (!left || isPunctuation(after)),
  };
}

/** Runs of `*` and `_` looked at in one clause; more are no emphasis but somebody's ornament, and read as text. */
const MAX_DELIMITERS = 1000;

/** Reads one clause, or the text of one link in it, from left to right. */
class Scanner {
  readonly pieces: InlinePart[] = [];
  private readonly markdown: string;
  private readonly href: string | null;
  private readonly brackets: Map<number, number>;
  private literal = '';
  private delimiters = 0;

  constructor(markdown: string, href: string | null) {
    this.markdown = markdown;
    this.href = href;
    this.brackets = href === null && markdown.includes('](') ? pairBrackets(markdown) : new Map();
  }

  scan(): InlinePart[] {
    const special = /[\\`<[*_]/g;
    for (let at = 0; at < this.markdown.length; ) {
      special.lastIndex = at;
      const next = special.exec(this.markdown)?.index ?? this.markdown.length;
      this.literal += this.markdown.slice(at, next);
      at = next < this.markdown.length ? this.readSpecial(next) : next;
    }
    this.flush();
    return this.pieces;
  }

  private add(text: string, href: string | null, delimiter?: InlinePart['delimiter']): void {
    this.flush();
    this.pieces.push({
      text,
      style: { strong: false, emphasis: false, href },
      ...(delimiter && { delimiter }),
    });
  }

  private flush(): void {
    const text = this.literal;
    this.literal = '';
    if (text) this.add(text, this.href);
  }

  /** Reads what a special character begins. @returns where to go on */
  private readSpecial(at: number): number {
    const char = this.markdown[at]!;
    if (char === '\\') return this.readEscape(at);
    if (char === '`') return this.readCode(at);
    if (char === '<') return this.readAutolink(at);
    if (char === '[') return this.readLink(at);
    return this.readDelimiter(at, char);
  }

  private readLiteral(text: string, end: number): number {
    this.literal += text;
    return end;
  }

  private readEscape(at: number): number {
    const next = this.markdown[at + 1] ?? '';
    return PUNCTUATION.test(next) ? this.readLiteral(next, at + 2) : this.readLiteral('\\', at + 1);
  }

  private readCode(at: number): number {
    const fence = /^`+/.exec(this.markdown.slice(at))![0];
    const start = at + fence.length;
    const close = this.markdown.indexOf(fence, start);
    if (close < 0) return this.readLiteral(fence, start);
    return this.readLiteral(this.markdown.slice(start, close), close + fence.length);
  }

  private readAutolink(at: number): number {
    const match = AUTOLINK.exec(this.markdown.slice(at));
    if (!match) return this.readLiteral('<', at + 1);
    const target = match[1] ?? match[2]!;
    this.add(target, /^[a-z][a-z0-9+.-]+:/i.test(target) ? target : `mailto:${target}`);
    return at + match[0].length;
  }

  private readLink(at: number): number {
    const close = this.brackets.get(at);
    const target = close === undefined ? null : LINK_TARGET.exec(this.markdown.slice(close + 1));
    if (close === undefined || !target) return this.readLiteral('[', at + 1);
    this.flush();
    const url = (target[1] ?? target[2] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
    const content = new Scanner(this.markdown.slice(at + 1, close), url).scan();
    for (const piece of resolveEmphasis(content)) this.pieces.push(piece);
    return close + 1 + target[0].length;
  }

  private readDelimiter(at: number, char: string): number {
    let end = at + 1;
    while (this.markdown[end] === char) end++;
    const run = this.markdown.slice(at, end);
    if (++this.delimiters > MAX_DELIMITERS) return this.readLiteral(run, end);
    const flanks = flanking(this.markdown[at - 1] ?? '', this.markdown[end] ?? '', char);
    this.add(run, this.href, { char, count: run.length, ...flanks });
    return end;
  }
}

/** Marks the pieces between a matched pair of delimiter runs, and uses the runs up as far as they match. */
function markBetween(pieces: readonly InlinePart[], open: number, close: number): void {
  const opener = pieces[open]!.delimiter!;
  const closer = pieces[close]!.delimiter!;
  while (opener.count > 0 && closer.count > 0) {
    const used = opener.count >= 2 && closer.count >= 2 ? 2 : 1;
    for (let k = open + 1; k < close; k++) {
      if (used === 2) pieces[k]!.style.strong = true;
      else pieces[k]!.style.emphasis = true;
    }
    opener.count -= used;
    closer.count -= used;
  }
}

/** Pairs delimiter runs, nearest opener first (CommonMark, "process emphasis", without its multiple-of-3 rule). */
function resolveEmphasis(pieces: InlinePart[]): InlinePart[] {
  const runs = pieces.flatMap((piece, at) => (piece.delimiter ? [at] : []));
  for (const [order, close] of runs.entries()) {
    const closer = pieces[close]!.delimiter!;
    if (!closer.canClose) continue;
    for (let k = order - 1; k >= 0 && closer.count > 0; k--) {
      const opener = pieces[runs[k]!]!.delimiter!;
      if (opener.canOpen && opener.char === closer.char && opener.count > 0)
        markBetween(pieces, runs[k]!, close);
    }
  }
  for (const at of runs) {
    const { char, count } = pieces[at]!.delimiter!;
    pieces[at]!.text = char.repeat(count);
  }
  return pieces;
}

/** Without any of these, Markdown is the text that it shows. */
const SPECIAL = /[\\`<[*_]/;

/** The visible runs of a clause's inline Markdown, in order; neighbours of the same style are joined. */
export function parseInline(markdown: string): InlineRun[] {
  if (!SPECIAL.test(markdown)) {
    return markdown === '' ? [] : [{ text: markdown, strong: false, emphasis: false, href: null }];
  }
  const runs: InlineRun[] = [];
  for (const { text, style } of resolveEmphasis(new Scanner(markdown, null).scan())) {
    if (text === '') continue;
    const last = runs.at(-1);
    const same =
      last && last.strong === style.strong && last.emphasis === style.emphasis && last.href === style.href;
    if (same) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ text, ...style });
  }
  return runs;
}

/** The visible text of inline Markdown: marks, escapes and link targets gone. */
export function plainText(markdown: string): string {
  if (!SPECIAL.test(markdown)) return markdown;
  return parseInline(markdown)
    .map((run) => run.text)
    .join('');
}
