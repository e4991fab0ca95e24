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
  ])('%s', (_, typed, found) => {
    expect(find(typed)).toEqual(found);
  });

  it('takes anything without an error', () => {
    const alphabet = ['"', '*', '-', '(', ')', ':', '^', '+', 'NEAR', 'NOT', 'log', ' ', '\0', '\u202e', "'"];
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
