import { expect, it } from 'vitest';
import { normalizePayload } from './normalize.ts';

const page = (heading: string) =>
  `<h1>Privacy Policy</h1><h2>${heading}</h2><p>${'We keep your letters, and you may see them at any time. '.repeat(12)}</p>`;

const headingOf = async (heading: string) => {
  const bytes = Buffer.from(page(heading));
  const { markdown } = await normalizePayload({
    bytes,
    contentType: 'text/html',
    original: 'http://example.com/',
  });
  return markdown.split('\n').find((line) => line.startsWith('## '));
};

it.each([
  ['a permalink in text', 'Logs <span>#</span>', '## Logs'],
  ['a pilcrow', 'Logs <a href="#logs">¶</a>', '## Logs'],
  ['a name that ends so', 'Programs in C#', '## Programs in C#'],
])('heads end without %s', async (_name, html, expected) => {
  expect(await headingOf(html)).toBe(expected);
});
