import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';

/** The contrast of every pair of colours that meets on a page, in both schemes. */

const reader = readInChromium(fixtureSite);

/** Front, ground, and the least contrast: 4.5 for text, 3 for what is drawn (WCAG 2.2, 1.4.3 and 1.4.11). */
const PAIRS: readonly (readonly [front: string, ground: string, least: number])[] = [
  ...['ink', 'muted', 'link', 'visited'].flatMap((text) => [
    [text, 'paper', 4.5] as const,
    [text, 'panel', 4.5] as const,
  ]),
  ...['added', 'removed'].flatMap((what) => [
    [`${what}-ink`, `${what}-ground`, 4.5] as const,
    ['link', `${what}-ground`, 4.5] as const,
    [`${what}-line`, `${what}-ground`, 3] as const,
  ]),
  ['warning-ink', 'warning-ground', 4.5],
  ['ink', 'moved-ground', 4.5],
  ...['added-line', 'removed-line', 'moved-line', 'hatch', 'edge', 'focus', 'bar'].map(
    (line) => [line, 'paper', 3] as const,
  ),
];

const readToken = (page: Page, name: string): Promise<string> =>
  page.evaluate((own) => getComputedStyle(document.documentElement).getPropertyValue(own), `--${name}`);

test.each(['light', 'dark'] as const)('in %s, every pair of tokens that meets', async (colorScheme) => {
  await reader.open('', { colorScheme }, async (page) => {
    for (const [front, ground, least] of PAIRS) {
      const found = contrast(await readToken(page, front), await readToken(page, ground));
      expect(found, `${front} on ${ground}`).toBeGreaterThan(least);
    }
  });
});

/** Relative luminance of a colour written `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.trim().slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(front: string, ground: string): number {
  const [light, dark] = [luminance(front), luminance(ground)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
