import { Marked } from 'marked';

/**
 * Markdown of other programs to HTML. The quirks of one large corpus are smoothed first: a star or underscore that
 * opens nothing stays text, and quote marks are a container of the page's indents, not content.
 */
/** Tables are read; bare addresses stay the text they are. */
const reader = new Marked({ async: false, gfm: true, tokenizer: { url: () => undefined } });

export function markdownToHtml(text: string): string {
  const smoothed = text.replace(/^\ufeff/, '').replace(LONE_STAR, '$1');
  return reader.parse(smoothed, { async: false });
}

/** A star before a word at the start of a line, with no other star on it to close what it would open. */
const LONE_STAR = /^([> \t]*)\*(?=[^\s*][^*\n]*$)/gm;
