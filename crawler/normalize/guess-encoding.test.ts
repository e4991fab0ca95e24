import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

/** Pages of an invented company that name no encoding. */

/** Bytes of a text in an encoding of one byte a letter, by what the encoding's own decoder makes of each byte. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...text].map((letter) => byteOf.get(letter)!));
}

const page = (text: string) => `<html><head><title>privacy</title></head><body><p>${text.repeat(3)}</p>`;
const RUSSIAN =
  'Мы храним письма два года, а адреса столько, сколько требует закон города. Ваши данные мы никому не передаём. ';

describe('a page without a declared encoding', () => {
  it.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    [
      'windows-1250',
      'Przechowujemy listy przez dwa lata, a adresy tak długo, jak każe prawo miasta. Możesz zażądać usunięcia swoich danych, jeśli ich nie potrzebujemy. ',
    ],
    ['windows-1253', 'Κρατάμε τα γράμματα δύο χρόνια και τις διευθύνσεις όσο ζητά ο νόμος της πόλης. '],
    [
      'windows-1254',
      'Mektupları iki yıl, adresleri ise şehrin yasası istediği sürece saklarız. Çerezler bir gün kalır. ',
    ],
    [
      'windows-1252',
      'Nous gardons les lettres deux ans, et l’adresse aussi longtemps que la loi l’exige à la ville où vous êtes. ',
    ],
    ['windows-1252', 'We keep letters for two years – and “addresses” for as long as it’s the law. '],
  ])('is read as %s', (label, text) => {
    const decoded = decodeText(encode(page(text), label), null);
    expect(decoded.text).toBe(page(text));
  });

  it.each([
    ['shift_jis', '82 bd 82 e8 82 dc 82 b7 81 42', 'たります。'],
    ['euc-kr', 'b0 b3 c0 ce c1 a4 ba b8 b8 a6 ', '개인정보를'],
    ['gb18030', 'ce d2 c3 c7 b1 a3 b4 e6 d0 c5 bc fe a1 a3', '我们保存信件。'],
    ['big5', 'a7 da ad cc ab 4f a6 73 ab 48 a5 f3 a1 43', '我們保存信件。'],
  ])('is read as %s', (label, hex, text) => {
    const bytes = Buffer.concat([
      Buffer.from('<html><body>'),
      Buffer.from(hex.replaceAll(' ', '').repeat(12), 'hex'),
    ]);
    const decoded = decodeText(bytes, 'text/html');
    expect(decoded).toMatchObject({ text: `<html><body>${text.repeat(12)}`, charset: label });
  });

  it('is western where other bytes are an exception', () => {
    const text = `${'We keep letters for two years. '.repeat(80)}Write to the café.`;
    expect(decodeText(encode(page(text), 'windows-1252'), null).charset).toBe('windows-1252');
  });
});
