import { type InlineRun, parseInline } from '../../crawler/core/index.ts';
import { escapeHtml, safeHref } from './html.ts';

function renderRun(run: InlineRun): string {
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

/**
 * A clause's inline Markdown as HTML, cut into pieces of so many characters of its plain text: links and emphasis that go across a
 * cut are closed and opened again. Lengths are UTF-16 units; what is left over goes to the last piece.
 */
export function renderPieces(markdown: string, lengths: readonly number[]): string[] {
  const pieces: string[] = lengths.map(() => '');
  let piece = 0;
  let room = lengths[0] ?? 0;
  for (const run of parseInline(markdown)) {
    let { text } = run;
    while (text !== '') {
      while (room <= 0 && piece < lengths.length - 1) room = lengths[++piece]!;
      const take = piece === lengths.length - 1 ? text.length : Math.min(room, text.length);
      pieces[piece] += renderRun({ ...run, text: text.slice(0, take) });
      text = text.slice(take);
      room -= take;
    }
  }
  return pieces;
}

/** The cells of a table row's text: cut at pipes that are not escaped. */
export function splitCells(text: string): string[] {
  return (text.match(/(?:\\.|[^|\\])+|(?<=\|)(?=\|)/g) ?? []).map((cell) => cell.trim());
}
