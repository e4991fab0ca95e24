import { describe, expect, it } from 'vitest';
import { nameDocument } from './find-title.ts';
import { normalizePayload } from './normalize.ts';

const PROSE = `<p>${'We keep your letters, your address and one cookie, and you have a right to see them all. '.repeat(5)}</p>`;

const read = (html: string) =>
  normalizePayload({
    bytes: Buffer.from(html),
    contentType: 'text/html',
    original: 'http://lanternfish.example/privacy.html',
  });

describe('the title of a text', () => {
  const row = '<a href="/p">Prints</a> | <a href="/b">Photo books</a> | <a href="/c">Cards</a> |';

  it.each([`<div>${row} <a href="/privacy">Privacy policy</a></div>`, `<div>${row} Privacy policy</div>`])(
    'is no row of links: %j',
    async (menu) => {
      const page = `<title>Lanternfish - Page not found</title>${menu}<h1>Page not found</h1>
      <p>We have looked everywhere, but there is no such page here.</p>${menu}`;
      expect(await read(page)).toMatchObject({
        outcome: 'not-a-policy',
        reason: 'soft-404',
        title: 'Page not found',
      });
      expect((await read(`${menu}<h1>Your letters</h1>${PROSE}`)).title).toBe('Your letters');
    },
  );
});

describe('nameDocument', () => {
  it.each([
    [null, 'Privacy Policy – Lanternfish', 'Privacy Policy'],
    [null, 'Privacy Policy | Lanternfish | Letters. Glow. Modern Post.', 'Privacy Policy'],
    [null, 'Lanternfish: Datenschutzerklärung', 'Datenschutzerklärung'],
    [null, 'Lanternfish', 'Lanternfish'],
    [null, null, null],
    ['Help Center', 'Privacy Policy - Lanternfish', 'Privacy Policy'],
    ['POLICY', 'Lanternfish - Privacy Policy', 'Privacy Policy'],
    ['Terms', 'Terms and Privacy - Lanternfish', 'Terms'],
    ['Terms of Use', 'Terms and Privacy - Lanternfish', 'Terms of Use'],
    ['How we treat your privacy', 'Privacy Policy - Lanternfish', 'How we treat your privacy'],
    ['Your letters', 'Lanternfish', 'Your letters'],
  ])('of %j and %j is %j', (heading, pageTitle, name) => expect(nameDocument(heading, pageTitle)).toBe(name));
});

it('takes a few words for no policy, whatever their title', async () => {
  const labels =
    '<ul><li>Prints for your wall</li><li>Photo books</li><li>Cards</li><li>Delivery by post</li></ul>';
  const page = `<h1>Privacy policy</h1>${labels.repeat(8)}<p>Perhaps it belonged to the old Lanternfish and its owls?</p>`;
  expect(await read(page)).toMatchObject({ outcome: 'not-a-policy', reason: 'too-short' });
});
