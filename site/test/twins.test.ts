import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, fixtureSite } from './support/built-site.ts';
import { lanternCaptures } from './support/fixture-texts.ts';
import { POLICY } from './support/page-kinds.ts';

/** Twins of pages in other formats. */

let site: BuiltSite;
beforeAll(async () => {
  site = await fixtureSite();
});

describe('the twins of a version', () => {
  test('Markdown begins with the provenance header and holds the text', () => {
    const [timestamp, markdown] = lanternCaptures[3]!;
    const twin = site.read(`${POLICY}/2000-06-20/index.md`);
    const [header, blank, ...text] = twin.split('\n');
    expect(header).toBe(
      '> *The following text is extracted and transformed from the lantern.example privacy policy that was archived on ' +
        `2000-06-20. Please check the [original snapshot on the Wayback Machine](https://web.archive.org/web/${timestamp}` +
        'id_/http%3A//www.lantern.example/privacy.html) for the most accurate reproduction.*',
    );
    expect(blank).toBe('');
    expect(text.join('\n')).toBe(markdown);
  });

  test('plain text holds every clause without marks', () => {
    const text = site.read(`${POLICY}/2000-06-20/index.txt`);
    expect(text).toContain('Write to privacy@lantern.example or see our help pages.');
    expect(text).not.toMatch(/^#|\]\(/m);
  });

  test('JSON says the same as the dataset does', () => {
    const twin = JSON.parse(site.read(`${POLICY}/2000-06-20/index.json`));
    expect(twin).toMatchObject({
      domain: 'lantern.example',
      version: 3,
      first_seen: '2000-06-20T10:15:00Z',
      memento_url: 'https://web.archive.org/web/20000620101500/http://www.lantern.example/privacy.html',
      stated_date: '2000-06-01',
    });
    expect(
      twin.clauses.some((clause: { topics: { topic: string }[] }) =>
        clause.topics.some(({ topic }) => topic === 'cookies'),
      ),
    ).toBe(true);
  });
});
