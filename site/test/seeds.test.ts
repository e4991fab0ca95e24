/** The two documents the project began with, imported, read and compared in a real Chromium. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpusFolder } from '../../crawler/test/corpus-folder.ts';
import { runCli } from '../../crawler/test/run-cli.ts';
import { buildSite } from '../../scripts/build-site.ts';
import { chromiumSwitches, findChromium } from '../../scripts/chromium.ts';
import { type SiteServer, serveSite } from '../../scripts/serve-site.ts';

const { folder: seeds, reason } = corpusFolder('seeds');

describe.skipIf(!seeds)(`the founding documents on the site ${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-seeds-'));
  const store = join(folder, 'seeds.sqlite');
  const headed = () => join(seeds!, '000_4f109db51c8e7a24.txt');
  let server: SiteServer;
  let browser: Browser;

  beforeAll(async () => {
    const imports = [[headed()], [join(seeds!, '003_6f7ec609ffaa04d4.txt'), '--domain', 'customchat.com']];
    for (const args of imports) {
      const result = await runCli(['import', ...args, '--store', store]);
      expect(result.exitCode, result.stderr).toBe(0);
    }
    await buildSite({ store, folder: join(folder, 'dist') });
    server = await serveSite({ folder: join(folder, 'dist'), port: 0 });
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('the Markdown twin holds the text, header included, with links to original addresses', () => {
    const twin = readFileSync(join(folder, 'dist/paltalk.com/privacy/2002-12-15/index.md'), 'utf8');
    const [header, ...rest] = twin.split('\n');
    const [seedHeader, ...seedRest] = readFileSync(headed(), 'utf8').split('\n');
    expect(header).toBe(seedHeader);
    const words = (lines: string[]) =>
      lines
        .join('\n')
        .replace(/\]\([^)]*\)/g, ']')
        .match(/[\p{L}\p{N}]+/gu);
    expect(words(rest)).toEqual(words(seedRest));
    expect(rest.join('\n')).not.toContain('web.archive.org');
    expect(twin).toContain('](http://www.paltalk.com/paltalk10/Support/titlepage.htm)');
  });

  it('can be compared with each other in the browser', async () => {
    const page = await (await browser.newContext()).newPage();
    const query = 'left=paltalk.com/privacy@2002-12-15&right=customchat.com/privacy@undated';
    await page.goto(`${server.url}compare/?${query}`);
    const text = page.getByText('Session cookies are placed on the user’s system').first();
    await text.waitFor({ state: 'attached' });
    const shown = (await page.locator('main').textContent()) ?? '';
    expect(shown).toContain('DoubleClick');
    expect(shown).toContain('date unknown');
    expect(shown).toContain('Likeness of wording says nothing about who copied');
  });
});
