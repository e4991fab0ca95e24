import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { listPageKinds, walkPages } from './support/page-kinds.ts';

/** What stands on a page stays where it is while scripts add to it. */

const reader = readInChromium(fixtureSite);
/** Half of what browsers' makers call good for a whole visit: a line of text that wraps, and no more. */
const LEAST_SEEN = 0.05;
/** Answers to a search come as they are found, and take the room they need. */
const KINDS = listPageKinds().filter(({ path }) => !path.startsWith('search/?'));

test.each([1200, 375])('at %i pixels nothing moves that a reader would notice', async (width) => {
  const look = async (page: Page): Promise<string[]> => {
    await page.waitForTimeout(150);
    return page.evaluate(
      (leastSeen) =>
        new Promise<string[]>((told) => {
          const found: string[] = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & {
              value: number;
              sources: { node: Element | null }[];
            })[]) {
              if (entry.value < leastSeen) continue;
              const what = entry.sources.map(({ node }) => node?.className || node?.nodeName).join(', ');
              found.push(`${what} moved by ${entry.value.toFixed(4)}`);
            }
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => told(found), 100);
        }),
      LEAST_SEEN,
    );
  };
  const findings = await walkPages(reader, { viewport: { width, height: 800 } }, look, KINDS);
  expect(findings).toEqual([]);
});
