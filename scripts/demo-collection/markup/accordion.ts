import type { Block, PageToRender } from '../model.ts';
import { copyrightLine, pageHeading, policyLink, siteLinks, windowTitle } from './furniture.ts';
import { blocksHtml, escapeHtml, inlineHtml, plainMarkup } from './html.ts';

/** From here on `<details>` worked in every browser of weight; before, a script opened panels by buttons. */
const detailsSince = '2020-01-15';

/** About 2020: the sections of a policy open one by one. */
export function renderAccordion(page: PageToRender): string {
  const links = siteLinks(page).map(([text, href]) => `<li><a href="${href}">${text}</a></li>`);
  const { intro, sections } = splitSections(page.blocks);
  const sectionHtml = page.era.from < detailsSince ? panelHtml : detailsHtml;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="${page.era.declared ?? 'utf-8'}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${windowTitle(page)}</title>
</head>
<body${page.churn.nonce === null ? '' : ` data-csrf="${page.churn.nonce}"`}>
<header><a href="/">${escapeHtml(page.companyName)}</a><nav><ul>${links.slice(0, -1).join('')}</ul></nav></header>
<main>
<h1>${pageHeading(page)}</h1>
${page.stated === null ? '' : `<p><em>${escapeHtml(page.stated)}</em></p>\n`}${blocksHtml(intro, plainMarkup).join('\n')}
<div class="accordion" data-allow-multiple>
${sections.map((section, index) => sectionHtml(section, index)).join('\n')}
</div>
</main>
<footer><ul>${links.join('')}</ul>
<p>${copyrightLine(page)}</p></footer>
<div class="cookie-consent" role="dialog" aria-modal="false"><p>This site uses cookies. See our <a href="${policyLink(page)[1]}">policy</a>.</p><button>OK</button></div>
</body>
</html>
`;
}

interface Section {
  readonly heading: Extract<Block, { kind: 'heading' }>;
  readonly blocks: readonly Block[];
}

function splitSections(blocks: readonly Block[]): { intro: readonly Block[]; sections: readonly Section[] } {
  const starts = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level === 2 ? [index] : [],
  );
  const sections = starts.map((start, index) => ({
    heading: blocks[start] as Section['heading'],
    blocks: blocks.slice(start + 1, starts[index + 1]),
  }));
  return { intro: blocks.slice(0, starts[0]), sections };
}

function detailsHtml({ heading, blocks }: Section): string {
  return `<details class="accordion-item"><summary><h2>${inlineHtml(heading.inlines, plainMarkup)}</h2></summary>
${blocksHtml(blocks, plainMarkup).join('\n')}
</details>`;
}

function panelHtml({ heading, blocks }: Section, index: number): string {
  return `<div class="accordion-item"><h2><button type="button" aria-expanded="false" aria-controls="panel-${index}">${inlineHtml(heading.inlines, plainMarkup)}</button></h2>
<div id="panel-${index}" class="accordion-panel" role="region" aria-hidden="true">
${blocksHtml(blocks, plainMarkup).join('\n')}
</div></div>`;
}
