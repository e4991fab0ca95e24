import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { POLICY } from './support/page-kinds.ts';

/** Added, removed and moved are told apart by more than colour: in grey, and in the colours a system forces. */

const reader = readInChromium(fixtureSite);
const CHANGE = `${POLICY}/2000-06-20--2001-02-04/`;

const conditions: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['in grey', {}],
  ['in forced colours, light', { forcedColors: 'active', colorScheme: 'light' }],
  ['in forced colours, dark', { forcedColors: 'active', colorScheme: 'dark' }],
];

/** Takes the colours away as eyes without them do. */
async function seeNoColours(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
}

/** Pictures of the same words, plain and in each kind of mark. */
async function pictureMarks(page: Page): Promise<Map<string, Buffer>> {
  await page.evaluate(() => {
    for (const before of document.querySelectorAll('[id^=_sample-]')) before.remove();
    // Without the marks' own padding the words stand in the same place, and only their look can differ.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[id^=_sample-] > * { padding: 0 !important }');
    document.adoptedStyleSheets = [sheet];
    const list = document.querySelector('.changes')!;
    for (const tag of ['span', 'ins', 'del']) {
      const line = document.createElement('p');
      const mark = document.createElement(tag);
      line.id = `_sample-${tag}`;
      mark.textContent = 'the same words';
      line.append(mark);
      list.append(line);
    }
  });
  const pictures = new Map<string, Buffer>();
  for (const tag of ['span', 'ins', 'del']) {
    pictures.set(tag, await page.locator(`#_sample-${tag}`).screenshot());
  }
  return pictures;
}

/** How many pixels of two pictures of one size differ clearly. */
function countDifferent(page: Page, left: Buffer, right: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const read = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
        canvas.drawImage(image, 0, 0);
        return canvas.getImageData(0, 0, image.width, image.height).data;
      };
      const [a, b] = await Promise.all(pictures.map(read));
      let different = 0;
      for (let at = 0; at < a!.length; at += 4) if (Math.abs(a![at]! - b![at]!) > 48) different++;
      return different;
    },
    [left.toString('base64'), right.toString('base64')],
  );
}

describe.each(conditions)('%s', (name, options) => {
  test('words added, removed and kept look different', async () => {
    await reader.open(CHANGE, options, async (page) => {
      if (name === 'in grey') await seeNoColours(page);
      const pictures = await pictureMarks(page);
      for (const [left, right] of [
        ['span', 'ins'],
        ['span', 'del'],
        ['ins', 'del'],
      ] as const) {
        const different = await countDifferent(page, pictures.get(left)!, pictures.get(right)!);
        // A line as long as the words, one pixel thick.
        expect(different, `${left} and ${right}`).toBeGreaterThan(80);
      }
    });
  });

  test('clauses added, removed, moved and edited carry signs and words of their own', async () => {
    const heads = new Map<string, string>();
    for (const path of [CHANGE, `${POLICY}/2001-02-04--2005-03-11/`, `${POLICY}/2000-01-15--2000-06-20/`]) {
      await reader.open(path, options, async (page) => {
        for (const kind of ['added', 'removed', 'moved', 'edited']) {
          const change = page.locator(`.change.is-${kind}`).first();
          if ((await change.count()) === 0) continue;
          const sign = await change.locator('.sign').innerText();
          const [what = ''] =
            (await change.locator('.what').innerText()).match(/new|no longer|moved|edited|dates/) ?? [];
          expect(what, kind).not.toBe('');
          heads.set(kind, `${sign} ${what}`);
          const bar = await change.evaluate((one) => getComputedStyle(one).borderLeftWidth);
          expect(Number.parseFloat(bar), kind).toBeGreaterThanOrEqual(3);
        }
      });
    }
    expect([...heads.keys()].sort()).toEqual(['added', 'edited', 'moved', 'removed']);
    expect(new Set(heads.values()).size).toBe(4);
  });
});

test('pictures of the same marks do not differ', async () => {
  await reader.open(CHANGE, {}, async (page) => {
    const [first, second] = [await pictureMarks(page), await pictureMarks(page)];
    expect(await countDifferent(page, first.get('ins')!, second.get('ins')!)).toBe(0);
  });
});
