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
      'No company here is called “nothing like it”',
    );
    const link = page.locator('[role=status] a', { hasText: 'Search all texts' });
    expect(await link.getAttribute('href')).toBe('/search/?q=nothing%20like%20it');
    // An address, as somebody pastes it.
    await page.getByRole('main').getByRole('searchbox').fill('https://www.quiet-harbour.example/privacy');
    expect(await page.locator('tbody tr:visible').count()).toBe(1);
    await page.getByRole('main').getByRole('searchbox').fill('quiet-habrour.example');
    expect(await page.locator('[role=status]').innerText()).toContain('Nearest: quiet-harbour.example');
  });
});
