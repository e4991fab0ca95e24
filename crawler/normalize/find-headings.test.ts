import { expect, it } from 'vitest';
import { normalizePayload } from './normalize.ts';

const PROSE = `<p>${'We keep your letters, your address and one cookie, and you have a right to see them all. '.repeat(2)}</p>`;

it('gives headings of one rank one level below the same heading, though a rank between is not used there', async () => {
  const html = ['h1', 'h2', 'h4', 'h4', 'h2', 'h3', 'h4', 'h4']
    .map((name, at) => `<${name}>${at === 0 ? 'Privacy Policy' : `Part ${at}`}</${name}>${PROSE}`)
    .join('');
  const { markdown } = await normalizePayload({
    bytes: Buffer.from(html),
    contentType: 'text/html',
    original: null,
  });
  const levels = markdown.match(/^#+(?= )/gm)?.map((marks) => marks.length);
  expect(levels).toEqual([1, 2, 3, 3, 2, 3, 4, 4]);
});
