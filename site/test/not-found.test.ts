import { expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { POLICY } from './support/page-kinds.ts';

/** Addresses without a page. */

const reader = readInChromium(fixtureSite);

test('an address without a page is told what is near', async () => {
  await reader.open('', {}, async (page) => {
    const answer = await page.goto(`${reader.url}${POLICY}/2003-01-01/`);
    expect(answer?.status()).toBe(404);
    await page.getByText('lantern.example is here, but not this page of it.').waitFor();
  });
});
