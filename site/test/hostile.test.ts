import { load } from 'cheerio';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { hostileSite } from './support/hostile-site.ts';
import { asSeen, BORN, makeHostilePolicies } from './support/hostile-texts.ts';
import { inLanes } from './support/page-kinds.ts';

/** Texts written to break the pages: they stay texts, in the built files and in Chromium. */

const reader = readInChromium(hostileSite);
const policies = makeHostilePolicies('first');

/** Names of elements and attributes in a page's HTML. */
function namesIn(html: string): Set<string> {
  const names = new Set<string>();
  for (const element of load(html)('*').toArray()) {
    if (!('attribs' in element)) continue;
    names.add(element.name);
    for (const name of Object.keys(element.attribs)) names.add(`${element.name}[${name}]`);
  }
  return names;
}

/** Elements and attributes that pages of harmless texts hold. */
function harmlessNames(site: BuiltSite): Set<string> {
  return new Set(site.pages.flatMap((file) => [...namesIn(site.read(file))]));
}

/** What text has brought forth on an open page. */
function findBorn(page: Page): Promise<string[]> {
  return page.evaluate((born) => {
    const findings: string[] = [];
    const say = (element: Element) => findings.push(element.outerHTML.slice(0, 200));
    for (const element of document.querySelectorAll('*')) {
      if (element.localName.includes(born)) say(element);
      for (const { name, value } of element.attributes) {
        const isAddress = /^(?:xlink:)?(?:href|src|action|data|srcdoc|formaction|poster)$/.test(name);
        if (/^on|^style$/.test(name) || name.includes(born)) say(element);
        else if (name === 'class' && value.includes(born)) say(element);
        else if (isAddress && !/^(?:https?:|mailto:|[./#?])/.test(value)) say(element);
      }
    }
    if (document.title.startsWith(born)) findings.push(`the title is ${document.title}`);
    return findings;
  }, BORN);
}

/** Characters that turn the direction of what follows, outside the blocks that hold a policy's own words. */
function findStrayMarks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const marks = /[\u202a-\u202e\u2066-\u2069]/;
    const own = '.policy-text, .changes, .wording, .topic-clause, .topic td, .removed, .cite, .hit-text';
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const findings = marks.test(document.title) ? [`title: ${document.title}`] : [];
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode as Text;
      if (marks.test(data) && !parentElement!.closest(own)) findings.push(parentElement!.outerHTML);
    }
    return findings;
  });
}

const isClause = (file: string) => /\/clauses\/[^/]+\//.test(file);

describe('in the built files', () => {
  let known: Set<string>;
  beforeAll(async () => {
    known = harmlessNames(await fixtureSite());
  });

  test('no element and no attribute is born from text', () => {
    const { pages, read } = reader.site;
    const born = pages.flatMap((file) =>
      [...namesIn(read(file))].filter((name) => !known.has(name)).map((name) => `${file}: ${name}`),
    );
    expect(born).toEqual([]);
  });

  test('names become plain addresses', () => {
    for (const file of reader.site.files) {
      expect(file).toMatch(/^[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/);
      expect(file.split('/')).not.toContain('..');
    }
    for (const { domain, captures } of policies) {
      expect(reader.site.pages).toContain(`${domain}/privacy/index.html`);
      const versions = reader.site.pages.filter((file) =>
        new RegExp(`^${domain.replaceAll('.', '\\.')}/privacy/\\d{4}-\\d\\d-\\d\\d/`).test(file),
      );
      expect(versions, domain).toHaveLength(captures.length);
    }
  });

  test('cells of tables for spreadsheets are no formulas', () => {
    const { files, read } = reader.site;
    for (const file of files.filter((one) => one.endsWith('.csv'))) {
      const cells = read(file).matchAll(/(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g);
      for (const [, quoted, plain] of cells) {
        const cell = quoted ?? plain ?? '';
        // A figure may be negative.
        if (!/^-?\d+(?:\.\d+)?$/.test(cell)) expect(cell, file).not.toMatch(/^[=+\-@\t\r]/);
      }
    }
  });

  test('twins are what they say they are', async () => {
    const { files, read } = reader.site;
    for (const file of files.filter((one) => one.endsWith('.json'))) {
      expect(() => JSON.parse(read(file)), file).not.toThrow();
    }
    for (const file of files.filter((one) => /privacy\/[\d-]+\/index\.md$/.test(one))) {
      expect(read(file), file).toMatch(/^> \*The following text is extracted/);
    }
    await reader.open('', {}, async (page) => {
      for (const file of files.filter((one) => one.endsWith('.atom'))) {
        const fault = await page.evaluate(
          (text) =>
            new DOMParser().parseFromString(text, 'text/xml').querySelector('parsererror')?.textContent,
          read(file),
        );
        expect(fault, file).toBeUndefined();
      }
    });
  });
});

describe('in Chromium', () => {
  const check = async (page: Page, path: string, faults: readonly string[]) => {
    const found = [...faults, ...(await findBorn(page)), ...(await findStrayMarks(page))];
    return found.map((finding) => `/${path}: ${finding}`);
  };

  test('nothing is obeyed, asked for or turned round', { timeout: 180_000 }, async () => {
    const { pages } = reader.site;
    const lives = policies.flatMap(({ domain }) =>
      pages.filter((file) => file.startsWith(domain) && isClause(file)).slice(0, 8),
    );
    const paths = [...pages.filter((file) => !isClause(file)), ...lives];
    const findings: string[] = [];
    await reader.open('', {}, async (page, faults) => {
      for (const path of paths) {
        faults.length = 0;
        await page.goto(reader.url + path.replace(/index\.html$/, ''), { waitUntil: 'load' });
        findings.push(...(await check(page, path, faults)));
      }
    });
    expect(findings).toEqual([]);
  });

  test.each(policies)('the words of $domain are there, letter by letter', async ({ domain, captures }) => {
    for (const { timestamp, texts } of captures) {
      const day = timestamp.replace(/(....)(..)(..).*/, '$1-$2-$3');
      await reader.open(`${domain}/privacy/${day}/`, {}, async (page) => {
        const shown = asSeen(await page.locator('.policy-text').innerText());
        const missing = texts.filter((text) => !shown.includes(asSeen(text)));
        expect(missing).toEqual([]);
      });
    }
  });

  test('what an address asks for is text as well', { timeout: 120_000 }, async () => {
    const asked = [
      `"><img src=x onerror=alert('${BORN}')>`,
      `</script><script>alert('${BORN}')</script>`,
      `javascript:alert('${BORN}')`,
      '__proto__',
      '../../etc/passwd',
      '"unclosed phrase AND NOT ( NEAR *',
    ].map(encodeURIComponent);
    const [first] = policies;
    const paths = asked.flatMap((text) => [
      `search/?q=${text}&company=${text}&topic=${text}&from=${text}&page=${text}&sort=${text}`,
      `compare/?left=${text}&right=${first!.domain}/privacy@latest&view=${text}`,
      `compare/?left=${first!.domain}/privacy@first&right=${first!.domain}/privacy@${text}`,
      `companies/?q=${text}`,
      `topics/cookies/?at=${text}`,
      `${first!.domain}/privacy/at/?day=${text}`,
      `${text}/`,
      `${first!.domain}/${text}/`,
      `${first!.domain}/privacy/at/${text}/`,
      `${first!.domain}/privacy/2001-02-03--2003-04-05/?view=${text}#${text}`,
    ]);
    const findings: string[] = [];
    await inLanes(paths, (part) =>
      reader.open('', {}, async (page, faults) => {
        for (const path of part) {
          faults.length = 0;
          await page.goto(reader.url + path, { waitUntil: 'networkidle' });
          // That there is no such page is the right answer to many of them.
          const wrong = faults.filter((fault) => !fault.includes('status of 404'));
          findings.push(...(await check(page, path, wrong)));
        }
      }),
    );
    expect(findings).toEqual([]);
  });
});
