import type { PageToRender } from '../model.ts';
import { advertHtml, charsetMeta, copyrightLine, pageHeading, siteLinks, windowTitle } from './furniture.ts';
import { type BlockMarkup, blocksHtml, escapeHtml, plainMarkup } from './html.ts';

/** About 2000: a menu column and nested tables; the policy in one cell, its paragraphs never closed. */
const markup: BlockMarkup = {
  ...plainMarkup,
  strong: (html) => `<b>${html}</b>`,
  emphasis: (html) => `<i>${html}</i>`,
  heading: (level, html) =>
    level === 2 ? `<p><font color="#993366"><b>${html}</b></font><br>` : `<p><b><i>${html}</i></b><br>`,
  // A heading leaves its paragraph open, and the text that follows goes into it.
  paragraph: (html) => `${html}\n<p>`,
  list: (items, isOrdered) => {
    const tag = isOrdered ? 'ol' : 'ul';
    const flat = items.flatMap((item) => [item, ...item.children]);
    return `<${tag}>\n${flat.map((item) => `<li>${item.html}`).join('\n')}\n</${tag}>\n<p>`;
  },
};

export function renderMenuTable(page: PageToRender): string {
  const { churn } = page;
  const links = siteLinks(page);
  const rows = links.map(
    ([text, href]) =>
      `<tr><td><img src="/img/dot.gif" width="8" height="8" alt=""></td><td><a href="${href}" class="menu"><b>${text}</b></a></td></tr>`,
  );
  return `<html>
<head>
${charsetMeta(page)}<title>${windowTitle(page)}</title>
<style type="text/css"><!-- a.menu { text-decoration: none } --></style>
</head>
<body bgcolor="#ffffff" topmargin="0" leftmargin="0" marginwidth="0" marginheight="0">
<table width="100%" border="0" cellspacing="0" cellpadding="0">
<tr><td colspan="3" bgcolor="#993366"><img src="/img/title.gif" alt="${escapeHtml(page.companyName)}" width="400" height="48"></td></tr>
<tr valign="top">
<td width="140" bgcolor="#ffeeff">
<table border="0" cellpadding="3" width="140">
${rows.join('\n')}
<tr><td colspan="2"><b>Members</b><br><form action="/login.cgi" method="post"><input type="text" name="user" size="10"><input type="submit" value="Log in"></form></td></tr>
</table>
${advertHtml(page, (words, href) => `<p align="center"><a href="${href}"><font size="1">${words}</font></a></p>`)}
</td>
<td width="10"><img src="/img/spacer.gif" width="10" height="1" alt=""></td>
<td>
<table border="0" cellpadding="6" width="480"><tr><td>
${churn.today === null ? '' : `<div align="right"><font size="1">${churn.today}</font></div>\n`}<font face="Verdana, Arial" size="4"><b>${pageHeading(page)}</b></font>
</td></tr><tr><td>
<font face="Verdana, Arial" size="2">
${page.stated === null ? '' : `${escapeHtml(page.stated)}<br>&nbsp;<br>\n`}${blocksHtml(page.blocks, markup).join('\n')}
</font>
</td></tr></table>
<center><font size="1">${links.map(([text, href]) => `<a href="${href}">${text}</a>`).join(' &middot; ')}<br>
${copyrightLine(page)}${churn.hits === null ? '' : `<br>${churn.hits} visitors since we started counting`}</font></center>
</td></tr>
</table>
</body>
</html>
`;
}
