import Database from 'better-sqlite3';
import { afterAll, describe, expect, it, test } from 'vitest';
import { describeQuery, makeMatch, markHits } from './search-match.ts';
import { parseSearchQuery } from './search-query.ts';
import { listTerms } from './search-terms.ts';

const TEXTS = [
  'We keep log files for a week.',
  'Files of the log are kept.',
  'Third-party cookies are used by our partners.',
  'A cookie is set for children.',
  'Wir löschen Ihre Daten.',
  'Nous gardons vos DONNÉES',
  'Składasz wniosek. Straße, øl, æble, Đakovo.',
  'Our adver\u00adtisers¹ and part\u200bners.',
  '当社は個人情報を取り扱います。メールアドレスを含みます。',
  'เราเก็บข้อมูลส่วนบุคคลของคุณ',
];

const index = new Database(':memory:');
index.exec("create virtual table search using fts5(terms, content='', columnsize=0, tokenize='ascii')");
TEXTS.forEach((text, at) => {
  index.prepare('insert into search (rowid, terms) values (?, ?)').run(at + 1, listTerms(text).join(' '));
});
afterAll(() => index.close());

/** Numbers of the texts that FTS5 itself finds. */
function find(typed: string): number[] {
  const query = parseSearchQuery(typed);
  if (query.isEmpty) return [];
  const { expression } = makeMatch(query);
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
    ['letters that no accent makes', 'skladasz strasse ol aeble dakovo', [7]],
    ['words with soft hyphens, invisible signs and marks of footnotes', 'advertisers partners', [8]],
    ['a word of a script without spaces', '個人情報', [9]],
    ['a part of one', 'アドレス', [9]],
    ['a single sign, at the end of a run too', '報 す', [9]],
    ['signs that do not follow each other', '個報', []],
    ['syllables', 'ข้อมูล', [10]],
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
  expect(describeQuery(parseSearchQuery('"log files" cook* -children'))).toBe(
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
  const gone = parseSearchQuery('in:removed cookies');
  expect(gone.state).toBe('removed');
  expect(describeQuery(gone)).toBe('“cookies”, where the newest version no longer says it');
  expect(parseSearchQuery('cookies IN:Added').state).toBe('added');
  expect(parseSearchQuery('cookies').state).toBeNull();
  expect(parseSearchQuery('in:removed').isEmpty).toBe(true);
  expect(parseSearchQuery('in:nowhere log').notes).toEqual([
    'After in: stands present, removed or added; “in:nowhere” was read as words.',
  ]);
  expect(parseSearchQuery('"in:removed"').state).toBeNull();
});

it('reads nearness', () => {
  expect(describeQuery(parseSearchQuery('log near/3 files cookies'))).toBe(
    '“log” near “files” (up to 3 words between) and “cookies”',
  );
  expect(parseSearchQuery('log NEAR').notes).toEqual(['NEAR needs a word on both sides; it was not used.']);
  expect(parseSearchQuery('log NEAR -week').notes).toEqual(['NEAR is not used beside a word to leave out.']);
});

it('marks what was found, in the text as it stands', () => {
  const mark = (typed: string, text: string) =>
    markHits(text, makeMatch(parseSearchQuery(typed)).rows)
      .replace('\u0002', '[')
      .replace('\u0003', ']');
  expect(mark('advertisers', TEXTS[7]!)).toBe('Our [adver\u00adtisers]¹ and part\u200bners.');
  expect(mark('個人情報', TEXTS[8]!)).toContain('は[個人情報]を');
  expect(mark('"log files"', TEXTS[0]!)).toBe('We keep [log files] for a week.');
  expect(mark('strasse', TEXTS[6]!)).toContain('[Straße]');
});

it('looks for the forms it is told of', () => {
  const forms = new Map([['cookies', ['cookies', 'cookie']]]);
  const match = makeMatch(parseSearchQuery('cookies children'), forms);
  expect(match.reading).toBe('“cookies” (also “cookie”) and “children”');
  const found = index.prepare('select rowid from search where search match ?').pluck();
  expect(found.all(match.expression)).toEqual([4]);
  // In quotes words stand as they were typed.
  expect(found.all(makeMatch(parseSearchQuery('"cookies" children'), forms).expression)).toEqual([]);
  // Enough of the words.
  expect(found.all(makeMatch(parseSearchQuery('cookies children week'), forms, 1).expression)).toEqual([
    1, 3, 4,
  ]);
});
