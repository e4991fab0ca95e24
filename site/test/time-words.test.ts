import { load } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, demoSite, fixtureSiteBelowBase } from './support/built-site.ts';
import { POLICY } from './support/page-kinds.ts';

/** What is said of time: what was observed, and never more. Both collections hold gaps of years. */

/** Our own words on a page: those of policies, and claims quoted from them, are theirs. */
function ownWords(site: BuiltSite, file: string): string {
  const $ = load(site.read(file));
  const title = $('title').text();
  const description = $('meta[name=description]').attr('content') ?? '';
  const main = $('main');
  main
    .find(
      '.policy-text, .changes, .cite, .removed, .wording, .topic, .contents, .promise-list, pre, code, .mono',
    )
    .remove();
  // Blocks end sentences.
  main.find('p, li, td, th, dt, dd, h1, h2, h3, caption, summary').append(' | ');
  return [title, description, main.text()].join(' | ').replace(/\s+/g, ' ');
}

/** Where a pattern is met, with the words around it. */
function findWords(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(({ index }) => text.slice(Math.max(0, index - 40), index + 60));
}

/** Words that would date a change to a day, or claim to know a text's end. */
const NEVER: readonly RegExp[] = [
  /\b(?:chang|edit|add|remov|mov|updat|delet|split|merg|rewrit|happen)\w* on \d/gi,
  /\b(?:came|came back|went|gone|left|entered|appeared|disappeared|introduced|dropped) on \d/gi,
  /\buntil (?:\d|today|now|the present)/gi,
  /\b(?:current(?:ly)? (?:policy|version|text)|deleted in|secretly)\b/gi,
  /!(?=\s|$)/g,
];

/** Days of a window of more than one day, as pages write them. */
function windowOf(twin: { changed_after: string; changed_before: string }): string | null {
  const [after, before] = [new Date(twin.changed_after), new Date(twin.changed_before)];
  if (before.getTime() - after.getTime() <= 86_400_000) return null;
  const words = (day: Date) =>
    day
      .toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
      .replace('Sept', 'Sep');
  return `between ${words(after)} and ${words(before)}`;
}

describe.each([
  ['the fixture', fixtureSiteBelowBase],
  ['the demo collection', demoSite],
] as const)('%s', (_name, find) => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await find();
  });

  test('no page dates a change to a day, or claims to know when a text ended', { timeout: 180_000 }, () => {
    const found = site.pages.flatMap((file) => {
      const text = ownWords(site, file);
      // A window within a day may be named by its day: “on 11 Mar 2005 or 12 Mar 2005”.
      const isShort = (words: string) => / on \d+ \w+ \d{4} or \d/.test(words);
      return NEVER.flatMap((pattern) => findWords(text, pattern))
        .filter((words) => !isShort(words))
        .map((words) => `${file}: …${words}…`);
    });
    expect(found).toEqual([]);
  });

  test('every change is placed between two captures, on its page, in its text and in its citation', {
    timeout: 180_000,
  }, () => {
    const changes = site.pages.filter((file) => /--[^/]+\/index\.html$/.test(file));
    let windows = 0;
    for (const file of changes) {
      const window = windowOf(JSON.parse(site.read(file.replace('.html', '.json'))));
      if (window === null) continue;
      windows++;
      const $ = load(site.read(file));
      expect($('h1').text(), file).toBe(`What changed ${window}`);
      expect($('.cite .plain').text(), file).toContain(window);
      expect(site.read(file.replace('.html', '.txt')), file).toContain(`Changed ${window}.`);
    }
    expect(windows).toBeGreaterThan(changes.length / 2);
  });

  test('feeds name windows, not days', () => {
    for (const file of site.files.filter((one) => one.endsWith('.atom'))) {
      const text = load(site.read(file), { xml: true })('title, summary, content').text();
      expect(
        NEVER.flatMap((pattern) => findWords(text, pattern)),
        file,
      ).toEqual([]);
    }
  });
});

test('a timeline says what is not known', async () => {
  const site = await fixtureSiteBelowBase();
  const timeline = load(site.read(`${POLICY}/index.html`))('main').text();
  expect(timeline).toContain('no usable capture for 4 years; the archive holds 1 capture here, not usable');
  expect(timeline).toContain('returns to the text of 2000-06-20');
  expect(timeline).toContain('last seen 1 Jun 2018; not looked for since 2 Mar 2026');
});
