/**
 * Inline Markdown, as it stands inside one clause: escapes, emphasis, links, automatic links, code. The grammar is the
 * subset of CommonMark 0.31 that our own spelling uses, read tolerantly: what does not parse is literal text.
 */

/** A run of visible text with the same style and link. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly href: string | null;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const AUTOLINK = /^<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/i;
const LINK_TARGET =
  /^\((?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))(?:\s+(?:"[^"]*"|'[^']*'))?\)/;

/** Escapes what would otherwise be read as inline markup, so that `plainText(escapeInline(x)) === x`. */
export function escapeInline(text: string): string {
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

interface Style {
  strong: boolean;
  emphasis: boolean;
  href: string | null;
}

/** A delimiter run of `*` or `_` that may open or close emphasis (CommonMark, "left- and right-flanking"). */
interface Piece {
  text: string;
  style: Style;
  delimiter?: { char: string; count: number; canOpen: boolean; canClose: boolean };
}

/** Where the bracket that opens at `from` closes, or -1. */
function closingBracket(markdown: string, from: number): number {
  let depth = 0;
  for (let at = from; at < markdown.length; at++) {
    const char = markdown[at];
    if (char === '\\') at++;
    else if (char === '[') depth++;
    else if (char === ']' && --depth === 0) return at;
  }
  return -1;
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

function scan(markdown: string, href: string | null, depth: number): Piece[] {
  const pieces: Piece[] = [];
  let literal = '';
  const style = (): Style => ({ strong: false, emphasis: false, href });
  const flush = () => {
    if (literal) pieces.push({ text: literal, style: style() });
    literal = '';
  };
  let at = 0;
  while (at < markdown.length) {
    const char = markdown[at]!;
    if (char === '\\' && PUNCTUATION.test(markdown[at + 1] ?? '')) {
      literal += markdown[at + 1];
      at += 2;
    } else if (char === '`') {
      const fence = /^`+/.exec(markdown.slice(at))![0];
      const close = markdown.indexOf(fence, at + fence.length);
      const end = close < 0 ? at + fence.length : close;
      literal += close < 0 ? fence : markdown.slice(at + fence.length, end);
      at = close < 0 ? end : end + fence.length;
    } else if (char === '<' && AUTOLINK.test(markdown.slice(at))) {
      const [whole, target] = AUTOLINK.exec(markdown.slice(at)) as unknown as [string, string];
      flush();
      pieces.push({
        text: target,
        style: { ...style(), href: /^[a-z][a-z0-9+.-]+:/i.test(target) ? target : `mailto:${target}` },
      });
      at += whole.length;
    } else if (char === '[' && href === null && depth < 8) {
      const close = closingBracket(markdown, at);
      const target = close < 0 ? null : LINK_TARGET.exec(markdown.slice(close + 1));
      if (target) {
        flush();
        const url = (target[1] ?? target[2] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
        pieces.push(...resolveEmphasis(scan(markdown.slice(at + 1, close), url, depth + 1)));
        at = close + 1 + target[0].length;
      } else {
        literal += char;
        at++;
      }
    } else if (char === '*' || char === '_') {
      const run = (char === '*' ? /^\*+/ : /^_+/).exec(markdown.slice(at))![0];
      flush();
      const flanks = flanking(markdown[at - 1] ?? '', markdown[at + run.length] ?? '', char);
      pieces.push({ text: run, style: style(), delimiter: { char, count: run.length, ...flanks } });
      at += run.length;
    } else {
      literal += char;
      at++;
    }
  }
  flush();
  return pieces;
}

/** Pairs delimiter runs, nearest opener first (CommonMark, "process emphasis", without its multiple-of-3 rule). */
function resolveEmphasis(pieces: Piece[]): Piece[] {
  for (let close = 0; close < pieces.length; close++) {
    const closer = pieces[close]!.delimiter;
    if (!closer?.canClose) continue;
    for (let open = close - 1; open >= 0 && closer.count > 0; open--) {
      const opener = pieces[open]!.delimiter;
      if (!opener?.canOpen || opener.char !== closer.char || opener.count === 0) continue;
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
  }
  for (const piece of pieces) {
    if (piece.delimiter) piece.text = piece.delimiter.char.repeat(piece.delimiter.count);
    delete piece.delimiter;
  }
  return pieces;
}

/** The visible runs of a clause's inline Markdown, in order; neighbours of the same style are joined. */
export function parseInline(markdown: string): Run[] {
  const runs: Run[] = [];
  for (const { text, style } of resolveEmphasis(scan(markdown, null, 0))) {
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
  if (!/[\\`<[*_]/.test(markdown)) return markdown;
  return parseInline(markdown)
    .map((run) => run.text)
    .join('');
}
