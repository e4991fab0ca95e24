import { expect, test } from 'vitest';
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
