import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { formatFeed } from './feed.ts';

test('an entry names the change, its window and the instant at which the new text was first seen', () => {
  const feed = formatFeed({
    title: 'Changes & more',
    page: '/a.example/',
    self: '/a.example/changes.atom',
    updated: '2026-03-02T09:00:00Z',
    changes: [
      {
        address: '/a.example/privacy/2001-01-01--2002-01-01/',
        domain: 'a.example',
        policy: 'Privacy policy',
        label: 'medium change',
        window: '2001-06-01 → 2002-01-01',
        seen: '2002-01-01T12:00:00Z',
        summary: '3 clauses edited; 10 words in, 2 out',
        gist: 'Now says (Sharing) “We sell lamps.”; names Lantern.',
        gistShort: 'Now says (Sharing) “We sell lamps.”.',
        isRewrite: false,
      },
    ],
  });
  const $ = load(feed, { xml: true });
  expect($('feed > title').text()).toBe('Changes & more');
  expect($('entry > id').text()).toBe('urn:palimpsest:a.example/privacy/2001-01-01--2002-01-01');
  expect($('entry > updated').text()).toBe('2002-01-01T12:00:00Z');
  expect($('entry > summary').text()).toBe(
    'Changed in the window 2001-06-01 → 2002-01-01. Now says (Sharing) “We sell lamps.”; names Lantern. medium change: 3 clauses edited; 10 words in, 2 out.',
  );
  expect($('entry > title').text()).toBe('a.example, privacy policy: Now says (Sharing) “We sell lamps.”.');
});
