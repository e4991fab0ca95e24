import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { walkPagesSideBySide } from './support/page-kinds.ts';

/** Pages stand still: nothing that arrives later moves what is there. */

const reader = readInChromium(fixtureSite);

/** Sum of the shares of the window that moved, and what moved. */
interface Shifts {
  readonly sum: number;
  readonly moved: readonly string[];
}

declare global {
  interface Window {
    shifts: { sum: number; moved: string[] };
  }
}

/** Counts from before the first paint on; see https://w3c.github.io/layout-instability/ */
function observeShifts(): void {
  type Entry = PerformanceEntry & { value: number; sources: { node: Element | null }[] };
  window.shifts = { sum: 0, moved: [] };
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Entry[]) {
      window.shifts.sum += value;
      window.shifts.moved.push(
        ...sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 100) ?? ''),
      );
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Half of what counts as good; an answer that the browser works out may push what stands below it by a line. */
const MOST = 0.05;

test.each([
  ['a wide screen', { width: 1280, height: 900 }],
  ['a small one', { width: 375, height: 700 }],
])('on %s no kind of page moves while it loads', { timeout: 180_000 }, async (_screen, viewport) => {
  const watched = new Set<Page>();
  const findings = await walkPagesSideBySide(reader, { viewport }, async (page) => {
    if (!watched.has(page)) {
      await page.addInitScript(observeShifts);
      await page.reload();
      watched.add(page);
    }
    await page.waitForLoadState('networkidle');
    const { sum, moved } = await page.evaluate<Shifts>('window.shifts');
    return sum < MOST ? [] : [`${sum.toFixed(3)} of the window moved: ${moved.slice(0, 2).join(' and ')}`];
  });
  expect(findings).toEqual([]);
});
