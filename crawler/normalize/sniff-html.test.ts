import { expect, it } from 'vitest';
import { normalizePayload } from './normalize.ts';
import { isHtmlDespiteType } from './sniff-html.ts';

const sentences = Array.from(
  { length: 8 },
  (_, k) => `We collect personal information number ${k} and disclose it to nobody without your consent.`,
);

it.each([
  ['a document', `<!doctype html><html><body>${sentences.join(' ')}`],
  ['one without a doctype', `\n<HTML>\n<BODY>${sentences.join(' ')}`],
  ['one after remarks', `<?xml version="1.0"?>\n<!-- saved -->\n<html><body>${sentences.join(' ')}`],
  ['a fragment', `Privacy Policy<br>${sentences.map((text) => `<p>${text}</p>`).join('')}`],
])('takes %s for HTML though it was sent as plain text', async (_name, text) => {
  expect(isHtmlDespiteType(text)).toBe(true);
  const payload = { bytes: Buffer.from(text), contentType: 'text/plain', original: null };
  const { markdown, flags } = await normalizePayload(payload);
  expect(markdown).not.toMatch(/<\/?[a-z]/i);
  expect(markdown).toContain(sentences[3]);
  expect(flags).not.toContain('plain-text');
});

it.each([
  ['plain sentences', sentences.join('\n')],
  [
    'a text that speaks of tags',
    `We place a <br> and a <p> and <a href="x"> into pages.\n${sentences.join('\n')}`,
  ],
  ['addresses in angle brackets', sentences.map((text) => `${text} <https://example.com/>`).join('\n')],
])('leaves %s a plain text', (_name, text) => expect(isHtmlDespiteType(text)).toBe(false));
