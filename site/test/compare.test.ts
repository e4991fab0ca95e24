import { describe, expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { POLICY } from './support/page-kinds.ts';

/** Any two versions compared in the browser. */

const reader = readInChromium(fixtureSite);

describe('comparing any two versions', () => {
  const compare = (left: string, right: string) => `compare/?left=${left}&right=${right}`;

  test('of one policy, by first and latest, which become dates in the address', async () => {
    await reader.open(compare(`${POLICY}@first`, `${POLICY}@2001-02-04`), {}, async (page, faults) => {
      await page.locator('.change').first().waitFor();
      expect(decodeURIComponent(new URL(page.url()).search)).toBe(
        `?left=${POLICY}@1999-03-10&right=${POLICY}@2001-02-04`,
      );
      expect(await page.locator('.counts').first().innerText()).toMatch(/edited/);
      expect(await page.locator('select[name=left-slug]').inputValue()).toBe('1999-03-10');
      expect(faults).toEqual([]);
    });
  });

  test('of neighbours gives what the built page of the change gives', async () => {
    let expected = '';
    await reader.open(`${POLICY}/2000-01-15--2000-06-20/`, {}, async (page) => {
      expected = await page.locator('.changes').innerHTML();
    });
    await reader.open(compare(`${POLICY}@2000-01-15`, `${POLICY}@2000-06-20`), {}, async (page) => {
      await page.locator('.comparison[aria-busy=false]').waitFor();
      expect(await page.locator('.changes').innerHTML()).toBe(expected);
    });
  });

  test('of two companies, one of them undated', async () => {
    await reader.open(
      compare(`${POLICY}@2001-02-04`, 'quiet-harbour.example/privacy@undated'),
      {},
      async (page, faults) => {
        await page.locator('.of-topic').first().waitFor();
        expect(await page.locator('.comparison').innerText()).toContain('says nothing about who copied');
        expect(await page.locator('.comparison > h2').innerText()).toContain(
          'quiet-harbour.example, date unknown',
        );
        await page.getByLabel('One after the other').check();
        const folded = page.locator('.only-right').first();
        expect(await folded.locator('summary').innerText()).toContain('Only quiet-harbour.example');
        // Short texts come unfolded; who folds them finds them folded.
        expect(await folded.locator('.change').first().isVisible()).toBe(true);
        await folded.locator('summary').first().click();
        expect(await folded.locator('.change').first().isVisible()).toBe(false);
        expect(new URL(page.url()).searchParams.get('view')).toBe('inline');
        await page.getByRole('radio', { name: 'Topics' }).check();
        const entry = page.locator('.outline-table td a').first();
        await entry.click();
        await page.locator(new URL(page.url()).hash).waitFor();
        expect(faults).toEqual([]);
      },
    );
  });

  test('a version that is not there is told its neighbours', async () => {
    await reader.open(compare(`${POLICY}@2000-03-03`, `${POLICY}@latest`), {}, async (page) => {
      await page.getByText('There is no version 2000-03-03').waitFor();
      expect(await page.locator('[role=status]').first().innerText()).toContain(
        'Nearest: 2000-01-15, 2000-06-20.',
      );
      const chosen = (name: string) => page.locator(`select[name=${name}]`).inputValue();
      expect([await chosen('left-policy'), await chosen('left-slug')]).toEqual([POLICY, '']);
      expect(await chosen('right-slug')).toBe('2018-06-01');
    });
  });

  test('a hostile name stays text', async () => {
    await reader.open(compare('%3Cimg src=x onerror=alert(1)%3E', `${POLICY}@latest`), {}, async (page) => {
      await page.getByText('names no version').waitFor();
      expect(await page.locator('main img').count()).toBe(0);
    });
  });

  test('by choosing, and back again with the browser', async () => {
    await reader.open('compare/', {}, async (page) => {
      await page.locator('select[name=left-policy]').selectOption(POLICY);
      await page.locator('select[name=right-policy]').selectOption(POLICY);
      await page.locator('select[name=left-slug]').selectOption('2000-01-15');
      await page.locator('select[name=right-slug]').selectOption('2001-02-04');
      await page.getByRole('button', { name: 'Compare', exact: true }).click();
      await page.locator('.comparison > h2', { hasText: '15 January 2000' }).waitFor();
      await page.getByRole('button', { name: 'Swap sides' }).click();
      await page.locator('.comparison > h2', { hasText: '4 February 2001 and 15 January 2000' }).waitFor();
      await page.goBack();
      await page.locator('.comparison > h2', { hasText: '15 January 2000 and 4 February 2001' }).waitFor();
    });
  });

  test('a choice stands, whatever arrives after it of what was asked before', async () => {
    await reader.open('compare/', {}, async (page) => {
      const policy = page.locator('select[name=left-policy]');
      const slug = page.locator('select[name=left-slug]');
      await expect.poll(() => slug.locator('option').count()).toBeGreaterThan(0);
      const other = (
        await policy.locator('option').evaluateAll((all) => all.map((one) => one.getAttribute('value')))
      ).find((value) => value !== POLICY && !value!.startsWith('hostile'))!;
      let release = () => {};
      const held = new Promise<void>((go) => (release = go));
      await page.route(`**/${other}/**`, async (route) => {
        await held;
        await route.continue();
      });
      const late = page.waitForRequest(`**/${other}/**`);
      await policy.selectOption(other);
      await late;
      expect(await slug.locator('option').count()).toBe(0);
      await policy.selectOption(POLICY);
      await slug.locator('option[value="2000-01-15"]').waitFor({ state: 'attached' });
      const answered = page.waitForResponse(`**/${other}/**`);
      release();
      await (await answered).finished();
      // The worker answers in turn: what it answers next shows that the late answer has come.
      await page.getByRole('button', { name: 'Compare', exact: true }).click();
      await page.locator('.comparison > h2').waitFor();
      expect(await policy.inputValue()).toBe(POLICY);
    });
  });
});
