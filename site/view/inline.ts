import { parseInline, type Run } from '../../crawler/core/index.ts';
import { escapeHtml, safeHref } from './html.ts';

function renderRun(run: Run): string {
  let html = escapeHtml(run.text);
  if (run.emphasis) html = `<em>${html}</em>`;
  if (run.strong) html = `<strong>${html}</strong>`;
  const href = run.href === null ? null : safeHref(run.href);
  if (href === null) return html;
  const kind = /^mailto:/i.test(href) ? ' class="mail"' : '';
  return `<a href="${escapeHtml(href)}"${kind} rel="nofollow noopener noreferrer">${html}</a>`;
}

/** Most clauses kept rendered; successive versions share most of theirs. */
const MAX_CACHED = 50_000;
const cache = new Map<string, string>();

/** A clause's inline Markdown as HTML: emphasis and safe links, everything else escaped text. */
export function renderInline(markdown: string): string {
  const known = cache.get(markdown);
  if (known !== undefined) return known;
  const html = parseInline(markdown).map(renderRun).join('');
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(markdown, html);
  return html;
}

/** The cells of a table row's text: cut at pipes that are not escaped. */
export function splitCells(text: string): string[] {
  return (text.match(/(?:\\.|[^|\\])+|(?<=\|)(?=\|)/g) ?? []).map((cell) => cell.trim());
}
