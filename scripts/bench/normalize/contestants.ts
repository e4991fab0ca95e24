import { createRequire } from 'node:module';
import { load } from 'cheerio';
import { normalizePayload } from '../../../crawler/normalize/index.ts';

/** Whoever makes a text of a page in the benchmark of normalization. */

/** Gives a page's Markdown, `''` for no policy. */
export type Contestant = (html: string, url: string) => Promise<string> | string;

async function ours(html: string, url: string): Promise<string> {
  const answer = await normalizePayload({
    bytes: Buffer.from(html),
    contentType: 'text/html; charset=utf-8',
    original: url,
  });
  return answer.markdown;
}

function floor(html: string): string {
  return load(html)('body').text();
}

/** The peers, from this folder's own install; nothing of the product depends on them. */
async function loadPeers(): Promise<Record<string, Contestant>> {
  const require = createRequire(import.meta.url);
  const { JSDOM, VirtualConsole } = require('jsdom');
  const { Readability } = require('@mozilla/readability');
  const TurndownService = require('turndown');
  // By a name the type checker does not follow: a checkout need not have the peers.
  const defuddle: string = 'defuddle/node';
  const { Defuddle } = await import(defuddle);
  const silent = new VirtualConsole();
  const turndown = new TurndownService();
  /** A window that is not closed keeps its page: a thousand pages would fill the memory. */
  const inWindow = async (html: string, url: string, read: (document: unknown) => unknown) => {
    const { window } = new JSDOM(html, { url, virtualConsole: silent });
    try {
      return String((await read(window.document)) ?? '');
    } finally {
      window.close();
    }
  };
  return {
    'Readability, jsdom, Turndown': (html, url) =>
      inWindow(html, url, (document) => {
        const article = new Readability(document).parse();
        return article?.content ? turndown.turndown(article.content) : '';
      }),
    'Defuddle, jsdom': (html, url) =>
      inWindow(html, url, async (document) => (await Defuddle(document, url, { markdown: true })).content),
  };
}

/** By the names the table gives them; the floor first. */
export async function loadContestants(withPeers: boolean): Promise<Record<string, Contestant>> {
  return { 'cheerio, text of the body': floor, ours, ...(withPeers ? await loadPeers() : {}) };
}
