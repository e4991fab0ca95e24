/**
 * The two documents the project began with, imported, read and compared in a real Chromium: what a person who read them
 * says of labels, topics, links and commentary.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusFolder } from '../../crawler/test/corpus-folder.ts';
import { runCli } from '../../crawler/test/run-cli.ts';
import { buildOnce } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';

const { folder: seeds, reason } = corpusFolder('seeds');
const headed = () => join(seeds!, '000_4f109db51c8e7a24.txt');
const plain = () => join(seeds!, '003_6f7ec609ffaa04d4.txt');

const PALTALK = 'paltalk.com/privacy/2002-12-15';
const CUSTOMCHAT = 'customchat.com/privacy/undated';

const seedsSite = () =>
  buildOnce('seeds-site', async (store) => {
    for (const args of [[headed()], [plain(), '--domain', 'customchat.com']]) {
      const { exitCode, stderr } = await runCli(['import', ...args, '--store', store]);
      if (exitCode !== 0) throw new Error(stderr);
    }
  });

describe.skipIf(!seeds)(`the founding documents on the site ${reason}`, () => {
  const reader = readInChromium(seedsSite);

  it('the Markdown twin holds the text, header included, with links to original addresses', () => {
    const twin = reader.site.read(`${PALTALK}/index.md`);
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

  it('have the labels of their sections, ours in brackets', async () => {
    const labels = async (path: string) => {
      let found: string[] = [];
      await reader.open(`${path}/`, {}, async (page) => {
        found = await page.locator('.contents a').allInnerTexts();
      });
      return found;
    };
    expect(await labels(PALTALK)).toEqual([
      'PalTalk - Privacy Policy',
      'Third Party Advertising',
      'Third Party Cookies',
    ]);
    expect(await labels(CUSTOMCHAT)).toEqual([
      'Customer Information:',
      'Information About Children:',
      'Web Site Log Files:',
      'Cookies:',
      'No Third Party Downloads:',
      'External Linking:',
      'Mailing Lists:',
      'Favicon.ico requests:',
      'Tips for when reviewing privacy policies on other web sites',
      'Warning about sites displaying TRUSTe and BBBonline seals',
    ]);
  });

  it('speak of the topics they speak of, and are silent on the others', async () => {
    const cells: Record<string, [paltalk: string, customchat: string]> = {
      Cookies: ['speaks of it', 'speaks of it'],
      'Third parties': ['speaks of it', 'speaks of it'],
      Advertising: ['speaks of it', 'speaks of it'],
      'Log files': ['says nothing', 'speaks of it'],
      Children: ['says nothing', 'speaks of it'],
      Mailings: ['speaks of it', 'speaks of it'],
      'Outside links': ['says nothing', 'speaks of it'],
      Seals: ['says nothing', 'speaks of it'],
      Contact: ['speaks of it', 'speaks of it'],
      Location: ['says nothing', 'says nothing'],
    };
    await reader.open('topics/', {}, async (page) => {
      const heads = await page.locator('.matrix thead th').allInnerTexts();
      for (const [topic, expected] of Object.entries(cells)) {
        const at = heads.indexOf(topic);
        expect(at, topic).toBeGreaterThan(0);
        const found: (string | null)[] = [];
        for (const domain of ['paltalk.com', 'customchat.com']) {
          const row = page.locator('.matrix tbody tr', { hasText: domain });
          found.push(await row.locator(`:scope > :nth-child(${at + 1}) .spoken`).textContent());
        }
        expect(found, topic).toEqual(expected);
      }
    });
  });

  it('say when they were seen, or that nobody knows', async () => {
    await reader.open(`${PALTALK}/`, {}, async (page) => {
      expect(await page.locator('h1').innerText()).toBe(
        'Privacy policy of paltalk.com, as seen on 15 December 2002',
      );
      expect(await page.locator('.facts').innerText()).toContain('seen 15 Dec 2002 (1 capture)');
    });
    await reader.open(`${CUSTOMCHAT}/`, {}, async (page) => {
      expect(await page.locator('h1').innerText()).toBe('Privacy policy of customchat.com, date unknown');
    });
  });

  it('keep what kind of link each is', async () => {
    await reader.open(`${PALTALK}/`, {}, async (page) => {
      const links = page.locator('.policy-text a[rel]');
      expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
        'mailto:privacy@paltalk.com',
        'http://www.paltalk.com/paltalk10/Support/titlepage.htm',
        'http://www.doubleclick.net/us/corporate/privacy',
      ]);
      expect(await links.first().evaluate((one) => getComputedStyle(one, '::before').content)).toContain('✉');
    });
  });

  it('have their commentary marked, and nothing else', async () => {
    const marked = async (path: string) => {
      let found: string[] = [];
      await reader.open(`${path}/`, {}, async (page) => {
        found = await page
          .locator('.policy-text :is(p, li):has(> .note)')
          .evaluateAll((all) =>
            all
              .filter((one) => /Commentary/.test(one.querySelector('.note')!.textContent))
              .map((one) => one.id),
          );
      });
      return found;
    };
    expect(await marked(PALTALK)).toEqual([]);
    const ids = await marked(CUSTOMCHAT);
    expect(ids.length).toBeGreaterThanOrEqual(14);
    for (const id of ids) expect(id).toMatch(/^(?:tips-for-when-reviewing|warning-about-sites)/);
  });

  it('can be compared with each other in the browser', async () => {
    const query = 'left=paltalk.com/privacy@2002-12-15&right=customchat.com/privacy@undated';
    await reader.open(`compare/?${query}`, {}, async (page) => {
      const text = page.getByText('Session cookies are placed on the user’s system').first();
      await text.waitFor({ state: 'attached' });
      const shown = (await page.locator('main').textContent()) ?? '';
      expect(shown).toContain('DoubleClick');
      expect(shown).toContain('date unknown');
      expect(shown).toContain('Likeness of wording says nothing about who copied');
    });
  });
});
