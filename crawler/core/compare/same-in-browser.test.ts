import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneBrowser } from '../../test/one-browser.ts';
import { labelClause } from '../topics/label.ts';
import { answerAll, type Questions } from './test-answers.ts';
import { inventDocuments, inventTexts } from './test-documents.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGE = `<!doctype html><title>core</title>
<script type="module">import { answerAll } from '/compare/test-answers.ts'; globalThis.answerAll = answerAll;
import { labelClause } from '/topics/label.ts'; globalThis.labelClause = labelClause;</script>`;

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

test('labels are the same in Node and in Chromium', async () => {
  const texts = [...readFileSync(join(ROOT, 'gold', 'en.txt'), 'utf8').matchAll(/ \| (.+)$/gm)].map(
    ([, text]) => text!,
  );
  await page.waitForFunction(() => 'labelClause' in globalThis);
  const there = await page.evaluate((all) => {
    const { labelClause: label } = globalThis as unknown as { labelClause: typeof labelClause };
    return all.map((text) => JSON.stringify(label({ kind: 'paragraph', level: 0, text }, 'Cookies', 'en')));
  }, texts);
  const here = texts.map((text) =>
    JSON.stringify(labelClause({ kind: 'paragraph', level: 0, text }, 'Cookies', 'en')),
  );
  expect(there).toEqual(here);
});
