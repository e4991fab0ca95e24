import { Marked } from 'marked';

/** Tables are read; bare addresses stay the text they are. */
const reader = new Marked({ async: false, gfm: true, tokenizer: { url: () => undefined } });

/** Between two paragraphs, quoted or not. */
const BLANK_LINE = /(\n[> \t]*\n)/;
/** A paragraph, or an item, that begins with a star before a word. */
const OPENING_STAR = /^([>\s]*(?:(?:[-+]|\d{1,9}[.)])[ \t]+)?)\*(?=[^\s*])/;
/** A star that closes what one before it opened. */
const CLOSING_STAR = /[^\s*\\]\*/;

function dropLoneStar(paragraph: string): string {
  const [start, before] = OPENING_STAR.exec(paragraph) ?? [];
  if (start === undefined || CLOSING_STAR.test(paragraph.slice(start.length))) return paragraph;
  return before + paragraph.slice(start.length);
}

/**
 * Markdown of other programs to HTML. One quirk of a large corpus is smoothed first: a star that opens a paragraph and
 * has no partner is no text.
 */
export function markdownToHtml(text: string): string {
  const paragraphs = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split(BLANK_LINE);
  return reader.parse(paragraphs.map(dropLoneStar).join(''), { async: false });
}
