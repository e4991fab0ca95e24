import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { oneBrowser } from '../../../crawler/test/one-browser.ts';
import { serveSite } from '../../../scripts/serve-site.ts';
import type { BuiltSite } from './built-site.ts';

/** A reader of a built site. */
export interface Reader {
  readonly site: BuiltSite;
  /** Address of the home page, with a slash at the end. */
  readonly url: string;
  /**
   * Opens a page in a context of its own, shows it to `look`, closes it. `path` has no leading slash. `faults` gathers
   * errors of scripts, breaches of the page's policy, dialogs, and requests to any other host.
   */
  readonly open: (
    path: string,
    options: BrowserContextOptions,
    look: (page: Page, faults: string[]) => Promise<void>,
  ) => Promise<void>;
}

/** Gathers what goes wrong on a page from now on. `url`: where requests may go. */
export function watch(page: Page, url: string): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('dialog', (dialog) => {
    faults.push(`asked “${dialog.message()}”`);
    void dialog.dismiss();
  });
  page.context().on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`asked for ${request.url()}`);
  });
  return faults;
}

/** Serves a site under its strict policy, for all tests of a file, and opens its pages in Chromium. */
export function readInChromium(find: () => Promise<BuiltSite>): Reader {
  let site: BuiltSite;
  let server: { readonly url: string; readonly close: () => Promise<void> };
  let browser: Browser;
  beforeAll(async () => {
    site = await find();
    server = await serveSite({ folder: site.folder, port: 0, base: site.base });
    browser = await oneBrowser();
  });
  afterAll(() => server?.close());
  return {
    get site() {
      return site;
    },
    get url() {
      return server.url;
    },
    open: async (path, options, look) => {
      const context = await browser.newContext(options);
      try {
        const page = await context.newPage();
        const faults = watch(page, server.url);
        await page.goto(server.url + path, { waitUntil: 'load' });
        await look(page, faults);
      } finally {
        await context.close();
      }
    },
  };
}
