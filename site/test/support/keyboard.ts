import type { Page } from 'playwright-core';

/** What can be operated, by the browser's own rules: of a group of radio buttons the chosen one stands for all. */
const OPERATED =
  'a[href], button:enabled, select:enabled, input:enabled:not([type=hidden]), summary, textarea, [tabindex="0"]';

declare global {
  interface Window {
    stops: Set<Element>;
  }
}

/** Notes every control that is in sight, and gives their number. */
function noteControls(page: Page): Promise<number> {
  return page.evaluate((selector) => {
    const controls = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => {
      const isChosen = !(one instanceof HTMLInputElement) || one.type !== 'radio' || one.checked;
      return isChosen && one.checkVisibility({ visibilityProperty: true }) && !one.closest('[inert]');
    });
    window.stops = new Set(controls);
    return controls.length;
  }, OPERATED);
}

/** What is wrong with the element that has the focus now: nothing if it is in sight, uncovered, and marked. */
function judgeFocus(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return [];
    window.stops.delete(one);
    const name = one.outerHTML.slice(0, 90);
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    const faults =
      outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? [`no ring around ${name}`] : [];
    // A link may run over two lines: any of its pieces will do.
    const inSight = [...one.getClientRects()].some((box) => {
      const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 12)];
      const top = document.elementFromPoint(x, y);
      return top !== null && (one.contains(top) || top.contains(one));
    });
    return inSight ? faults : [...faults, `covered or out of sight: ${name}`];
  });
}

/**
 * Goes through a page with the Tab key alone, from its beginning to its end. Gives what is wrong: controls that are never
 * reached, and stops whose focus is not seen.
 */
export async function tabThrough(page: Page): Promise<string[]> {
  const count = await noteControls(page);
  const faults: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  // Boxes that scroll take the focus as well, without being controls.
  for (let press = 0; press < 2 * count + 10; press++) {
    await page.keyboard.press('Tab');
    faults.push(...(await judgeFocus(page)));
    if (await page.evaluate(() => window.stops.size === 0)) break;
  }
  const never = await page.evaluate(() => [...window.stops].map((one) => one.outerHTML.slice(0, 90)));
  return [...faults, ...never.map((name) => `never reached: ${name}`)];
}
