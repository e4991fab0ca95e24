import type { PageToRender } from '../model.ts';
import { advertHtml, copyrightLine, pageHeading, siteLinks, windowTitle } from './furniture.ts';
import { type BlockMarkup, blocksHtml, escapeHtml, plainMarkup } from './html.ts';

/** About 2010: everything is a div, headings and paragraphs too. */
const markup: BlockMarkup = {
  ...plainMarkup,
  strong: (html) => `<span style="font-weight: bold">${html}</span>`,
  emphasis: (html) => `<span style="font-style: italic">${html}</span>`,
  heading: (level, html) =>
    level === 2
      ? `<div class="txt-row"><div class="ttl"><strong>${html}</strong></div></div>`
      : `<div class="txt-row"><div class="sub-ttl"><strong><em>${html}</em></strong></div></div>`,
  paragraph: (html) => `<div class="txt-row"><div class="txt">${html}</div></div>`,
};

export function renderDivSoup(page: PageToRender): string {
  const { churn } = page;
  const links = siteLinks(page);
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${page.era.declared ?? 'utf-8'}" />
<title>${windowTitle(page)}</title>
<script type="text/javascript">var _stat = _stat || []; _stat.push(['view', '${churn.nonce ?? 'page'}']);</script>
</head>
<body class="bd pg-${page.kind}">
<div id="wrap"><div class="in1"><div class="in2">
<div class="hd"><div class="lg"><a href="/"><img src="/i/logo.png" alt="${escapeHtml(page.companyName)}" /></a></div>
<div class="tabs">${links
    .slice(0, -1)
    .map(([text, href]) => `<div class="tab"><a href="${href}"><span>${text}</span></a></div>`)
    .join('')}</div>
<div class="login" style="display:none"><div class="f">Log in to see your messages and friends.</div></div></div>
<div class="mid"><div class="col-r"><div class="bx"><div class="bx-h">Follow us</div><div class="bx-b"><a href="/share/feed">Feed</a> <a href="/share/mail">Mail</a></div></div>
${advertHtml(page, (words, href) => `<div class="bx ad"><div class="bx-h">Advertisement</div><div class="bx-b"><a href="${href}" rel="nofollow">${words}</a></div></div>`)}</div>
<div class="col-l"><div class="cnt"><div class="cnt-in">
<div class="pg-ttl"><h1>${pageHeading(page)}</h1></div>
${page.stated === null ? '' : `<div class="upd">${escapeHtml(page.stated)}</div>\n`}${blocksHtml(page.blocks, markup).join('\n')}
</div></div></div><div class="clr"></div></div>
<div class="ft"><div class="ft-l">${links.map(([text, href]) => `<a href="${href}">${text}</a>`).join('<span class="sep">|</span>')}</div>
<div class="ft-c">${copyrightLine(page)}</div></div>
</div></div></div>
</body>
</html>
`;
}
