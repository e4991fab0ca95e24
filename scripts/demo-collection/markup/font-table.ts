import type { PageToRender } from '../model.ts';
import { advertHtml, charsetMeta, copyrightLine, pageHeading, siteLinks, windowTitle } from './furniture.ts';
import { type BlockMarkup, blocksHtml, escapeHtml } from './html.ts';

/** 1998: upper-case tags, one layout table, `<FONT>`, headings that are only bold, paragraphs made of breaks. */
const markup: BlockMarkup = {
  strong: (html) => `<B>${html}</B>`,
  emphasis: (html) => `<I>${html}</I>`,
  link: (href, html) => `<A HREF="${href}">${html}</A>`,
  heading: (level, html) => (level === 2 ? `<B>${html}</B><BR>` : `&nbsp;&nbsp;&nbsp;<B>${html}</B><BR>`),
  paragraph: (html) => `${html}<BR><BR>`,
  list: (items, isOrdered) =>
    isOrdered
      ? `${items.map((item, index) => `&nbsp;&nbsp;&nbsp;${index + 1}) ${item.html}<BR>`).join('\n')}\n<BR>`
      : `<UL>\n${items
          .flatMap((item) => [item, ...item.children])
          .map((item) => `<LI>${item.html}`)
          .join('\n')}\n</UL>`,
  table: (header, rows) =>
    [
      '<TABLE BORDER=1 CELLPADDING=3>',
      ...[header, ...rows].map(
        (row) => `<TR>${row.map((cell) => `<TD><FONT SIZE=2>${cell}</FONT></TD>`).join('')}</TR>`,
      ),
      '</TABLE><BR>',
    ].join('\n'),
};

export function renderFontTable(page: PageToRender): string {
  const { churn } = page;
  const links = siteLinks(page).map(([text, href]) => `<A HREF="${href}">${text}</A>`);
  return `<HTML>
<HEAD>
${charsetMeta(page)}<TITLE>${windowTitle(page)}</TITLE>
</HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#000033" LINK="#0000CC" VLINK="#660099">
<CENTER>
<A HREF="/"><IMG SRC="/images/logo.gif" ALT="${escapeHtml(page.companyName)}" WIDTH=320 HEIGHT=60 BORDER=0></A><BR>
${advertHtml(page, (words, href) => `<A HREF="${href}"><IMG SRC="/images/ad.gif" ALT="${words}" WIDTH=468 HEIGHT=60 BORDER=1></A><BR>`)}
${churn.today === null ? '' : `<FONT SIZE=1>Today is ${churn.today}</FONT><BR>`}
<TABLE WIDTH=600 BORDER=0 CELLPADDING=4 CELLSPACING=0><TR><TD BGCOLOR="#CCCCFF" ALIGN=CENTER>
<FONT FACE="Arial,Helvetica" SIZE=2>${links.slice(0, -1).join(' &#149; ')}</FONT></TD></TR></TABLE>
<TABLE WIDTH=600 BORDER=0 CELLPADDING=8 CELLSPACING=0><TR><TD>
<FONT FACE="Arial,Helvetica" SIZE=4 COLOR="#333399"><B>${pageHeading(page)}</B></FONT><P>
<FONT FACE="Arial,Helvetica" SIZE=2>
${page.stated === null ? '' : `<I>${escapeHtml(page.stated)}</I><BR><BR>\n`}${blocksHtml(page.blocks, markup).join('\n')}
</FONT>
</TD></TR></TABLE>
<HR WIDTH=600>
<FONT FACE="Arial,Helvetica" SIZE=1>${links.join(' | ')}<BR>
${copyrightLine(page)}</FONT>
${churn.hits === null ? '' : `<P><FONT SIZE=1>You are visitor number <B>${churn.hits}</B></FONT>`}
</CENTER>
</BODY>
</HTML>
`;
}
