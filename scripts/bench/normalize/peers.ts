import { createRequire } from 'node:module';
import type { Contestant } from './contestant.ts';
import { startPython } from './python.ts';

/** The peers, from this folder's own install; nothing of the product depends on them. */

const require = createRequire(import.meta.url);

/** By a name the type checker does not follow: a checkout need not have the peers. */
const load = async (name: string) => await import(name);

/** Reads a page in a window of jsdom. One that is not closed keeps its page: a thousand pages would fill the memory. */
function makeWindows() {
  const { JSDOM, VirtualConsole } = require('jsdom');
  const silent = new VirtualConsole();
  return async (html: string, url: string, read: (document: unknown) => unknown) => {
    const { window } = new JSDOM(html, { url, virtualConsole: silent });
    try {
      return String((await read(window.document)) ?? '');
    } finally {
      window.close();
    }
  };
}

/** Those that look for the content of a page. */
async function loadExtractors(): Promise<Record<string, Contestant>> {
  const { Readability } = require('@mozilla/readability');
  const TurndownService = require('turndown');
  const { Defuddle } = await load('defuddle/node');
  const { extractFromHtml } = await load('@extractus/article-extractor');
  const turndown = new TurndownService();
  const inWindow = makeWindows();
  const python = startPython();
  return {
    'Readability, jsdom, Turndown': (html, url) =>
      inWindow(html, url, (document) => {
        const article = new Readability(document).parse();
        return article?.content ? turndown.turndown(article.content) : '';
      }),
    'Defuddle, jsdom': (html, url) =>
      inWindow(html, url, async (document) => (await Defuddle(document, url, { markdown: true })).content),
    'article-extractor, Turndown': async (html, url) => {
      const article = await extractFromHtml(html, url);
      return article?.content ? turndown.turndown(article.content) : '';
    },
    ...(python ? { 'readability-lxml, html2text (Python)': python } : {}),
  };
}

/** Those that write down all of a page. */
function loadConverters(): Record<string, Contestant> {
  const { convert } = require('html-to-text');
  const TurndownService = require('turndown');
  const turndown = new TurndownService();
  turndown.remove(['script', 'style', 'noscript']);
  return {
    'html-to-text, whole page': (html) => convert(html, { wordwrap: false }),
    'Turndown, whole page': (html) => turndown.turndown(html),
  };
}

/** By the names the table gives them. */
export async function loadPeers(): Promise<Record<string, Contestant>> {
  return { ...(await loadExtractors()), ...loadConverters() };
}
