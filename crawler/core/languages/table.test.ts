import { expect, it } from 'vitest';
import { languageOfScript, mainScript, voteOnLanguages } from './identify.ts';
import { createPhraseBook, listPhrases } from './phrase-book.ts';
import { estimateWords, weighText } from './scripts.ts';
import { findLanguage, languages } from './table.ts';

it('has the languages of the European and the large Asian webs, each once', () => {
  const codes = languages.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeGreaterThanOrEqual(38);
});

it.each(languages.map((language) => [language.name, language] as const))('knows all of %s', (_, language) => {
  const {
    policies,
    privacy,
    personalData,
    documentKinds,
    otherDocuments,
    hubs,
    entrances,
    ruleWords,
    paths,
  } = language;
  for (const list of [
    policies,
    privacy,
    personalData,
    documentKinds,
    otherDocuments,
    hubs,
    entrances,
    ruleWords,
    paths,
  ]) {
    expect(listPhrases(list).length).toBeGreaterThan(0);
  }
  for (const path of listPhrases(paths)) expect(path).toMatch(/^[a-z0-9./_-]+$/);
  const isTold = language.commonWords !== '' || language.scripts.length > 0;
  expect(isTold).toBe(true);
});

it.each(languages.map((language) => [language.name, language] as const))(
  'tells names of policies from those of other documents in %s',
  (_, { policies, otherDocuments }) => {
    const named = createPhraseBook([policies]);
    const mistaken = listPhrases(otherDocuments).filter((phrase) => named.has(phrase.replaceAll('*', '')));
    expect(mistaken).toEqual([]);
  },
);

it('finds a language by code or tag', () => {
  expect(findLanguage('pt-BR')?.name).toBe('Portuguese');
  expect(findLanguage('zh_Hant')?.name).toBe('Chinese');
  expect(findLanguage('nb')?.name).toBe('Norwegian');
  expect(findLanguage('tlh')).toBe(null);
  expect(findLanguage(null)).toBe(null);
});

it('tells languages with a script of their own by it, Japanese from Chinese by its kana', () => {
  const often = (text: string) => text.repeat(12);
  expect(languageOfScript(often('本政策说明我们如何处理您的信息。'))).toBe('zh');
  expect(languageOfScript(often('当社は個人情報を適切に取り扱います。'))).toBe('ja');
  expect(languageOfScript(often('회사는 개인정보를 보호합니다. '))).toBe('ko');
  expect(languageOfScript(often('We collect nothing. '))).toBe(null);
  expect(mainScript('Мы не продаём данные, see example.com')).toBe('Cyrl');
});

it('tells others by their small words', () => {
  const first = (text: string) => voteOnLanguages(text, mainScript(text)!)[0]?.code;
  expect(
    first('Wij verkopen uw gegevens niet en bewaren ze niet langer dan nodig is voor de bestelling.'),
  ).toBe('nl');
  expect(first('Við seljum ekki upplýsingar um þig og geymum þær ekki lengur en þörf er á.')).toBe('is');
  expect(first('Ми не продаємо ваші дані та не зберігаємо їх довше, ніж це потрібно для замовлення.')).toBe(
    'uk',
  );
});

it('counts lengths and words by what characters carry', () => {
  expect(weighText('abc é')).toBe(5);
  expect(weighText('隐私')).toBe(6);
  expect(weighText('かな')).toBe(4);
  expect(estimateWords('We sell nothing.')).toBe(3);
  expect(estimateWords('我们不出售您的信息')).toBeGreaterThanOrEqual(3);
});
