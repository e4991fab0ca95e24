import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('decodeText', () => {
  it.each([
    [
      'windows-1252 without a declaration',
      latin1('a \x93quote\x94 and \x85'),
      null,
      'a “quote” and …',
      'windows-1252',
    ],
    [
      'windows-1252 called iso-8859-1',
      latin1('<meta charset=iso-8859-1>\x92'),
      null,
      '<meta charset=iso-8859-1>’',
      'windows-1252',
    ],
    ['an empty declaration', latin1('caf\xe9'), 'text/html; charset=', 'café', 'windows-1252'],
    ['UTF-8 called iso-8859-1', Buffer.from('café'), 'text/html; charset=iso-8859-1', 'café', 'utf-8'],
    ['windows-1252 called UTF-8', latin1('caf\xe9'), 'text/html; charset=utf-8', 'café', 'windows-1252'],
    [
      'UTF-8 with a stray byte',
      Buffer.concat([Buffer.from('café site.'), latin1('\xa0'), Buffer.from('Néw')]),
      null,
      'café site.\u00a0Néw',
      'utf-8',
    ],
    ['a byte order mark', Buffer.from('\ufeffcafé'), 'text/html; charset=windows-1252', 'café', 'utf-8'],
    [
      'UTF-16 without a mark',
      Buffer.from('plain text in two bytes each', 'utf16le'),
      null,
      'plain text in two bytes each',
      'utf-16le',
    ],
    [
      'Shift_JIS from a meta tag',
      Buffer.concat([Buffer.from('<meta charset="shift_jis">'), Buffer.from([0x83, 0x65])]),
      null,
      '<meta charset="shift_jis">テ',
      'shift_jis',
    ],
    ['Cyrillic from the header', Buffer.from([0xd0, 0xd2]), 'text/html; charset=koi8-r', 'пр', 'koi8-r'],
    ['a label nobody knows', latin1('caf\xe9'), 'text/html; charset=x-unheard-of', 'café', 'windows-1252'],
    [
      'quotes that passed through a Mac',
      Buffer.from('an ÒappleÓ and Òscar'),
      null,
      'an “apple” and Òscar',
      'utf-8',
    ],
    ['a lost no-break space', Buffer.from('Web site.\ufffd These'), null, 'Web site.  These', 'utf-8'],
  ])('reads %s', (_name, bytes, contentType, text, charset) => {
    expect(decodeText(bytes, contentType)).toMatchObject({ text, charset });
  });

  it('says where text is damaged', () => {
    expect(decodeText(Buffer.from('fine'), null).isDamaged).toBe(false);
    expect(decodeText(Buffer.from('don\ufffdt'), null).isDamaged).toBe(true);
    expect(decodeText(Buffer.from('donâ€™t'), null).isDamaged).toBe(true);
  });
});
