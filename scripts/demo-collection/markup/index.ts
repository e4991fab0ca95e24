import type { Look, Renderer } from '../model.ts';
import { renderAccordion } from './accordion.ts';
import { renderConsentBanner } from './consent-banner.ts';
import { renderDivSoup } from './div-soup.ts';
import { renderFontTable } from './font-table.ts';
import { renderFrameset } from './frameset.ts';
import { renderHashedClasses } from './hashed-classes.ts';
import { renderMenuTable } from './menu-table.ts';
import { renderPlainText } from './plain-text.ts';
import { renderSpaShell } from './spa-shell.ts';
import { renderWordExport } from './word-export.ts';
import { renderXhtml } from './xhtml.ts';

const renderers: Readonly<Record<Look, Renderer>> = {
  'font-table': renderFontTable,
  'menu-table': renderMenuTable,
  frameset: renderFrameset,
  'word-export': renderWordExport,
  xhtml: renderXhtml,
  'div-soup': renderDivSoup,
  'consent-banner': renderConsentBanner,
  'hashed-classes': renderHashedClasses,
  accordion: renderAccordion,
  'plain-text': renderPlainText,
  'spa-shell': renderSpaShell,
};

/** The function that writes a page in this look. */
export function rendererOf(look: Look): Renderer {
  return renderers[look];
}
