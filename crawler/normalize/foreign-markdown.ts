import { marked } from 'marked';

/**
 * Markdown of other programs to HTML. The quirks of one large corpus are smoothed first: a star or underscore that
 * opens nothing stays text, and quote marks are a container of the page's indents, not content.
 */
export function markdownToHtml(text: string): string {
  return marked.parse(text.replace(/^\ufeff/, ''), { async: false, gfm: true });
}
