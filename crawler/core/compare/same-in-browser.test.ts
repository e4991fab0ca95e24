import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneBrowser } from '../../test/one-browser.ts';
import { answerAll, type Questions, readAll } from './test-answers.ts';
import { inventDocuments, inventTexts } from './test-documents.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGE = `<!doctype html><title>core</title>
<script type="module">import { answerAll, readAll } from '/compare/test-answers.ts'; Object.assign(globalThis, { answerAll, readAll });</script>`;

/** The files of core as a browser can read them: types stripped, nothing else changed. */
function serveCore(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    if (pathname === '/') response.setHeader('content-type', 'text/html').end(PAGE);
    else if (!pathname.endsWith('.ts')) response.writeHead(404).end();
    else {
      const source = readFileSync(join(ROOT, pathname), 'utf8');
      response.setHeader('content-type', 'text/javascript').end(stripTypeScriptTypes(source));
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

let server: Server;
let page: Page;

beforeAll(async () => {
  server = await serveCore();
  page = await (await oneBrowser()).newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await page?.close();
  server?.close();
});

test('a comparison gives the same bytes in Node and in Chromium', async () => {
  const questions: Questions[] = Array.from({ length: 60 }, (_, seed) => ({
    ...inventDocuments(seed + 1),
    texts: inventTexts(seed + 1, seed),
  }));
  await page.waitForFunction(() => 'answerAll' in globalThis);
  const there = await page.evaluate(
    (all) => all.map((globalThis as unknown as { answerAll: (one: Questions) => string }).answerAll),
    questions,
  );
  const differing = questions.flatMap((one, at) => (answerAll(one) === there[at] ? [] : [at]));
  expect(differing).toEqual([]);
});

/** The clauses of a language's gold: invented policies, one after the other. */
const readTexts = (language: string) =>
  [...readFileSync(join(ROOT, 'gold', `${language}.txt`), 'utf8').matchAll(/ \| (.+)$/gm)].map(
    ([, text]) => text!,
  );

/** What is told of companies and days, in all the ways in which texts tell it. */
const TOLD = [
  'Brisk Otter Ltd. and Brackwater GmbH, formerly Saltmarsh GmbH, run Otterdesk. Last updated: 3 March 2014',
  'WE ARE, INCLUDING BUT NOT LIMITED TO LOSS, NOT LIABLE. Harbour Parcel S.à r.l. is. Dernière mise à jour : 4 déc. 2021',
  'Otterdesk collects names with providers such as Tidegate, Ledgerly and Åkerö Oy. Stand: 18. März 2025',
  'Our affiliates, including Quillmoor Ltd. and Éclair SAS, may see them; Google LLC may not. 最終更新日：令和6年4月1日',
  'Otterdesk keeps your Otterdesk account at OVH and Digital Ocean. Дата последнего обновления: 25 мая 2018 г.',
];

test('labels, names and dates are the same in Node and in Chromium', async () => {
  const texts = Object.fromEntries(['en', 'de', 'fr'].map((language) => [language, readTexts(language)]));
  await page.waitForFunction(() => 'readAll' in globalThis);
  const there = await page.evaluate(
    ([all, told]) =>
      (globalThis as unknown as { readAll: typeof readAll }).readAll(
        all as Record<string, string[]>,
        told as string[],
      ),
    [texts, TOLD] as const,
  );
  const here = readAll(texts, TOLD);
  expect(here.names.filter((name) => name === 'Harbour Parcel' || name === 'Saltmarsh')).toEqual([
    'Harbour Parcel',
  ]);
  expect(there).toEqual(here);
});
