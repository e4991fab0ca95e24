import { expect, it } from 'vitest';
import { normalizePayload } from './normalize.ts';

const LONG =
  'We keep every letter for two years, and its address for as long as the law of the town asks it of us.';
const page = (css: string, body: string, media = '') => `<html><head><title>Privacy Policy</title>
  <style${media}>${css}</style></head><body><div class="policy"><h1>Privacy Policy</h1>
  <p>Lanternfish Mail carries letters. ${LONG} ${LONG} ${LONG}</p>${body}</div></body></html>`;

async function read(html: string): Promise<string> {
  return (await normalizePayload({ bytes: Buffer.from(html), contentType: 'text/html', original: null }))
    .markdown;
}

it.each([
  ['a class', '.h { font-weight: bold }', '## Cookies'],
  ['a tag with a class, before others', 'a, p.h, i { font: bold 14px Arial }', '## Cookies'],
  ['an ancestor', '.policy .h { font-weight: 700 }', '## Cookies'],
  ['a size', '.h { font-size: 20px } /* } */', '## Cookies'],
  ['a sheet for screens', '@media screen { .h { font-weight: bold } }', '## Cookies'],
  ['another ancestor', '.menu .h { font-weight: bold }', 'Cookies'],
  ['a sheet for paper', '@media print { .h { font-weight: bold } }', 'Cookies'],
  ['a state', '.h:hover { font-weight: bold }', 'Cookies'],
  ['what is weightier', '.policy .h { font-weight: normal } .h { font-weight: bold }', 'Cookies'],
])('sees how a sheet shows a line: %s', async (_name, css, expected) => {
  const markdown = await read(page(css, `<p class="h">Cookies</p><p>${LONG}</p>`));
  expect(markdown.split('\n').find((line) => line.includes('Cookies'))).toBe(expected);
});

it('leaves out what a sheet strikes, and parts what it shows as blocks', async () => {
  const css = '.old { text-decoration: line-through } .line { display: block }';
  const body = `<p>We keep it for <span class="old">ninety</span> thirty days.</p>
    <span class="line">Write to us.</span><span class="line">We answer.</span>`;
  const markdown = await read(page(css, body));
  expect(markdown).toContain('We keep it for thirty days.');
  expect(markdown).toContain('\n\nWrite to us.\n\nWe answer.\n');
});

it('reads no sheet for other media', async () => {
  const html = page('.h { font-weight: bold }', `<p class="h">Cookies</p><p>${LONG}</p>`, ' media="print"');
  expect(await read(html)).not.toContain('## Cookies');
});
