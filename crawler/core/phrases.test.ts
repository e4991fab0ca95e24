import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePhrase } from './phrases.ts';
import { countRow, listTerms, listUnits } from './search-terms.ts';

const count = (text: string, typed: string) => countRow(listTerms(text), parsePhrase(typed)!);

describe('a phrase', () => {
  test('stands where its words follow each other, however written', () => {
    const text = 'Our “Legitimate  Interests”, and your legitimate-interest; legitimate (interest).';
    expect(count(text, 'legitimate interest')).toBe(2);
    expect(count(text, 'legitimate interest*')).toBe(3);
    expect(count(text, 'interest legitimate')).toBe(1);
    expect(count(text, 'legit')).toBe(0);
  });

  test('may repeat itself', () => {
    expect(count('no no no', 'no no')).toBe(2);
  });

  test('needs a word, and letters before a star', () => {
    expect(parsePhrase(' "!*" ')).toBeNull();
    expect(parsePhrase('a*')).toMatchObject({ terms: ['a'], isPrefix: false });
    expect(parsePhrase('web beacon*')).toMatchObject({ terms: ['web', 'beacon'], isPrefix: true });
  });
});

describe('the search index agrees', () => {
  const texts = [
    'Opt-out, e-mail & user’s data: 3.1% of it.',
    'Données à caractère personnel; Über straße; naïve café',
    'cookie-like COOKIES, cookie\u0301s, co\u00adokies',
    'naïve decomposed: nai\u0308ve',
    'データ 個人情報 データ',
    'personal_data personal data personal\u00a0data',
    'ﬁle Ⅳ ½ x² 12,000',
  ];
  const typed = [
    'data',
    'personal data',
    'donnees a',
    'uber',
    'cookie*',
    'naive',
    'データ',
    'user s',
    '12 000',
    'e mail',
  ];
  let file: Database.Database;

  beforeAll(() => {
    file = new Database(':memory:');
    file.exec(
      "create virtual table search using fts5 (terms, content = '', columnsize = 0, tokenize = 'ascii')",
    );
    texts.forEach((text, at) => {
      file.prepare('insert into search (rowid, terms) values (?, ?)').run(at + 1, listTerms(text).join(' '));
    });
  });
  afterAll(() => file.close());

  test.each(typed)('on which texts hold “%s”', (phrase) => {
    const { terms, isPrefix } = parsePhrase(phrase)!;
    const rows = file
      .prepare('select rowid from search where search match ? order by rowid')
      .pluck()
      .all(`"${terms.join(' ')}"${isPrefix ? '*' : ''}`);
    const own = texts.flatMap((text, at) => (count(text, phrase) > 0 ? [at + 1] : []));
    expect(own).toEqual(rows);
    expect(own.length).toBeGreaterThan(0);
  });

  test('on every word of every text', () => {
    file.exec("create virtual table temp.instances using fts5vocab('main', 'search', 'instance')");
    texts.forEach((text, at) => {
      const words = file
        .prepare('select term from temp.instances where doc = ? order by offset')
        .pluck()
        .all(at + 1);
      expect(listTerms(text)).toEqual(words);
      expect(words).toHaveLength(listUnits(text).length);
    });
  });
});
