import { expect, it } from 'vitest';
import { normalizePayload } from './normalize.ts';

/** Titles of the time before style sheets, where other things stand: on a page of an invented company. */

const LONG =
  'We keep every letter for two years, and its address for as long as the law of the town asks it of us.';
const page = (body: string) => `<html><head><title>Privacy Policy</title></head><body><h1>Privacy Policy</h1>
  <p>Lanternfish Mail carries letters. ${LONG} ${LONG} ${LONG}</p>${body}</body></html>`;

async function headings(body: string): Promise<string[]> {
  const bytes = Buffer.from(page(body));
  const { markdown } = await normalizePayload({
    bytes,
    contentType: 'text/html',
    original: null,
    takesAnyText: true,
  });
  return markdown.split('\n').filter((line) => line.startsWith('## '));
}
const three = (write: (title: string, at: number) => string) =>
  ['What we track', 'Whom we tell', 'Your choices'].map(write).join('');
const NUMBERED = ['## 1\\. What we track', '## 2\\. Whom we tell', '## 3\\. Your choices'];

it.each([
  [
    'counted items that begin bold',
    `<ol>${three((title) => `<li><b>${title}</b><br>${LONG}</li>`)}</ol>`,
    NUMBERED,
  ],
  [
    'counted items with paragraphs',
    `<ol>${three((title) => `<li><p><strong>${title}</strong></p><p>${LONG}</p></li>`)}</ol>`,
    NUMBERED,
  ],
  ['numbers alone', three((title, at) => `<p>${at + 1}. ${title}</p><p>${LONG}</p>`), NUMBERED],
  [
    'bold lines with full stops',
    three((title) => `<p><b>${title}.</b></p><p>${LONG}</p>`),
    ['## What we track.', '## Whom we tell.', '## Your choices.'],
  ],
])('finds titles: %s', async (_name, body, expected) => {
  expect(await headings(body)).toEqual(expected);
});

it.each([
  ['a counted list', `<ol>${three((title) => `<li>${title}`)}</ol>`],
  ['typed items', three((title, at) => `<p>${at + 1}. ${title}</p>`)],
  ['one bold warning', `<p><b>Read this with care.</b></p><p>${LONG}</p>`],
])('finds no titles in %s', async (_name, body) => {
  expect(await headings(body)).toEqual([]);
});
