import type { PageToRender } from '../model.ts';
import { charsetMeta, copyrightLine, pageHeading, windowTitle } from './furniture.ts';
import { type BlockMarkup, blocksHtml, escapeHtml, plainMarkup } from './html.ts';

/** In a frame: underlined bold headings in both nestings, sub-headings set in by no-break spaces. */
const markup: BlockMarkup = {
  ...plainMarkup,
  strong: (html) => `<b>${html}</b>`,
  emphasis: (html) => `<i>${html}</i>`,
  heading: (level, html) =>
    level === 2
      ? html.length % 2 === 0
        ? `<strong><u>${html}</u></strong><br>`
        : `<u><strong>${html}</strong></u><br>`
      : `&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;<b>${html}</b><br>`,
  paragraph: (html) => `${html}<br>\n<br>`,
  list: (items) =>
    `${items
      .flatMap((item) => [item, ...item.children])
      .map((item) => `<li>${item.html}`)
      .join('\n')}\n<br><br>`,
};

/** The page at the policy's address: frames, and no policy. */
export function renderFrameset(page: PageToRender): string {
  const content = new URL(page.era.frame ?? page.era.policy).pathname;
  return `<html>
<head>
${charsetMeta(page)}<title>${windowTitle(page)}</title>
</head>
<frameset rows="72,*" border="0" frameborder="0" framespacing="0">
  <frame name="top" src="/frames/top.htm" scrolling="no" noresize marginheight="0">
  <frameset cols="150,*" border="0" frameborder="0" framespacing="0">
    <frame name="menu" src="/frames/menu.htm" scrolling="auto">
    <frame name="main" src="${content}" scrolling="auto">
  </frameset>
  <noframes><body>Your browser does not show frames. <a href="${content}">Go to the page without them</a>.</body></noframes>
</frameset>
</html>
`;
}

/** The page inside the main frame: the policy. */
export function renderFrame(page: PageToRender): string {
  const { churn } = page;
  return `<html>
<head>
${charsetMeta(page)}<title>${escapeHtml(page.title)}</title>
<base target="_top">
<script language="JavaScript"><!--
if (top == self) top.location.href = '${new URL(page.era.policy).pathname}';
// --></script>
</head>
<body bgcolor="#ffffff" text="#000000">
<font face="Arial, Helvetica, sans-serif" size="2">
<center><h1>${pageHeading(page)}</h1></center>
${page.stated === null ? '' : `<center><i>${escapeHtml(page.stated)}</i></center><br>\n`}${blocksHtml(page.blocks, markup).join('\n')}
</font>
<hr noshade size="1">
<font size="1">${churn.today === null ? '' : `${churn.today} &nbsp; `}${copyrightLine(page)} &nbsp; <a href="/" target="_top">Return to the main page</a></font>
</body>
</html>
`;
}
