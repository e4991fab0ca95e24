/**
 * Takes the README's picture: a change of the demo collection side by side. Run after `npm run demo -- --no-serve`:
 * `node scripts/take-picture.ts`.
 */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { readFlags, runMain } from '../crawler/run-main.ts';
import { chromiumSwitches, findChromium } from './chromium.ts';
import { serveSite } from './serve-site.ts';

const CHANGE = 'parlor.example/privacy/2001-08-07--2002-11-28/?view=side';
const root = join(import.meta.dirname, '..');

await runMain(async () => {
  readFlags({}, 'node scripts/take-picture.ts, after npm run demo -- --no-serve');
  const server = await serveSite({ folder: join(root, 'dist'), port: 0 });
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
  try {
    const page = await browser.newPage({ viewport: { width: 1240, height: 860 }, colorScheme: 'light' });
    await page.goto(server.url + CHANGE, { waitUntil: 'networkidle' });
    await page.locator('.change').first().waitFor();
    const path = join(root, 'data', 'demo', 'palimpsest.png');
    await page.screenshot({ path });
    console.log(path);
  } finally {
    await browser.close();
    await server.close();
  }
});
