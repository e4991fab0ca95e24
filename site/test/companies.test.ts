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

test('the company box suggests while typing, and leads straight to a company that is named whole', async () => {
  await reader.open('', {}, async (page, faults) => {
    const box = page.getByLabel('Company or domain');
    await box.focus();
    await box.fill('harb');
    const options = page.locator('company-suggest datalist option');
    await options.first().waitFor({ state: 'attached' });
    expect(await options.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))).toEqual([
      'quiet-harbour.example',
    ]);
    await box.fill('https://www.quiet-harbour.example/privacy');
    await box.press('Enter');
    await page.waitForURL(/\/quiet-harbour\.example\/$/);
    expect(faults).toEqual([]);
  });
});

test('the list of clauses is grouped by section, narrowed by words and put in order', async () => {
  await reader.open('lantern.example/privacy/clauses/', {}, async (page, faults) => {
    const rows = page.locator('.clauses tbody tr:not(.section):visible');
    const all = await rows.count();
    expect(await page.locator('.clauses tr.section').count()).toBeGreaterThan(2);
    await page.getByLabel('Clauses whose words hold').fill('cookies');
    const some = await rows.count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(await page.locator('clause-list [role=status]').innerText()).toBe(`${some} of ${all} clauses`);
    await page.getByLabel('Clauses whose words hold').fill('');
    await page.getByLabel('Order').selectOption('changes');
    const changes = (await rows.locator('td:last-child').allInnerTexts()).map(Number);
    expect(changes).toEqual([...changes].sort((a, b) => b - a));
    expect(await page.locator('.clauses tr.section:visible').count()).toBe(0);
    await page.getByLabel('Order').selectOption('section');
    expect(await page.locator('.clauses tr.section:visible').count()).toBeGreaterThan(2);
    expect(faults).toEqual([]);
  });
});
