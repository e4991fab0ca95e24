import { expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { POLICY } from './support/page-kinds.ts';

/** What a reader can do with a version beside reading it. */

const reader = readInChromium(fixtureSite);
const VERSION = `${POLICY}/2001-02-04/`;

test('selected words can be searched everywhere, here, and copied with their citation', async () => {
  const options = { permissions: ['clipboard-read', 'clipboard-write'] };
  await reader.open(VERSION, options, async (page, faults) => {
    const bar = page.locator('quote-bar');
    expect(await bar.isVisible()).toBe(false);
    await page.evaluate(() => {
      const text = document.querySelector('.policy-text p')!.firstChild!;
      getSelection()!.setBaseAndExtent(text, 0, text, 12);
    });
    await bar.waitFor();
    const words = await page.evaluate(() => String(getSelection()).trim());
    const asked = async (name: string) => {
      const href = await bar.getByRole('link', { name }).getAttribute('href');
      return Object.fromEntries(new URL(href!, page.url()).searchParams);
    };
    expect(await asked('Search these words')).toEqual({ q: `"${words}"` });
    expect(await asked('When did they enter')).toMatchObject({ q: `"${words}"`, company: 'lantern.example' });
    await bar.getByRole('button').click();
    await bar.getByText('Copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`“${words}”`);
    expect(copied).toContain(await page.locator('.cite .plain').innerText());
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await bar.waitFor({ state: 'hidden' });
    expect(faults).toEqual([]);
  });
});

test('a change pointed at offers its own citation', async () => {
  const address = `${POLICY}/2000-01-15--2000-06-20/`;
  await reader.open(address, { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.locator('#change-2').hover();
    await page.locator('#change-2').getByRole('button', { name: 'Copy citation' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`/${address}#change-2.`);
    expect(copied.replace('#change-2', '')).toBe(await page.locator('.cite .plain').innerText());
  });
});

test('presets and a pinned version lead to comparisons whose address names both', async () => {
  await reader.open(VERSION, {}, async (page) => {
    await page.getByText('compare with…').click();
    await page.getByRole('button', { name: 'Pin this version' }).click();
    await page.getByText('Pinned').waitFor();
    await page.getByRole('link', { name: 'the version before' }).click();
    await page.locator('.comparison > h2', { hasText: '20 June 2000 and 4 February 2001' }).waitFor();
    await page.goto(`${reader.url}${POLICY}/2018-06-01/`);
    await page.getByText('compare with…').click();
    await page.getByRole('link', { name: `with the pinned ${POLICY}@2001-02-04` }).click();
    await page.locator('.comparison > h2', { hasText: '4 February 2001 and 1 June 2018' }).waitFor();
    await page.getByRole('button', { name: 'Version before' }).click();
    await page.locator('.comparison > h2', { hasText: '12 March 2005 and 1 June 2018' }).waitFor();
    await page.getByLabel('Last before').selectOption('2004-07-01');
    await page.getByRole('button', { name: 'Take as left' }).click();
    await page.locator('.comparison > h2', { hasText: '4 February 2001 and 1 June 2018' }).waitFor();
    expect(decodeURIComponent(new URL(page.url()).search)).toBe(
      `?left=${POLICY}@2001-02-04&right=${POLICY}@2018-06-01`,
    );
  });
});

test('from a name in the margin to everybody who names it, and back to the clause', async () => {
  await reader.open(`${POLICY}/2018-06-01/`, { javaScriptEnabled: false }, async (page) => {
    await page.locator('.note a', { hasText: 'Beacon Group' }).first().click();
    expect(await page.locator('h1').innerText()).toBe('Who names Beacon Group');
    await page.locator('tbody td:last-child a').first().click();
    expect(new URL(page.url()).pathname).toContain(`/${POLICY}/clauses/`);
  });
});

test('captures without the policy’s text stand in the timeline for those who ask, without scripts too', async () => {
  await reader.open(`${POLICY}/`, { javaScriptEnabled: false }, async (page) => {
    const capture = page.locator('.unusable', { hasText: '2003-01-01: not available' });
    expect(await capture.isVisible()).toBe(false);
    await page.getByLabel('Show captures').check();
    expect(await capture.isVisible()).toBe(true);
  });
});

test.each([true, false])(
  'the margin shows what is wanted of its notes; scripts: %s',
  async (javaScriptEnabled) => {
    await reader.open(VERSION, { javaScriptEnabled }, async (page, faults) => {
      const count = (kind: string) => page.locator(`.note .${kind}:visible`).count();
      const all = { since: await count('since'), topics: await count('topics') };
      expect(all.since).toBeGreaterThan(0);
      expect(all.topics).toBeGreaterThan(0);
      const choice = page.getByRole('group', { name: 'Margin' });
      await choice.getByLabel('topics').check();
      expect([await count('since'), await count('topics')]).toEqual([0, all.topics]);
      await choice.getByLabel('since when').check();
      expect([await count('since'), await count('topics')]).toEqual([all.since, 0]);
      await choice.getByLabel('none').check();
      expect(await page.locator('.note:visible').count()).toBe(0);
      await choice.getByLabel('all').check();
      expect([await count('since'), await count('topics')]).toEqual([all.since, all.topics]);
      expect(faults).toEqual([]);
    });
  },
);
