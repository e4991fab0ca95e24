import type { PageToRender } from '../model.ts';
import { seededHex } from '../seeded.ts';
import { copyrightLine, pageHeading, siteLinks, windowTitle } from './furniture.ts';
import { type BlockMarkup, blocksHtml, escapeHtml, plainMarkup } from './html.ts';

/** About 2021: rendered on the server by a script framework; hashed class names, state as JSON, drawings in the text. */
export function renderHashedClasses(page: PageToRender): string {
  const { churn } = page;
  // A new build of the site gives every class a new name although no text changes.
  const build = churn.nonce ?? page.era.from;
  const named = (name: string): string => `css-${seededHex(`${build} ${name}`, 6)}`;
  const markup: BlockMarkup = {
    ...plainMarkup,
    heading: (level, html) => `<h${level} class="${named('heading')}"><span>${html}</span></h${level}>`,
    paragraph: (html) => `<p class="${named('text')}">${html}</p>`,
    link: (href, html) => `<a class="${named('link')}" href="${href}">${html}</a>`,
  };
  const links = siteLinks(page);
  const state = JSON.stringify({
    page: page.kind,
    build,
    locale: 'en-US',
    flags: { banner: true, dark: false },
  });
  return `<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"/><title>${windowTitle(page)}</title><meta name="viewport" content="width=device-width"/><link rel="preload" href="/_assets/${seededHex(build, 10)}.js" as="script"/></head><body><div id="__root"><div class="${named('shell')}"><header class="${named('header')}"><a href="/" aria-label="${escapeHtml(page.companyName)} home"><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><title>${escapeHtml(page.companyName)}</title><path d="M2 4h20v12H8l-6 4z"></path></svg></a><nav>${links
    .slice(0, -1)
    .map(([text, href]) => `<a class="${named('nav')}" href="${href}">${text}</a>`)
    .join(
      '',
    )}</nav><button class="${named('button')}" type="button">Sign in</button></header><main class="${named('main')}"><div class="${named('prose')}"><h1 class="${named('title')}">${pageHeading(page)}</h1>${page.stated === null ? '' : `<p class="${named('date')}">${escapeHtml(page.stated)}</p>`}
${blocksHtml(page.blocks, markup).join('\n')}
</div></main><footer class="${named('footer')}"><div>${links
    .map(([text, href]) => `<a class="${named('nav')}" href="${href}">${text}</a>`)
    .join(
      '',
    )}</div><small>${copyrightLine(page)}</small></footer></div></div><script id="__STATE__" type="application/json">${state}</script><script src="/_assets/${seededHex(build, 10)}.js" async=""></script></body></html>
`;
}
