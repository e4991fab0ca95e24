import Database from 'better-sqlite3';
import { afterAll, describe, expect, it, test } from 'vitest';
import { parseSearchQuery, widenSearchQuery } from './search-query.ts';

const TEXTS = [
  'We keep log files for a week.',
  'Files of the log are kept.',
  'Third-party cookies are used by our partners.',
  'A cookie is set for children.',
  'Wir löschen Ihre Daten.',
  'Nous gardons vos DONNÉES',
];

const index = new Database(':memory:');
index.exec(
  "create virtual table search using fts5(text, columnsize=0, tokenize='unicode61 remove_diacritics 2')",
);
for (const text of TEXTS) index.prepare('insert into search (text) values (?)').run(text);
afterAll(() => index.close());

/** Numbers of the texts that FTS5 itself finds. */
function find(typed: string): number[] {
  const { expression } = parseSearchQuery(typed);
  if (expression === null) return [];
  return index.prepare('select rowid from search where search match ?').pluck().all(expression) as number[];
}

describe('what is typed is found', () => {
  test.each([
    ['all words, in any order', 'files log', [1, 2]],
    ['a phrase', '"log files"', [1]],
    ['a phrase in typographic quotes', '“log files”', [1]],
    ['beginnings of words', 'cook*', [3, 4]],
    ['a whole word only', 'cook', []],
    ['what holds one word and not another', 'cook* -children', [3]],
    ['what holds a word and not a phrase', 'log -"log files"', [2]],
    ['a hyphen inside a word', 'third-party', [3]],
    ['without accents and case', 'loschen', [5]],
    ['with accents in the question', 'donnéés', [6]],
    ['words near each other, in any order', 'files NEAR log', [1, 2]],
    ['words nearer than so many', 'keep near/2 week', []],
    ['words as near as that', 'keep near/4 week', [1]],
    ['three words near each other', 'we near/3 log near/3 fil*', [1]],
    ['a phrase near a word', '"log files" NEAR week', [1]],
    ['near as a word of its own', 'near', []],
  ])('%s', (_, typed, found) => {
    expect(find(typed)).toEqual(found);
  });
});

describe('wrong syntax is read, never refused', () => {
  test.each([
    ['an open quotation mark', '"log files', [1]],
    ['words that FTS5 knows as syntax', 'log AND files OR', []],
    ['column filters and brackets', 'text:(log) ^files', []],
    ['a lone minus', 'log -', [1, 2]],
    ['only words to leave out', '-cookies', [3]],
    ['a star in front', '*files', [1, 2]],
    ['only signs', '* " - "" ()', []],
    ['quotes inside', 'log"files"', [1, 2]],
    ['NEAR without a word after it', 'log NEAR', [1, 2]],
    ['NEAR without a word before it', 'NEAR log', []],
    ['NEAR beside what is left out', 'log NEAR -week', [2]],
    ['an unknown place', 'in:nowhere log', []],
  ])('%s', (_, typed, found) => {
    expect(find(typed)).toEqual(found);
  });

  it('takes anything without an error', () => {
    const alphabet = [
      '"',
      '*',
      '-',
      '(',
      ')',
      ':',
      '^',
      '+',
      'NEAR',
      'near/9',
      'in:',
      'NOT',
      'log',
      ' ',
      '\0',
      '\u202e',
      "'",
    ];
    let seed = 7;
    for (let round = 0; round < 500; round++) {
      let typed = '';
      for (let k = 0; k < 12; k++) {
        seed = (seed * 48_271) % 2_147_483_647;
        typed += alphabet[seed % alphabet.length];
      }
      expect(() => find(typed)).not.toThrow();
    }
  });
});

it('says how it was read', () => {
  expect(parseSearchQuery('"log files" cook* -children').reading).toBe(
    '“log files” and words that begin with “cook”, without “children”',
  );
  expect(parseSearchQuery('"log').notes).toEqual([
    'A quotation mark was not closed; the phrase was read to the end.',
  ]);
  expect(parseSearchQuery('a*').notes[0]).toContain('2 letters');
  expect(parseSearchQuery('-cookies').notes[0]).toContain('looked for instead');
  expect(parseSearchQuery('log files').notes).toEqual([]);
});

it('says what became of the words, as asked', () => {
  expect(parseSearchQuery('in:removed cookies')).toMatchObject({
    expression: '("cookies")',
    state: 'removed',
    reading: '“cookies”, where the newest version no longer says it',
  });
  expect(parseSearchQuery('cookies IN:Added').state).toBe('added');
  expect(parseSearchQuery('cookies').state).toBeNull();
  expect(parseSearchQuery('in:removed').expression).toBeNull();
  expect(parseSearchQuery('in:nowhere log').notes).toEqual([
    'After in: stands present, removed or added; “in:nowhere” was read as words.',
  ]);
  expect(parseSearchQuery('"in:removed"').state).toBeNull();
});

it('reads nearness', () => {
  expect(parseSearchQuery('log near/3 files cookies').reading).toBe(
    '“log” near “files” (up to 3 words between) and “cookies”',
  );
  expect(parseSearchQuery('log NEAR').notes).toEqual(['NEAR needs a word on both sides; it was not used.']);
  expect(parseSearchQuery('log NEAR -week').notes).toEqual(['NEAR is not used beside a word to leave out.']);
});

it('offers wider questions', () => {
  expect(widenSearchQuery(parseSearchQuery('"pixel tags" -cookies'))).toEqual([
    '"pixel tags"',
    'pixel tags',
    'pixel* tags*',
    'pixel',
    'tags',
  ]);
  expect(widenSearchQuery(parseSearchQuery('beacons'))).toEqual(['beacon*']);
});
