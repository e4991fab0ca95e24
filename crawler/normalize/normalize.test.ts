import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { identityText } from '../core/identity.ts';
import { markdownToHtml } from './foreign-markdown.ts';
import { normalizeMarkdown, normalizePayload, normalizePlainText } from './normalize.ts';

const ORIGINAL = 'http://lanternfish.example/legal/privacy.html';
const FIXTURES = new URL('./fixtures/', import.meta.url);

const normalizeHtml = (html: string | Uint8Array, contentType = 'text/html') =>
  normalizePayload({ bytes: Buffer.from(html), contentType, original: ORIGINAL });

/** Enough sentences about data to be a document. */
const PROSE = `<p>${'We keep your letters, your address and one cookie, and you have a right to see them all. '.repeat(5)}</p>`;

describe('pages of the old web', () => {
  const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.html'));
  it.each(names)('%s gives its expectation', async (name) => {
    const { outcome, markdown } = await normalizeHtml(readFileSync(new URL(name, FIXTURES)));
    const expectation = readFileSync(new URL(name.replace('.html', '.md'), FIXTURES), 'utf8');
    expect(outcome).toBe('version');
    expect(markdown).toBe(expectation);
  });

  it.each(names)('%s comes out the same from its own Markdown', async (name) => {
    const expectation = readFileSync(new URL(name.replace('.html', '.md'), FIXTURES), 'utf8');
    expect((await normalizeHtml(`<body>${markdownToHtml(expectation)}</body>`)).markdown).toBe(expectation);
  });
});

describe('normalizePayload', () => {
  it('logs what it removed, with step and reason', async () => {
    const page = `<body><nav><a href="/">Home</a></nav><div><h1>Privacy Policy</h1>${PROSE}
      <dialog><p>Take our newsletter, it is the best newsletter that anybody ever wrote for you.</p></dialog></div></body>`;
    const { removed, markdown } = await normalizeHtml(page);
    expect(removed).toContainEqual({ step: 'main', reason: 'beside the policy', text: 'Home' });
    expect(removed).toContainEqual(expect.objectContaining({ step: 'overlays', reason: 'overlay' }));
    expect(markdown).not.toContain('newsletter');
  });

  it('drops a second copy of a long text, and keeps the first', async () => {
    const copy = `<div><h2>Letters</h2>${PROSE}${PROSE}${PROSE}</div>`;
    const { markdown } = await normalizeHtml(
      `<body><main><h1>Privacy Policy</h1>${copy}${copy}</main></body>`,
    );
    expect(markdown.match(/## Letters/g)).toHaveLength(1);
  });

  it('keeps collapsed parts and the headings on their buttons', async () => {
    const page = `<body><h1>Privacy Policy</h1>${PROSE}
      <h2><button aria-expanded="false">Your rights</button></h2><div hidden><p>You may ask for all that we hold, or have
      it taken away, by a letter to our office that says which of it you mean.</p></div></body>`;
    expect((await normalizeHtml(page)).markdown).toContain('## Your rights\n\nYou may ask for all');
  });

  it('reads plain text as plain text', async () => {
    const bytes = Buffer.from('Privacy\n\nWe keep nothing.\n');
    const answer = await normalizePayload({ bytes, contentType: 'text/plain', original: null });
    expect(answer.flags).toEqual(['plain-text']);
    expect(answer.markdown).toBe('# Privacy\n\nWe keep nothing.\n');
  });

  it('names the frame that holds the text', async () => {
    const page = `<html><head><title>Privacy</title></head><frameset cols="100,*"><frame src="menu.html" name="nav">
      <frame src="text.html" name="main"></frameset></html>`;
    expect(await normalizeHtml(page)).toMatchObject({
      outcome: 'not-a-policy',
      reason: 'frameset',
      follow: 'http://lanternfish.example/legal/text.html',
    });
  });

  it.each([
    ['empty', '   \n'],
    [
      'soft-404',
      '<title>Page not found</title><h1>Sorry</h1><p>The page you asked for was not found here.</p>',
    ],
    ['blocked', '<title>Just a moment...</title><p>Checking your browser before you may go on.</p>'],
    ['parked', '<h1>lanternfish.example</h1><p>This domain is for sale. Sponsored listings:</p>'],
    ['login', '<h1>Welcome</h1><form>Log in <input name="n"><input type="password"></form>'],
    ['redirect', '<meta http-equiv="refresh" content="0; url=/new/privacy.html"><p>We moved.</p>'],
    ['script-shell', `<div id="app"></div><script>${'x();'.repeat(2000)}</script>`],
    ['too-short', '<h1>Privacy</h1><p>Soon.</p>'],
    [
      'wrong-document',
      `<title>Lanternfish</title><h1>Glow!</h1><p>${'Our letters glow in the dark, and everybody loves them for it. '.repeat(12)}</p>`,
    ],
  ])('tells %s from a policy', async (reason, html) => {
    const answer = await normalizeHtml(html);
    expect(answer.reason).toBe(reason);
    expect(answer.markdown).toBe('');
  });

  it('reads a text that stands only in data, where there is one such text', async () => {
    const text = `<h2>Letters</h2>${PROSE.repeat(4)}`;
    const page = (texts: string[]) =>
      `<title>Privacy Policy</title><div id="app"></div><script type="application/json">${JSON.stringify({ page: { texts } })}</script>`;
    const one = await normalizeHtml(page([text]));
    expect(one).toMatchObject({ outcome: 'version', flags: ['embedded-data'] });
    expect(one.markdown).toMatch(/^# Privacy Policy\n\n## Letters\n\nWe keep/);
    expect((await normalizeHtml(page([text, text.replace('Letters', 'Cards')]))).outcome).toBe(
      'not-a-policy',
    );
  });

  it('reads a page that a script builds from rows it was sent', async () => {
    const long = `<p>${'We keep your letters for as long as you like, and no longer. '.repeat(3)}</p>`;
    const rows = [
      '0:["$","$L1",null,{"children":[["$","h1",null,{"children":"Privacy Policy"}],"$2",["$","p",null,{"dangerouslySetInnerHTML":{"__html":"$3"}}]]}]',
      '1:I["glow.js"]',
      `2:["$","section",null,{"children":[["$","h2",null,{"children":"Letters & cards"}],["$","p",null,{"children":${JSON.stringify('We keep your letters, and you have a right to see your data. '.repeat(4))}}],["$","a",null,{"href":"/a","children":["here",null]}]]}]`,
      `3:T${Buffer.byteLength(long).toString(16)},${long}4:["$","script",null,{"children":"x()"}]`,
    ].join('\n');
    const pushes = [rows.slice(0, 90), rows.slice(90)].map(
      (part) => `<script>self.__next_f.push([1,${JSON.stringify(part).replaceAll('<', '\\u003c')}])</script>`,
    );
    const answer = await normalizeHtml(`<title>Privacy</title><div id="__next"></div>${pushes.join('')}`);
    expect(answer).toMatchObject({ outcome: 'version', flags: ['embedded-data'] });
    expect(answer.markdown).toMatch(/^# Privacy Policy\n\n## Letters & cards\n\nWe keep your letters, and/);
    expect(answer.markdown).toContain('[here](http://lanternfish.example/a)');
    expect(answer.markdown).toContain('\n\nWe keep your letters for as long');
    expect(answer.markdown).not.toContain('x()');
  });

  it('reads data that a script assigns, and a frame that holds its own page', async () => {
    const text = `<h2>Letters</h2>${PROSE.repeat(4)}`;
    const assigned = `<title>Privacy Policy</title><script>window.__STATE__ = ${JSON.stringify({ text })};</script>`;
    const framed = `<h1>Privacy Policy</h1><iframe srcdoc="${text.replaceAll('"', '&quot;')}"></iframe>`;
    for (const html of [assigned, framed]) {
      expect((await normalizeHtml(html)).markdown).toMatch(/^# Privacy Policy\n\n## Letters\n\nWe keep/);
    }
  });

  it("resolves links against the page's own base", async () => {
    const page = `<base href="/old/"><h1>Privacy Policy</h1>${PROSE}<p>Read <a href="a.html">this</a> too.</p>`;
    expect((await normalizeHtml(page)).markdown).toContain('[this](http://lanternfish.example/old/a.html)');
  });

  it('follows a refresh', async () => {
    const page = '<meta http-equiv="refresh" content="0; url=/new/privacy.html"><p>We moved.</p>';
    expect((await normalizeHtml(page)).follow).toBe('http://lanternfish.example/new/privacy.html');
  });

  it('tells languages apart', async () => {
    const french = `<h1>Politique de confidentialité</h1><p>${'Nous conservons vos lettres et votre adresse, et vous avez le droit de les consulter à tout moment. '.repeat(5)}</p>`;
    expect((await normalizeHtml(french)).language).toBe('fr');
    expect((await normalizeHtml(`<h1>Privacy Policy</h1>${PROSE}`)).language).toBe('en');
  });
});

describe('identity', () => {
  it('does not see links, quotes, capitals, numbers, tags, where paragraphs break', async () => {
    const one = `<h1>Privacy Policy</h1>${PROSE}<p>1. LETTERS. “We” keep&shy; them at <a href="/a?s=1">home</a>.</p><p>Always.</p>`;
    const other = `<h2>Privacy policy</h2>${PROSE}<p>2. <b>Letters</b>. "We" keep them at <a href="/a?s=2">home</a>.<br>Always.</p>`;
    const [left, right] = [await normalizeHtml(one), await normalizeHtml(other)];
    expect(left.markdown).not.toBe(right.markdown);
    expect(identityText(left.markdown)).toBe(identityText(right.markdown));
  });

  it('sees a word', () => {
    expect(identityText('We do share it.')).not.toBe(identityText('We do not share it.'));
  });
});

describe('normalizeMarkdown', () => {
  it('un-quotes containers, makes headings of bold lines, leaves stray stars out', () => {
    const text =
      '# Lanternfish - Policy\n\n> **Lead sentence, bold, with its full stop.**\n> \n> *Please write\n> \n> **Cookies**   \n>  We set one. \n';
    expect(normalizeMarkdown(text).markdown).toBe(
      '# Lanternfish - Policy\n\n**Lead sentence, bold, with its full stop.**\n\nPlease write\n\n## Cookies\n\nWe set one.\n',
    );
  });

  it('leaves bare addresses the text they are', () => {
    expect(normalizeMarkdown('See http://lanternfish.example for it.').markdown).toBe(
      'See http://lanternfish.example for it.\n',
    );
  });
});

describe('normalizePlainText', () => {
  it('reads label heads, titles over bullets, and paragraphs that go on', () => {
    const text = [
      'Welcome to the invented Lanternfish.',
      'Letters:  We keep them.\n\nFor a year.',
      'Favicon.ico requests: Not tracked.  (.ico stands for “icon”)',
      'Links: Not ours.  See http://printer.example for more.',
      'Tips for readers\n\n  • Read all of it.\n  • Ask: is it true?',
    ].join('\n\n');
    expect(normalizePlainText(text).markdown).toBe(
      `${[
        'Welcome to the invented Lanternfish.',
        '## Letters:',
        'We keep them.',
        'For a year.',
        '## Favicon.ico requests:',
        'Not tracked. (.ico stands for “icon”)',
        '## Links:',
        'Not ours. See http://printer.example for more.',
        '## Tips for readers',
        '- Read all of it.\n- Ask: is it true?',
      ].join('\n\n')}\n`,
    );
  });

  it('reads capitals, typed numbers, indented bullets and an address', () => {
    const text = [
      'LANTERNFISH MAIL PRIVACY POLICY\nEffective May 3, 2001',
      'INFORMATION WE COLLECT',
      'We keep your letters for as long as you want us to keep them, and\nwe throw them away when you say so.',
      'COOKIES\nWe set one cookie, and it lives for a year.',
      '1. Logs. We keep logs.\n2. Links. Not ours.',
      'We share when:\n  - you agree\n  - a law asks\n    for it',
      'CONTACT\nLanternfish Mail\n1 Harbour Road',
    ].join('\n\n');
    const answer = normalizePlainText(text);
    expect(answer.statedDate).toEqual({
      kind: 'effective',
      date: '2001-05-03',
      words: 'Effective May 3, 2001',
    });
    expect(answer.markdown).toBe(
      `${[
        '# LANTERNFISH MAIL PRIVACY POLICY',
        'Effective May 3, 2001',
        '## INFORMATION WE COLLECT',
        'We keep your letters for as long as you want us to keep them, and we throw them away when you say so.',
        '## COOKIES',
        'We set one cookie, and it lives for a year.',
        '1\\. Logs. We keep logs.',
        '2\\. Links. Not ours.',
        'We share when:',
        '- you agree\n- a law asks for it',
        '## CONTACT',
        'Lanternfish Mail',
        '1 Harbour Road',
      ].join('\n\n')}\n`,
    );
  });

  it('joins lines that were wrapped by hand', () => {
    const text =
      'We keep your letters for as long as you want us to\nkeep them, and throw them away on the day on which\nyou tell us to.\n';
    expect(normalizePlainText(text).markdown).toBe(
      'We keep your letters for as long as you want us to keep them, and throw them away on the day on which you tell us to.\n',
    );
  });
});
