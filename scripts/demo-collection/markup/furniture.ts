import type { MenuLink, PageToRender } from '../model.ts';
import { escapeHtml } from './html.ts';

/** The site's own links: its menu, then the policy under the name of the time. */
export function siteLinks(page: PageToRender): readonly MenuLink[] {
  return [...page.era.menu, policyLink(page)].map(([text, href]) => [
    escapeHtml(text),
    withSession(page, href),
  ]);
}

/** The link to the policy as the page shows it: a path where it lies on the same host. */
export function policyLink(page: PageToRender): MenuLink {
  const target = new URL(page.era.policyAs ?? page.era.policy);
  const isSameHost = target.host === new URL(page.era.home).host;
  return [page.era.linkText, isSameHost ? target.pathname : target.href];
}

function withSession(page: PageToRender, href: string): string {
  const isOwn = href.startsWith('/') && !href.startsWith('//');
  if (page.churn.session === null || !isOwn) return escapeHtml(href);
  return escapeHtml(`${href}?sid=${page.churn.session}`);
}

/** The words of the browser's title bar. */
export function windowTitle(page: PageToRender): string {
  const words =
    page.kind === 'home'
      ? `${page.companyName}: ${page.era.headline}`
      : `${page.companyName} - ${page.title}`;
  return escapeHtml(words);
}

/** What a page calls itself in its body. */
export function pageHeading(page: PageToRender): string {
  return escapeHtml(page.kind === 'home' ? page.era.headline : page.title);
}

export function copyrightLine(page: PageToRender): string {
  const { owner, ownerSince } = page.era;
  const { copyrightYear } = page.churn;
  const years = copyrightYear > ownerSince ? `${ownerSince}-${copyrightYear}` : String(copyrightYear);
  return `Copyright &copy; ${years} ${escapeHtml(owner.replace(/\.$/u, ''))}. All rights reserved.`;
}

/** The `<meta>` element that names the charset, if the era names one. */
export function charsetMeta(page: PageToRender, isVoid = false): string {
  if (page.era.declared === null) return '';
  return `<meta http-equiv="Content-Type" content="text/html; charset=${page.era.declared}"${isVoid ? ' /' : ''}>\n`;
}

/** An advertisement's HTML in the markup of its time, or nothing. */
export function advertHtml(page: PageToRender, wrap: (words: string, href: string) => string): string {
  const { advert } = page.churn;
  return advert === null ? '' : wrap(escapeHtml(advert.words), escapeHtml(advert.href));
}
