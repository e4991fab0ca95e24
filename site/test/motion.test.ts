import { expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { walkPages } from './support/page-kinds.ts';

/** Readers who asked for less motion get none. */

const reader = readInChromium(fixtureSite);

test('with reduced motion nothing scrolls smoothly, and nothing is animated', async () => {
  const findings = await walkPages(reader, { reducedMotion: 'reduce' }, (page) =>
    page.evaluate(() => {
      const moving = [document.documentElement, ...document.querySelectorAll('body *')].filter((one) => {
        const { scrollBehavior, animationName, transitionDuration } = getComputedStyle(one);
        return scrollBehavior === 'smooth' || animationName !== 'none' || /[1-9]/.test(transitionDuration);
      });
      return moving.map((one) => `moves: ${one.outerHTML.slice(0, 80)}`);
    }),
  );
  expect(findings).toEqual([]);
});
