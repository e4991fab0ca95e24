import type { WarcCapture } from '../warc/write-warc.ts';
import type { Page, Site } from './site.ts';
import { others, policies } from './texts.ts';
import type { Wording } from './wording.ts';

/** The captures an archive might hold of an invented site: its home pages once a year, other pages twice. */
export function captureSite(site: Site): WarcCapture[] {
  return site.pages.flatMap((page) => {
    const years = Array.from({ length: page.until - page.from + 1 }, (_, k) => page.from + k);
    const isHome = page.content.kind === 'home' || page.content.kind === 'html';
    return years.flatMap((year) =>
      (isHome ? ['0412'] : ['0203', '0917']).map((day) =>
        capturePage(site, page, year, `${year}${day}101500`),
      ),
    );
  });
}

function capturePage(site: Site, page: Page, year: number, timestamp: string): WarcCapture {
  if (page.content.kind === 'redirect') {
    const headers = [
      ['Content-Type', 'text/html'],
      ['Location', page.content.to],
    ] as const;
    return { url: page.url, timestamp, status: 301, headers, body: '<p>Moved.</p>' };
  }
  const body = renderPage(site, page, year);
  return { url: page.url, timestamp, headers: [['Content-Type', 'text/html; charset=utf-8']], body };
}

function wordingOf(page: Page): Wording {
  const { content } = page;
  if (content.kind === 'policy') return policies[content.language];
  if (content.kind === 'redirect' || content.kind === 'html') return { title: '', paragraphs: [] };
  return others[content.kind];
}

/** A text changes every third year: one paragraph goes, and comes back with the next change. */
function paragraphsOf({ paragraphs }: Wording, year: number): string[] {
  const dropped = 1 + (Math.floor(year / 3) % Math.max(1, paragraphs.length - 2));
  return paragraphs.filter((_, k) => paragraphs.length < 6 || k !== dropped);
}

function renderPage(site: Site, page: Page, year: number): string {
  const links = page.links.map(([text, href]) => `<a href="${href}">${escapeHtml(text)}</a>`).join(' | ');
  const wording = wordingOf(page);
  const text =
    page.content.kind === 'html'
      ? page.content.html
      : `<h1>${escapeHtml(wording.title)}</h1>\n${paragraphsOf(wording, year)
          .map((paragraph) => `<p>${escapeHtml(paragraph.replaceAll('{name}', site.name))}</p>`)
          .join('\n')}`;
  if (text.startsWith('<frameset')) return `<html><head><title>${site.name}</title></head>${text}</html>`;
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${site.name}: ${escapeHtml(wording.title || 'Home')}</title></head>
<body><div class="top"><a href="/">${site.name}</a></div>
<div class="main">${text}</div>
<div class="foot">${links} | © ${year} ${site.name}</div></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
