import { type Browser, chromium } from 'playwright-core';
import { chromiumSwitches, findChromium } from '../../scripts/chromium.ts';

let started: Promise<Browser> | undefined;

async function start(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: chromiumSwitches,
    handleSIGTERM: false,
  });
  // So a worker is told to end; a listener that did not end it would leave it to be killed.
  process.once('SIGTERM', () => void browser.close().finally(() => process.exit()));
  return browser;
}

/**
 * The Chromium of this worker, started when the first of its test files asks and ended with the worker: each takes a context
 * of its own in it, and closes that alone. Throws a UserError where there is none.
 */
export async function oneBrowser(): Promise<Browser> {
  started ??= start();
  const browser = await started;
  if (browser.isConnected()) return browser;
  started = undefined;
  return oneBrowser();
}
