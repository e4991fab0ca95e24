import { describe, expect, test } from 'vitest';
import { parseClauses } from '../clauses.ts';
import { compareClauses } from '../compare/changes.ts';
import type { StatedDate } from '../model.ts';
import { isLackingGist, LONG_GIST, SHORT_GIST, writeGist } from './gist.ts';
import { type GistText, quote } from './gist-text.ts';

const textOf = (markdown: string, more: Partial<GistText> = {}): GistText => ({
  clauses: parseClauses(markdown),
  topics: null,
  names: new Set(),
  statedDate: null,
  ...more,
});

const stated = (words: string): StatedDate => ({ date: null, kind: 'updated', words }) as StatedDate;

function gistOf(
  left: string,
  right: string,
  sides: Partial<Record<'left' | 'right', Partial<GistText>>> = {},
) {
  const [one, other] = [textOf(left, sides.left), textOf(right, sides.right)];
  return writeGist(compareClauses(one.clauses, other.clauses), one, other);
}

const BODY = Array.from(
  { length: 12 },
  (_, at) =>
    `## Part ${at}\n\nThis part, number ${at}, tells how the garden lamp stores ${at} settings for its owner.`,
).join('\n\n');

describe('a change is told by what a person would say first', () => {
  test('a few words by the words themselves, with their section', () => {
    const left = `${BODY}\n\n## Keeping\n\nWe keep your orders for 30 days.\n`;
    expect(gistOf(left, left.replace('30 days', 'two years')).text).toBe(
      '“30 days” became “two years” (Keeping).',
    );
  });

  test('a new sentence on selling before one on colours', () => {
    const left = `${BODY}\n\n## Sharing\n\nWe are alone.\n`;
    const right = left.replace(
      'We are alone.',
      'We are alone.\n\nThe colour of the lamp follows the time of day in most rooms.\n\nWe sell your voice recordings to advertising partners.',
    );
    expect(gistOf(left, right).text).toMatch(/^Now says \(Sharing\) “We sell your voice recordings/);
  });

  test('what went where it weighs more than what came', () => {
    const left = `${BODY}\n\n## Sharing\n\nWe never share your location with any third party whatsoever.\n`;
    const right = `${BODY}\n\n## Sharing\n\nThe lamp is green and its cable is long.\n`;
    expect(gistOf(left, right).text).toContain('no longer says (Sharing) “We never share your location');
  });

  test('one substitution made everywhere, with its count', () => {
    const left = Array.from(
      { length: 20 },
      (_, at) => `Rule ${at}: users may dim lamp ${at} whenever they like it.`,
    );
    const right = left.map((line) => line.replace('users', 'members'));
    expect(gistOf(left.join('\n\n'), right.join('\n\n')).text).toBe('“users” became “members”, 20 times.');
  });

  test('dates alone, order alone, links alone', () => {
    const dated = `Last updated 3 March 2020.\n\n${BODY}\n`;
    expect(
      gistOf(dated, dated.replace('3 March 2020', '9 May 2021'), {
        left: { statedDate: stated('Last updated 3 March 2020') },
        right: { statedDate: stated('Last updated 9 May 2021') },
      }).text,
    ).toBe('Dates only: the stated date “Last updated 3 March 2020” became “Last updated 9 May 2021”.');
    const linked = `${BODY}\n\nRead [more](https://one.example/).\n`;
    expect(gistOf(linked, linked.replace('one.example', 'two.example')).text).toBe(
      'Links only: one leads elsewhere.',
    );
    expect(gistOf(BODY, BODY).text).toBe('No difference.');
  });

  test('names and topics that came and went', () => {
    const gist = gistOf(
      BODY,
      `${BODY}\n\nWe write to Lantern Ltd about every single lamp that was ever sold to you.\n`,
      {
        left: { names: new Set(['Ember']), topics: new Set(['Cookies']) },
        right: { names: new Set(['Lantern']), topics: new Set(['Cookies', 'Children']) },
      },
    );
    expect(gist.text).toContain('names Lantern; no longer names Ember; now speaks of Children');
  });

  test('a section that came whole by its title, and one that went', () => {
    const left = `${BODY}\n\n## Warranty\n\nThe lamp is repaired within three weeks at our own cost, wherever it was bought.\n`;
    const right = `${BODY}\n\n## Night mode\n\nThe lamp notes when the room is dark and tells our partners when you sleep at home.\n`;
    expect(gistOf(left, right).text).toMatch(
      /^Adds the section “Night mode”; drops the section “Warranty”; now says \(Night mode\) “The lamp notes/,
    );
  });

  test('a list that came by its length, with its longest line', () => {
    const lines = [
      'Beacon Hosting in Bergen',
      'Ember Analytics of the city of Oslo',
      'Tallow Mail, letters',
      'Wick Payments Ltd',
    ];
    const right = `${BODY}\n\n## Part 12\n\nThis part tells who helps us.\n`;
    expect(gistOf(right, `${right}\n${lines.map((line) => `- ${line}`).join('\n')}\n`).text).toBe(
      'Adds 4 lines (Part 12), such as “Ember Analytics of the city of Oslo”.',
    );
  });

  test('the same words in other clauses as no more than that', () => {
    const first = 'We keep the settings of the lamp for its owner, who may see them at any time.';
    const second = 'We keep the orders of the shop for two years, as the law of the land asks.';
    const left = `${BODY}\n\n## Keeping\n\n${first}\n\n${second}\n`;
    const gist = gistOf(left, left.replace(`${first}\n\n${second}`, `${second} ${first}`));
    expect(gist.text).toMatch(/^(?:Nearly the same words, cut into other clauses|Order only)/);
  });

  test('a version without clauses that are back in the next, and the one in which they are', () => {
    const parts = (from: number, to: number) =>
      parseClauses(
        BODY.split('\n\n')
          .slice(from * 2, to * 2)
          .join('\n\n'),
      );
    const [whole, part] = [parts(0, 12), parts(0, 5)];
    const [out, back] = [compareClauses(whole, part), compareClauses(part, whole)];
    const asText = (clauses: typeof whole) => ({ ...textOf(''), clauses });
    expect(
      writeGist(out, asText(whole), asText(part), { after: { comparison: back, clauses: whole } }).text,
    ).toBe('A capture without 14 clauses; back in the next version.');
    expect(
      writeGist(back, asText(part), asText(whole), { before: { comparison: out, clauses: whole } }).text,
    ).toBe('Again with 14 clauses that the version before lacked.');
    const told = writeGist(out, asText(whole), asText(part), { after: { comparison: back, clauses: whole } });
    expect(
      [told.text, 'A capture without 14 clauses tells less.', 'Adds “14 clauses”.', null].map(isLackingGist),
    ).toEqual([true, false, false, false]);
    expect(writeGist(out, asText(whole), asText(part)).text).toMatch(/^No longer says/);
  });

  test('a rewrite as a new text, with the share that was carried over', () => {
    const other = Array.from(
      { length: 30 },
      (_, at) => `Quite another sentence stands here now, for reason ${at}.`,
    );
    expect(gistOf(BODY, other.join('\n\n')).text).toMatch(
      /^A new text, (?:less than 1|\d+) % of the words carried over/,
    );
  });

  test('many edits of one section with its heading said once, and an address that moved with both', () => {
    const about = (words: string) => `${BODY}\n\n## Students\n\n${words}\n`;
    const left = about(
      'The lamp counts its evenings in the garden, based on how one likes it. Nobody in the house will ever engage in tracking of students at home or in their schools. All of this is done so that the lamp can rest.',
    );
    const right = about(
      'What it does. The lamp counts its evenings in the garden. Nobody in the house will ever track students at home or in their schools. Why it does so. All of this is done so that the lamp can rest.',
    );
    expect(gistOf(left, right).text).toMatch(/^In Students: .*“engage in tracking of” became “track”/);
    const office = (lines: string) => `${BODY}\n\n## Where we are\n\nLamp House, ${lines}\n`;
    const told = gistOf(
      office('care of the Garden Company, 12 Long Meadow, Tallowby'),
      `${office('')}\n3 Mill Lane\n\nEmberford\n`,
    ).text;
    for (const part of ['12 Long Meadow', '3 Mill Lane', 'Emberford']) expect(told).toContain(part);
  });

  test('first what went, where that is most of the change', () => {
    const part = (words: string) => `${BODY}\n\n${words}\n`;
    const told = gistOf(
      part(
        '## Young people\n\nThe lamp is for grown people, and we ask everybody under eighteen years never to send us any data at all; come back when you are older, since the garden waits for all of you and will still be there.\n\n## Visits\n\nWe share a visit.',
      ),
      part(
        '## Young people\n\nThe lamp is for grown people.\n\n## Visits\n\nWe share a visit to the garden or the shop, and what was bought.',
      ),
    ).text;
    expect(told).toMatch(/^No longer says \(Young people\) .*; now says \(Visits\)/);
  });

  test('that readers are addressed in another way', () => {
    const part = (words: string) => `${BODY}\n\n## Lampe\n\n${words}\n`;
    const told = gistOf(
      part(
        'Vous pouvez éteindre la lampe quand vous voulez. Votre jardin reste le lieu où vous posez la lampe et son fil.',
      ),
      part(
        'Tu peux éteindre la lampe quand tu veux. Ton jardin reste le lieu où tu poses la lampe et son fil vert.',
      ),
    ).text;
    expect(told).toContain('ays “tu” for “vous”');
  });
});

test('a quotation is cut at a word, and begins near what it is about', () => {
  expect(quote('one two three four five', 15)).toBe('“one two…”');
  const long = `${'Among the many other things that are told here at some length, '.repeat(3)}we sell biometric data.`;
  const gist = gistOf(
    `${BODY}\n\n## Data\n\n${long.replace('sell biometric', 'keep garden lamp')}\n`,
    `${BODY}\n\n## Data\n\n${long.replace('we sell biometric data', 'we now sell all of your biometric health data to others who ask for it and pay us a small price in return')}\n`,
  );
  expect(gist.text).toMatch(/“Among the many.* … .*biometric/);
});

test('is never empty, keeps its lengths, and quotes only what stands in one of the texts, whatever changed', () => {
  const words =
    'we share lamp data with partners never children consent retained in a box of 1999 tins'.split(' ');
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const sentence = () =>
    `${Array.from({ length: 3 + next(40) }, () => words[next(words.length)]).join(' ')}.`;
  for (let run = 0; run < 200; run++) {
    const left = Array.from({ length: 1 + next(8) }, () => (next(4) === 0 ? `## ${sentence()}` : sentence()));
    const right = left.flatMap((line) => (next(3) === 0 ? [sentence()] : next(5) === 0 ? [] : [line]));
    const [one, other] = [left.join('\n\n'), (right.length > 0 ? right : [sentence()]).join('\n\n')];
    const gist = gistOf(one, other);
    expect(gist.text.length).toBeGreaterThan(3);
    expect(gist.text.length).toBeLessThanOrEqual(LONG_GIST);
    expect(gist.short.length).toBeLessThanOrEqual(SHORT_GIST);
    for (const [, quoted] of gist.text.matchAll(/“([^”]*?)…?”/g))
      for (const piece of quoted!.split(' … ')) expect(`${one}\n${other}`).toContain(piece);
  }
});
