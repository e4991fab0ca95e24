import { expect, it } from 'vitest';
import { languages } from '../../crawler/core/index.ts';
import { normalizePayload } from '../../crawler/normalize/index.ts';
import { policies } from './texts.ts';

const cases = Object.entries(policies).map(([tag, wording]) => {
  const code = tag === 'nn' ? 'no' : tag.split('-')[0]!;
  return { tag, code, ...wording };
});

async function normalizePage(head: string, paragraphs: readonly string[]) {
  const body = paragraphs
    .map((paragraph) => `<p>${paragraph.replace('{name}', 'Lanternfish')}</p>`)
    .join('\n');
  const html = `<html><head><meta charset="utf-8"><title>Lanternfish</title></head><body>${head}${body}</body></html>`;
  const bytes = new TextEncoder().encode(html);
  return normalizePayload({ bytes, contentType: 'text/html', original: null });
}

it('has a policy in every language of the table', () => {
  expect([...new Set(cases.map(({ code }) => code))].sort()).toEqual(
    languages.map(({ code }) => code).sort(),
  );
});

it.each(cases)(
  'keeps a policy in $tag, with its title and its language',
  async ({ code, title, paragraphs }) => {
    const answer = await normalizePage(`<h1>${title}</h1>`, paragraphs);
    expect(answer).toMatchObject({ outcome: 'version', title, language: code });
  },
);

it.each(cases)(
  'knows a policy in $tag by its words where no title names it',
  async ({ code, paragraphs }) => {
    const answer = await normalizePage('', paragraphs);
    expect(answer).toMatchObject({ outcome: 'version', language: code });
  },
);

it.each(cases)('tells the language of any two paragraphs in $tag', async ({ code, paragraphs }) => {
  for (let at = 0; at + 1 < paragraphs.length; at++) {
    const answer = await normalizePage('', paragraphs.slice(at, at + 2));
    expect(answer.language, paragraphs.slice(at, at + 2).join(' ')).toBe(code);
  }
});
