import { expect, test } from 'vitest';
import { servePlainly } from '../../scripts/plain-host.ts';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { POLICY } from './support/page-kinds.ts';

/** What was said on a day, by address and by form. */

const reader = readInChromium(fixtureSite);

test('topics can be asked about a day, by address and by form', async () => {
  await reader.open('topics/cookies/?at=2010-06-01', {}, async (page, faults) => {
    await page.getByText('as of 1 June 2010').waitFor();
    const row = page.locator('tr', { hasText: 'lantern.example' });
    expect(await row.innerText()).toContain('no usable capture between 2005-03-12 and 2018-06-01');
    await page.getByLabel('As of').fill('2000-03-01');
    await page.getByRole('button', { name: 'Show day' }).click();
    await page.getByText('the text before a change').waitFor();
    expect(new URL(page.url()).searchParams.get('at')).toBe('2000-03-01');
    expect(faults).toEqual([]);
  });
});

test('any day can be asked for by its address', async () => {
  await reader.open(`${POLICY}/at/2010-06-01/`, {}, async (page) => {
    await page.getByText('between 12 Mar 2005 and 1 Jun 2018').waitFor();
    expect(await page.locator('h1').innerText()).toBe('Privacy policy of lantern.example on 1 June 2010');
    // What both texts share stands plain, what one of them has is set apart.
    await page.locator('.as-of-text .uncertain .of-side').first().waitFor();
    const again = await page.goto(page.url());
    expect(again?.status()).toBe(200);
  });
  await reader.open(`${POLICY}/at/2000-06-20/`, { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.as-of-text .policy-text').innerText()).toContain('cookie');
    expect(await page.locator('.cite .plain').innerText()).toContain('on 20 June 2000');
  });
  await reader.open(`${POLICY}/at/`, {}, async (page) => {
    await page.getByLabel('Day', { exact: true }).fill('2000-06-20');
    await page.getByRole('button', { name: 'Show day' }).click();
    await page.getByText('The same text was seen on 20 Jun 2000.').waitFor();
  });
});

test('on the plainest static host a day with a page is answered with it, any other by one page, and a reader sees no 404', async () => {
  const host = await servePlainly(reader.site.folder);
  try {
    const at = `${host.url}${POLICY}/at/`;
    await reader.open('', {}, async (page) => {
      expect((await page.goto(`${at}2000-06-20/`))?.status()).toBe(200);
      const asked = `${at}?day=2010-06-01`;
      expect((await page.goto(asked))?.status()).toBe(200);
      await page.getByText('between 12 Mar 2005 and 1 Jun 2018').waitFor();
      // An address typed by hand: the host knows no such file, its page of errors leads to the answer.
      await page.goto(`${at}2010-06-01/`);
      await page.getByText('between 12 Mar 2005 and 1 Jun 2018').waitFor();
      expect((await page.goto(page.url()))?.status()).toBe(200);
    });
  } finally {
    await host.close();
  }
});
