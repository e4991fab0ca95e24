import type { PageToRender } from '../model.ts';
import { charsetMeta, copyrightLine, pageHeading, siteLinks, windowTitle } from './furniture.ts';
import { type BlockMarkup, blocksHtml, escapeHtml, plainMarkup } from './html.ts';

const font = "style='font-size:10.0pt;font-family:Arial'";
const spacing = "<p class=MsoNormal><span style='font-size:10.0pt'><o:p>&nbsp;</o:p></span></p>";

/** A word processor's own HTML: every line an MsoNormal paragraph, spacing paragraphs, office tags. */
const markup: BlockMarkup = {
  ...plainMarkup,
  strong: (html) => `<b style='mso-bidi-font-weight:normal'>${html}</b>`,
  emphasis: (html) => `<i style='mso-bidi-font-style:normal'>${html}</i>`,
  heading: (level, html) =>
    `<p class=MsoNormal><b><span ${font}>${level === 3 ? `<i>${html}</i>` : html}<o:p></o:p></span></b></p>`,
  paragraph: (html) =>
    `<p class=MsoNormal><span ${font}>${wrapSource(html)}<o:p></o:p></span></p>\n${spacing}`,
  list: (items) =>
    `<ul style='margin-top:0in' type=disc>\n${items
      .flatMap((item) => [item, ...item.children])
      .map(
        (item) =>
          ` <li class=MsoNormal style='mso-list:l0 level1 lfo1'><span ${font}>${item.html}</span></li>`,
      )
      .join('\n')}\n</ul>\n${spacing}`,
};

/** Word breaks its source lines in the middle of sentences. */
function wrapSource(html: string): string {
  return html.replace(/([^\n<>]{60,75}) (?=[^<>]*(?:<|$))/gu, '$1\n');
}

export function renderWordExport(page: PageToRender): string {
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head>
${charsetMeta(page)}<title>${windowTitle(page)}</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal { margin:0in; margin-bottom:.0001pt; font-size:12.0pt } --></style>
</head>
<body lang=EN-US style='tab-interval:.5in'>
<div class=Section1>
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:16.0pt;font-family:Arial'>${pageHeading(page)}<o:p></o:p></span></b></p>
${spacing}
${page.stated === null ? '' : `<p class=MsoNormal><span ${font}>${escapeHtml(page.stated)}</span></p>\n${spacing}\n`}${blocksHtml(page.blocks, markup).join('\n')}
</div>
<p class=MsoNormal align=center><span style='font-size:8.0pt'>${siteLinks(page)
    .map(([text, href]) => `<a href="${href}">${text}</a>`)
    .join(' | ')}<br>${copyrightLine(page)}</span></p>
</body>
</html>
`;
}
