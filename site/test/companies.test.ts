import { expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';

/** The table of companies. */

const reader = readInChromium(fixtureSite);

test('companies are filtered by what the address asks for', async () => {
  await reader.open('companies/?q=harbour', {}, async (page) => {
    expect(await page.locator('tbody tr:visible').count()).toBe(1);
    await page.getByRole('main').getByRole('searchbox').fill('nothing like it');
    expect(await page.locator('[role=status]').innerText()).toContain(
      'No company here matches “nothing like it”.',
    );
  });
});
