import { expect, it } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';

/** Searching without scripts: pages of words and names that are made with the site. */

const reader = readInChromium(fixtureSite);
const withoutScripts = { javaScriptEnabled: false };

it('leads from the search page to the clauses of a word in three clicks', async () => {
  await reader.open('search/', withoutScripts, async (page) => {
    await page.getByRole('main').getByRole('link', { name: 'words and names from A to Z' }).first().click();
    await page.getByRole('link', { name: 'log files', exact: true }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Who says “log files”');
    const texts = await page.locator('.hit-text').allInnerTexts();
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text.toLowerCase()).toContain('log files');
    await page
      .getByRole('link', { name: /^Read it in/ })
      .first()
      .click();
    expect(await page.locator(new URL(page.url()).hash).innerText()).toMatch(/log files/i);
  });
});

it('holds each clause with its own words, of every company that says it', async () => {
  await reader.open('search/words/cookies/', withoutScripts, async (page, faults) => {
    const hits = page.locator('.hit');
    const texts = await page.locator('.hit-text').allInnerTexts();
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(/cookies/i);
    expect(await page.locator('.hits h2').allInnerTexts()).toEqual([
      'hostile.example',
      'lantern.example',
      'quiet-harbour.example',
    ]);
    expect(await hits.locator('.hit-span').allInnerTexts()).toContain('date unknown, 1 version');
    expect(faults).toEqual([]);
  });
});

it('lists nothing that nobody says, and topics and companies beside the words', async () => {
  await reader.open('search/words/', withoutScripts, async (page) => {
    const words = await page.locator('.letter a').allInnerTexts();
    expect(words).toEqual(expect.arrayContaining(['cookies', 'Retention', 'lantern.example']));
    expect(words).not.toContain('telemetry');
    for (const link of await page.locator('.letters a').all()) {
      expect(await page.locator((await link.getAttribute('href'))!).count()).toBe(1);
    }
  });
});
