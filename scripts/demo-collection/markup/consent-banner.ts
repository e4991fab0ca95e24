import { inlineText } from '../inline.ts';
import type { PageToRender } from '../model.ts';
import { advertHtml, copyrightLine, pageHeading, policyLink, siteLinks, windowTitle } from './furniture.ts';
import { type BlockMarkup, blocksHtml, escapeHtml, plainMarkup } from './html.ts';

/** About 2018: HTML5, a list of sections that jumps, a cookie dialog before and after everything. */
export function renderConsentBanner(page: PageToRender): string {
  const { churn } = page;
  const links = siteLinks(page).map(([text, href]) => `<li><a href="${href}">${text}</a></li>`);
  let section = 0;
  const markup: BlockMarkup = {
    ...plainMarkup,
    heading: (level, html) => {
      if (level === 2) section += 1;
      return level === 2 ? `<h2 id="section-${section}">${html}</h2>` : `<h3>${html}</h3>`;
    },
    table: (header, rows) => `<div class="table-scroll">\n${plainMarkup.table(header, rows)}\n</div>`,
  };
  const body = blocksHtml(page.blocks, markup).join('\n');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="${page.era.declared ?? 'utf-8'}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${windowTitle(page)}</title>
<script${churn.nonce === null ? '' : ` nonce="${churn.nonce}"`}>window.tagQueue = window.tagQueue || []; tagQueue.push({ consent: 'default' });</script>
</head>
<body data-page="${page.kind}">
<a class="skip-link" href="#main">Skip to main content</a>
<div id="cookie-banner" class="cookie-banner" role="dialog" aria-label="Cookie consent">
<p>We value your privacy. We and our partners use cookies to give you the best experience. By clicking “Accept all” you agree to this.</p>
<button type="button">Accept all</button> <button type="button">Reject all</button> <a href="${policyLink(page)[1]}">Manage preferences</a>
</div>
<header class="site-header"><a href="/" class="brand">${escapeHtml(page.companyName)}</a>
<nav aria-label="Main"><ul>
${links.slice(0, -1).join('\n')}
</ul></nav></header>
<main id="main">
<article class="legal">
<h1>${pageHeading(page)}</h1>
${page.stated === null ? '' : `<p class="updated">${escapeHtml(page.stated)}</p>\n`}${contentsList(page)}${body}
</article>
</main>
${advertHtml(page, (words, href) => `<aside class="promo" aria-label="Advertisement"><a href="${href}">${words}</a></aside>\n`)}<footer class="site-footer">
<ul>
${links.join('\n')}
</ul>
<p>${copyrightLine(page)}</p>
</footer>
</body>
</html>
`;
}

function contentsList(page: PageToRender): string {
  const headings = page.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? [block] : [],
  );
  if (page.kind !== 'policy' || headings.length < 4) return '';
  const entries = headings.map(
    ({ inlines }, index) => `<li><a href="#section-${index + 1}">${escapeHtml(inlineText(inlines))}</a></li>`,
  );
  return `<nav class="toc" aria-label="Contents"><ul>\n${entries.join('\n')}\n</ul></nav>\n`;
}
