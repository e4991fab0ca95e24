import { expect, it } from 'vitest';
import { normalizePayload } from './normalize.ts';

const PROSE = `<p>${'We keep your letters, your address and one cookie, and you have a right to see them all. '.repeat(5)}</p>`;

async function read(html: string): Promise<string> {
  const bytes = Buffer.from(html);
  const answer = await normalizePayload({ bytes, contentType: 'text/html; charset=utf-8', original: null });
  return answer.markdown;
}

it.each([
  '<p>\u200d</p>',
  '<p><b>\u200d</b>\u200b \u2060</p>',
  '<h2>\u200d</h2>',
  '<ul><li>\u200d</li></ul>',
  '<table border="1"><tr><td>\u200d</td><td>\u200b</td></tr></table>',
])('a block without a character to see is none: %j', async (block) => {
  const text = `<h1>Privacy Policy</h1>${PROSE}`;
  expect(await read(`${text}${block}${PROSE}`)).toBe(await read(`${text}${PROSE}`));
});

it('leaves out characters that only say where lines may break', async () => {
  const page = (mark: string) => `<h1>${mark}Privacy Policy</h1>${PROSE}<p>Letters, post${mark}cards.</p>`;
  for (const mark of ['\u200b', '\u2060', '\ufeff'])
    expect(await read(page(mark))).toBe(await read(page('')));
});
