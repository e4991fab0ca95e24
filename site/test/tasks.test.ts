import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../crawler/store/open.ts';
import { FAST, serveDemo } from '../../crawler/test/demo-archive.ts';
import { runCli } from '../../crawler/test/run-cli.ts';
import { serveSite } from '../../scripts/serve-site.ts';
import { buildOnce, demoSite, findRealSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { MATCH, PARLOR, readingTasks, scriptedTasks } from './support/reading-tasks.ts';

/** What people come for, done on the demo collection in as few clicks as are promised. Without scripts: see there. */

const reader = readInChromium(demoSite);

describe('done by', () => {
  test.each([...readingTasks(PARLOR), ...scriptedTasks(PARLOR)])('$who', ({ does }) => does(reader, {}));

  test('crawler user: three commands, which an empty site names, then the same pages', {
    timeout: 120_000,
  }, async () => {
    const empty = await buildOnce('empty-site', async (store) => {
      openStore(store).close();
    });
    const commands = load(empty.read('index.html'))('main pre').text().trim().split('\n');
    expect(commands).toEqual([
      'npx palimpsest crawl example.com',
      'npm run site:build',
      'npm run site:serve',
    ]);
    const domain = 'parlor.example';
    const own = await buildOnce('own-crawl', async (store) => {
      const { server } = await serveDemo();
      const where = ['--store', store, '--archive', server.origin];
      const { exitCode, stderr } = await runCli(['crawl', domain, ...where, ...FAST, '--quiet']);
      await server.close();
      expect(exitCode, stderr).toBe(0);
    });
    const served = await serveSite({ folder: own.folder, port: 0 });
    try {
      const path = `${domain}/privacy/2001-08-07/`;
      const answer = await fetch(served.url + path);
      const text = (html: string) => load(html)('.policy-text').text();
      expect(text(await answer.text())).toBe(text(reader.site.read(`${path}index.html`)));
    } finally {
      await served.close();
    }
  });
});

const real = findRealSite();

describe.skipIf(!real)(`on real policies${real ? '' : ' (skipped: no corpus is at hand)'}, done by`, () => {
  const own = real ? readInChromium(real) : reader;
  test.each([...readingTasks(MATCH), ...scriptedTasks(MATCH)])('$who', ({ does }) => does(own, {}));
  test.each(readingTasks(MATCH))('without scripts: $who', ({ does }) =>
    does(own, { javaScriptEnabled: false }),
  );
});
