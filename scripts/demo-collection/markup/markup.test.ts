import { describe, expect, it } from 'vitest';
import { blocksText, parseBlocks } from '../clause-library.ts';
import { type Era, type Look, looks, type PageToRender } from '../model.ts';
import { renderFrame } from './frameset.ts';
import { rendererOf } from './index.ts';

const text = `
Opening words with **strong** and *soft* ones & an ampersand.

## Cookies <and> others

We set [one cookie](/cookies.htm).

- first item
- second item
  - inner item

### Smaller

1. one
2. two

| Head | Other |
|---|---|
| cell | last cell |
`;

const era: Era = {
  from: '2001-01-01',
  look: 'font-table',
  chrome: 'font-table',
  charset: 'utf-8',
  declared: 'utf-8',
  quotes: 'as-written',
  textHeadings: 'underlined',
  lineWidth: 72,
  home: 'http://www.tea-house.example/',
  policy: 'http://www.tea-house.example/privacy.htm',
  policyAs: null,
  frame: 'http://www.tea-house.example/frame.htm',
  linkText: 'Our privacy',
  headline: 'Tea & talk',
  blurbs: [],
  menu: [['Help', '/help.htm']],
  owner: 'Tea House, Inc.',
  ownerSince: 1999,
  churn: [],
  homeCaptures: 1,
  server: 'Apache',
};

const page: PageToRender = {
  kind: 'policy',
  url: era.policy,
  companyName: 'Tea House',
  title: 'Privacy at Tea House',
  stated: 'Last changed in May',
  blocks: parseBlocks(text),
  era,
  churn: { today: null, hits: null, session: null, advert: null, copyrightYear: 2001, nonce: null },
};

/** The page's text as a reader meets it: no tags, no scripts, no references, single spaces. */
function readableText(markup: string): string {
  return markup
    .replace(/<(script|style)[\s\S]*?<\/\1>/giu, ' ')
    .replace(/<\/?(?:b|i|u|a|em|strong|span)(?: [^>]*)?>/giu, '')
    .replace(/<[^>]*>/gu, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ');
}

function render(look: Look): string {
  return look === 'frameset' ? renderFrame(page) : rendererOf(look)(page);
}

const textLooks = looks.filter((look) => look !== 'spa-shell' && look !== 'plain-text');

describe.each(textLooks)('%s', (look) => {
  it('holds the title, the stated date and every line of the text, in order', () => {
    const found = readableText(render(look));
    const lines = [page.title, 'Last changed in May', ...blocksText(page.blocks).split('\n')];
    let from = 0;
    for (const line of lines) {
      const position = found.indexOf(line.trim(), from);
      expect(position, `"${line}" after ${from}`).toBeGreaterThanOrEqual(0);
      from = position;
    }
  });

  it('keeps the target of a link in the text', () => {
    expect(render(look)).toMatch(/href="\/cookies\.htm"[^>]*>one cookie</iu);
  });

  it('puts the link to the policy under its name into the page around', () => {
    const outer = look === 'frameset' ? rendererOf('font-table')(page) : render(look);
    expect(outer).toMatch(/href="\/privacy\.htm"[^>]*>(?:<b>|<span>)?Our privacy</iu);
  });
});

it('writes text files in lines of at most 72 characters, with targets after link words', () => {
  const lines = render('plain-text').split('\n');
  expect(lines.slice(0, 2)).toEqual(['PRIVACY AT TEA HOUSE', '====================']);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
  expect(lines).toContain('We set one cookie </cookies.htm>.');
  expect(lines).toContain('  * first item');
});

it('types headings of plain text as the era did, and lets lines run on where it did', () => {
  const renderAs = (textHeadings: Era['textHeadings'], lineWidth: number | null) =>
    rendererOf('plain-text')({ ...page, era: { ...era, textHeadings, lineWidth } }).split('\n');
  const capitals = renderAs('capitals', 40);
  expect(capitals).toContain('PRIVACY AT TEA HOUSE');
  expect(capitals).toContain('COOKIES <AND> OTHERS');
  expect(capitals.some((line) => /^[-=]+$/.test(line))).toBe(false);
  expect(Math.max(...capitals.map((line) => line.length))).toBeLessThanOrEqual(40);
  const unadorned = renderAs('unadorned', null);
  expect(unadorned.slice(0, 2)).toEqual(['Privacy at Tea House', '']);
  expect(unadorned).toContain('Cookies <and> others');
  expect(unadorned).toContain('Opening words with *strong* and *soft* ones & an ampersand.');
});

it('writes nothing of the text into a page that only a script fills, nor into a frameset', () => {
  expect(render('spa-shell')).not.toContain('Opening words');
  const frameset = rendererOf('frameset')(page);
  expect(frameset).not.toContain('Opening words');
  expect(frameset).toContain('<frame name="main" src="/frame.htm"');
});

it('has no heading tags where the time had none', () => {
  for (const look of ['font-table', 'menu-table', 'word-export'] as const) {
    expect(render(look)).not.toMatch(/<h[1-6]/iu);
  }
});

it('shows what changes from capture to capture only where the era has it', () => {
  const busy = {
    ...page,
    churn: { ...page.churn, today: 'Sunday, May 6, 2001', hits: 12_345, session: 'abc' },
  };
  const markup = rendererOf('font-table')(busy);
  expect(markup).toContain('Today is Sunday, May 6, 2001');
  expect(markup).toContain('12345');
  expect(markup).toContain('/help.htm?sid=abc');
  expect(render('font-table')).not.toMatch(/Today is|visitor number|\?sid=/u);
});
