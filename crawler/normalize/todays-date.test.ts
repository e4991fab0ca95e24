import { describe, expect, it } from 'vitest';
import { normalizePayload } from './normalize.ts';
import { todaysDateLength } from './todays-date.ts';

describe('todaysDateLength', () => {
  it.each([
    ['Thursday, November 29, 2001 Privacy Policy', 'Privacy Policy'],
    ['Thu 29 Nov 2001 | Privacy Policy', 'Privacy Policy'],
    ['Today is Thursday, November 29, 2001', ''],
    ['jeudi 29 novembre 2001 - Vie privée', 'Vie privée'],
    ['Donnerstag, 29. November 2001: Datenschutz', 'Datenschutz'],
    ['November 29, 2001 Privacy Policy', 'November 29, 2001 Privacy Policy'],
    ['Monday, May 2001', 'Monday, May 2001'],
    [
      'Sunday Letters Privacy Policy of November 29, 2001',
      'Sunday Letters Privacy Policy of November 29, 2001',
    ],
  ])('%j leaves %j', (text, rest) => expect(text.slice(todaysDateLength(text))).toBe(rest));
});

const PROSE = `<p>${'We keep your letters, your address and one cookie, and you have a right to see them all. '.repeat(5)}</p>`;

async function read(html: string) {
  const answer = await normalizePayload({
    bytes: Buffer.from(html),
    contentType: 'text/html',
    original: 'http://lanternfish.example/privacy.html',
  });
  return answer.markdown;
}

describe('normalizePayload', () => {
  it.each([
    '<table><tr><td><div align="right"><font size="1">Thursday, November 29, 2001</font></div><font size="4"><b>Privacy Policy</b></font></td></tr><tr><td>BODY</td></tr></table>',
    '<p>Thursday, November 29, 2001</p><h1>Privacy Policy</h1>BODY',
    '<h1>Thursday, November 29, 2001 <b>Privacy Policy</b></h1>BODY',
  ])('leaves the day of the visit out of %j', async (page) => {
    const body = `<p>Posted 3 May 2001.</p>${PROSE}`;
    expect(await read(page.replace('BODY', body))).toBe(await read(`<h1>Privacy Policy</h1>${body}`));
  });

  it("keeps the policy's own date before its title", async () => {
    const markdown = await read(`<p>3 May 2001</p><h1>Privacy Policy</h1>${PROSE}`);
    expect(markdown).toMatch(/^3 May 2001\n\n# Privacy Policy\n/);
  });
});
