import { describe, expect, it } from 'vitest';
import { identityText } from '../core/index.ts';
import { normalizePayload } from './normalize.ts';

/** What a reader sees on a page of an invented company, kind by kind: markup may say it in other ways than its words. */

const LEAD = `<h1>Privacy Policy</h1><p>Lanternfish Mail is an invented company that carries letters between small towns,
and this page says what personal information it keeps of those who write to it, and for how long. Nobody need write to
it who does not wish to, and whoever does may ask for an account of all that was kept.</p>`;

async function read(body: string, type: string | null = 'text/html; charset=utf-8') {
  const bytes = Buffer.from(
    `<!doctype html><html><head><title>Privacy Policy</title></head><body>${LEAD}${body}</body></html>`,
  );
  return await normalizePayload({ bytes, contentType: type, original: null, takesAnyText: true });
}

const textOf = async (body: string) => (await read(body)).markdown.split('\n\n').slice(2).join('\n\n').trim();
const isSame = async (left: string, right: string) =>
  identityText((await read(left)).markdown) === identityText((await read(right)).markdown);

describe('signs are read', () => {
  it.each([
    ['a tick and a cross', '<p>Shared with partners: ✓</p>', '<p>Shared with partners: ✗</p>'],
    ['an empty box and a ticked one', '<p>☐ Letters by post</p>', '<p>☑ Letters by post</p>'],
    ['a currency', '<p>A copy costs $10.</p>', '<p>A copy costs €10.</p>'],
    ['less and more', '<p>We answer in &lt; 30 days.</p>', '<p>We answer in &gt; 30 days.</p>'],
    ['at least and at most', '<p>Kept for ≥ 2 years.</p>', '<p>Kept for ≤ 2 years.</p>'],
    ['shares', '<p>A fee of 3 % is asked.</p>', '<p>A fee of 3 ‰ is asked.</p>'],
    ['more or less', '<p>Within ± 5 days.</p>', '<p>Within 5 days.</p>'],
    ['a number in brackets', '<p>(13) or older you must be.</p>', '<p>(16) or older you must be.</p>'],
  ])('%s', async (_name, left, right) => {
    expect(await isSame(left, right)).toBe(false);
  });

  it.each([
    ['spellings of a tick', '<p>Shared: ✓</p>', '<p>Shared: ✔</p>'],
    ['a square before an item', '<p>■ Letters by post</p>', '<p>Letters by post</p>'],
    ['a lone slash at a join', '<p>Letters / cards are kept.</p>', '<p>Letters cards are kept.</p>'],
    ['a tag escaped once too often', '<p>Letters&lt;br&gt; are kept.</p>', '<p>Letters are kept.</p>'],
    ['the number of a clause', '<p>1. Letters are kept.</p>', '<p>2. Letters are kept.</p>'],
    ['the letters of a list', '<ol type=a><li>Letters</ol>', '<ul><li>Letters</ul>'],
    ['soft hyphens', '<p>Ad&shy;ver&shy;tis&shy;ers see none.</p>', '<p>Advertisers see none.</p>'],
    [
      'zero-width characters',
      '<p>Adver\u200btisers\u2060 see\ufeff none.</p>',
      '<p>Advertisers see none.</p>',
    ],
  ])('%s says nothing', async (_name, left, right) => {
    expect(await isSame(left, right)).toBe(true);
  });
});

describe('struck and hidden words are out, and logged', () => {
  it.each([
    ['del', 'We will <del>never sell</del> sell letters.', 'We will sell letters.'],
    ['s', 'Kept for <s>30</s> 90 days.', 'Kept for 90 days.'],
    ['strike', 'Kept for <strike>30</strike> 90 days.', 'Kept for 90 days.'],
    [
      'a style',
      'Kept for <span style="color:red; text-decoration:line-through">30</span> 90 days.',
      'Kept for 90 days.',
    ],
    [
      'a whole item',
      'Kept:<ul><li>letters</li><li style="text-decoration-line: line-through">cards</li></ul>',
      'Kept:\n\n- letters',
    ],
  ])('%s', async (_name, body, text) => {
    expect(await textOf(`<p>${body}</p>`)).toBe(text);
    expect((await read(`<p>${body}</p>`)).removed).toContainEqual(
      expect.objectContaining({ reason: 'struck' }),
    );
  });

  const now = `<p>We keep every letter for two years, and the address it came from for as long as the law of the town asks it.
    We give neither to anybody, save to a court that orders it, and we say so to the writer.</p>`;
  const before = now.replace('two years', 'ten years').replace('neither to anybody', 'both to partners');

  it.each(['style="display:none"', 'style="visibility: hidden"', 'hidden', 'hidden="hidden"'])(
    'an older version that is hidden: %s',
    async (attributes) => {
      const answer = await read(`${now}<div id="old" ${attributes}><h2>Until 1 May 2018</h2>${before}</div>`);
      expect(answer.markdown).not.toContain('ten years');
      expect(answer.statedDate).toBeNull();
      expect(answer.removed).toContainEqual(expect.objectContaining({ reason: 'hidden version' }));
    },
  );

  it.each([
    ['a part that a search in the page opens', (text: string) => `<div hidden="until-found">${text}</div>`],
    ['a disclosure', (text: string) => `<details><summary>Older letters</summary>${text}</details>`],
    [
      'a part of its own that a button opens',
      (text: string) => `<button aria-controls=x>Children</button><div id=x hidden>${text}</div>`,
    ],
  ])('%s is kept', async (_name, wrap) => {
    const own =
      '<p>Children write to us with the consent of their parents, and we ask for it before we keep a word.</p>';
    expect((await read(now + wrap(own))).markdown).toContain('Children write to us');
  });
});

it('reads a policy in a text field as paragraphs, and no field to write in', async () => {
  const policy = `We keep every letter for two years, and the address it came\nfrom for as long as the law of the town asks it.\n\nWe give neither to anybody, save to a court that orders\nit, and we say so to the writer.\n`;
  const answer = await textOf(
    `<form><textarea rows=20 readonly>${policy}\n${policy}</textarea><textarea>Your words</textarea></form>`,
  );
  expect(answer).toContain('We keep every letter for two years, and the address it came from for as long');
  expect(answer.split('\n\n')).toHaveLength(4);
  expect(answer).not.toContain('Your words');
});

it('leaves the choices of a field out', async () => {
  const body = '<p>Choose where you live: <select><option>Austria<option>Belgium</select> and read on.</p>';
  expect(await textOf(body)).toBe('Choose where you live: and read on.');
});

describe('tables as they look', () => {
  it.each([
    [
      'a cell that spans rows',
      '<tr><th>Kind<th>Example<th>Sold<tr><td rowspan=2>Names<td>First<td>No<tr><td>Last<td>Yes',
      '| Kind | Example | Sold |\n| --- | --- | --- |\n| Names | First | No |\n| Names | Last | Yes |',
    ],
    [
      'a cell that spans columns',
      '<tr><th>Kind<th>Kept<th>Sold<tr><td>Names<td>Yes<td>No<tr><td>Places<td colspan=2>Never',
      '| Kind | Kept | Sold |\n| --- | --- | --- |\n| Names | Yes | No |\n| Places | Never | Never |',
    ],
    [
      'a block of cells',
      '<tr><th>A<th>B<th>C<tr><td rowspan=2 colspan=2>Both<td>one<tr><td>two',
      '| A | B | C |\n| --- | --- | --- |\n| Both | Both | one |\n| Both | Both | two |',
    ],
    [
      'pictures that stand for words',
      '<tr><th>Use<th>Shared<tr><td>Letters<td><img src=t.gif alt=Yes><tr><td>Cards<td><span role=img aria-label="No"></span><tr><td>Maps<td><i title="Some"></i>',
      '| Use | Shared |\n| --- | --- |\n| Letters | Yes |\n| Cards | No |\n| Maps | Some |',
    ],
  ])('%s', async (_name, rows, text) => {
    expect(await textOf(`<table>${rows}</table>`)).toBe(text);
  });
});

describe('lists keep the marks a reader sees', () => {
  it.each([
    ['letters by type', '<ol type="a"><li>one<li>two</ol>', '- a. one\n- b. two'],
    ['capitals from the third on', '<ol type=A start=3><li>one<li>two</ol>', '- C. one\n- D. two'],
    [
      'Roman numbers by style',
      '<ol style="list-style: lower-roman inside"><li>one<li>two</ol>',
      '- i. one\n- ii. two',
    ],
    ['beyond the alphabet', '<ol type=a start=26><li>one<li>two</ol>', '- z. one\n- aa. two'],
    ['counting down', '<ol reversed><li>one<li>two</ol>', '- 2\\. one\n- 1\\. two'],
    ['a number of its own', '<ol><li>one<li value=7>two<li>three</ol>', '1. one\n\n7) two\n8) three'],
    ['two lists in a row', '<ol><li>one<li>two</ol><ol><li>three</ol>', '1. one\n2. two\n\n1) three'],
    ['dots on a counted list', '<ol style="list-style-type:disc"><li>one<li>two</ol>', '- one\n- two'],
    ['a list within', '<ol><li>one<ol type=i><li>two</ol></ol>', '1. one\n   - i. two'],
    [
      'bullets of a symbol font',
      '<p>o&nbsp;&nbsp; one</p><p>o&nbsp; two</p><p>ü three</p><p>§ four</p>',
      '- one\n- two\n- three\n- four',
    ],
  ])('%s', async (_name, list, text) => {
    expect(await textOf(list)).toBe(text);
  });

  it('takes no word and no paragraph sign for a bullet', async () => {
    expect(await textOf('<p>o que guardamos</p><p>§ 5 of the act on letters</p>')).toBe(
      'o que guardamos\n\n§ 5 of the act on letters',
    );
  });
});

describe('headings and blocks by their marks', () => {
  it.each([
    [
      'a role with a rank',
      '<div role="heading" aria-level="2">Letters</div><p>We keep them.</p>',
      '## Letters\n\nWe keep them.',
    ],
    [
      'a role without one',
      '<span role=heading>Letters</span><p>We keep them.</p>',
      '## Letters\n\nWe keep them.',
    ],
    [
      'spans shown as blocks',
      '<span style="display:block">We keep letters.</span><span style="display:block">We sell none.</span>',
      'We keep letters.\n\nWe sell none.',
    ],
    [
      'spans that run into each other',
      '<div><span class=t>We keep letters.</span><span class=t></span><span class=t>We sell none.</span><span class=t>We read few.</span></div>',
      'We keep letters.\n\nWe sell none.\n\nWe read few.',
    ],
    [
      'words cut into spans',
      '<p><span>We keep let</span><span>ters. W</span><span>e sell none.</span></p>',
      'We keep letters. We sell none.',
    ],
  ])('%s', async (_name, body, text) => {
    expect(await textOf(body)).toBe(text);
  });
});

it('marks a footnote without lengthening the word before it', async () => {
  expect(
    await textOf(
      '<p>Advertisers<sup>1</sup> see none, and 1<sup>st</sup> letters of 5 m<sup>2</sup> none.</p>',
    ),
  ).toBe('Advertisers\\[1\\] see none, and 1st letters of 5 m2 none.');
});

it('judges damage by the words of the policy, not by those of scripts', async () => {
  expect((await read('<script>var x = "\u0093";</script><p>We sell none.</p>')).flags).toEqual([]);
  expect((await read('<p>We don\u0092t sell \ufffd any.</p>')).flags).toEqual(['mojibake']);
});
