import type { PageToRender } from '../model.ts';
import { advertHtml, charsetMeta, copyrightLine, pageHeading, siteLinks, windowTitle } from './furniture.ts';
import { blocksHtml, escapeHtml, plainMarkup } from './html.ts';

/** About 2005: XHTML 1.0 with a style sheet, real headings and lists, a breadcrumb, a validated footer. */
export function renderXhtml(page: PageToRender): string {
  const { churn } = page;
  const items = siteLinks(page).map(([text, href]) => `<li><a href="${href}">${text}</a></li>`);
  return `<?xml version="1.0" encoding="${page.era.declared ?? 'utf-8'}"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
<head>
${charsetMeta(page, true)}<title>${windowTitle(page)}</title>
<link rel="stylesheet" type="text/css" href="/css/screen.css" media="screen" />
</head>
<body>
<div id="skip"><a href="#content">Skip to content</a></div>
<div id="header"><h1 id="logo"><a href="/" title="Home">${escapeHtml(page.companyName)}</a></h1>
<form action="/search" method="get"><div><input type="text" name="q" /><input type="submit" value="Search" /></div></form></div>
<ul id="nav">
${items.slice(0, -1).join('\n')}
</ul>
<p class="breadcrumb">You are here: <a href="/">Home</a> &raquo; ${pageHeading(page)}</p>
<div id="content">
<h2 class="pagetitle">${pageHeading(page)}</h2>
${page.stated === null ? '' : `<p class="date">${escapeHtml(page.stated)}</p>\n`}${blocksHtml(page.blocks, {
  ...plainMarkup,
  heading: (level, html) => `<h${level + 1}>${html}</h${level + 1}>`,
}).join('\n')}
<p class="top"><a href="#header">::Top::</a></p>
</div>
${advertHtml(page, (words, href) => `<div id="sponsor"><a href="${href}">${words}</a></div>\n`)}<div id="footer">
<ul>
${items.join('\n')}
</ul>
<p>${copyrightLine(page)}${churn.today === null ? '' : ` Page generated ${churn.today}.`}</p>
</div>
</body>
</html>
`;
}
