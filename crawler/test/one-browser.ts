import { type Browser, chromium } from 'playwright-core';
import { chromiumSwitches, findChromium } from '../../scripts/chromium.ts';

let started: Promise<Browser> | undefined;

/**
 * The Chromium of this worker, started when the first of its test files asks and ended with the worker: each takes a context
 * of its own in it, and closes that alone. Throws a UserError where there is none.
 */
export async function oneBrowser(): Promise<Browser> {
  started ??= chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
  const browser = await started;
  if (browser.isConnected()) return browser;
  started = undefined;
  return oneBrowser();
}
