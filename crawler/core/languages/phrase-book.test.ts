import { expect, it } from 'vitest';
import { createPhraseBook, listPhrases } from './phrase-book.ts';

const book = createPhraseBook([
  `privacy policy/policies, *datenschutz*, politique (de) (la) confidentialité, terms and (~) conditions`,
  '隐私政策, 個人情報保護方針, 개인정보처리방침, นโยบายความเป็นส่วนตัว',
]);

it.each([
  'Our Privacy Policy',
  'PRIVACY POLICIES',
  '/legal/privacy-policy.html',
  'Allgemeine Datenschutzhinweise',
  'Konzerndatenschutzordnung',
  'Politique de la Confidentialite',
  'politique confidentialité',
  'Terms & other conditions',
  '网站隐私政策',
  '個人情報 保護方針',
  '개인정보 처리방침',
  'ｐｒｉｖａｃｙ　ｐｏｌｉｃｙ',
])('finds a phrase in %s', (text) => {
  expect(book.has(text)).toBe(true);
});

it.each(['privacy', 'policy on privacy', 'politique de notre confidentialité', '隐私', 'datenschau', ''])(
  'finds none in %s',
  (text) => {
    expect(book.has(text)).toBe(false);
  },
);

it('counts phrases side by side, the longest at each place', () => {
  expect(book.count('Privacy policy, privacy policies and terms and conditions; 隐私政策与隐私政策')).toBe(5);
});

it('says how many words stand beside the longest phrase', () => {
  expect(book.countBeside('Read our privacy policy')).toBe(2);
  expect(book.countBeside('privacy policy')).toBe(0);
  expect(book.countBeside('隐私政策')).toBe(0);
  expect(book.countBeside('read this')).toBe(null);
});

it('takes lists apart at commas, whatever the line ends', () => {
  expect(listPhrases(' a b,\n   c ,, d* ')).toEqual(['a b', 'c', 'd*']);
});

it('gets through texts made to be slow', () => {
  const slow = createPhraseBook(['a (~) (~) (~) b, *aaaa*, a a a a c']);
  expect(slow.count('a '.repeat(100_000))).toBe(0);
  expect(slow.has('a'.repeat(200_000))).toBe(true);
});
