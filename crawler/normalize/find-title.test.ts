import { describe, expect, it } from 'vitest';
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
