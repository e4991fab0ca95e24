import { expect, it } from 'vitest';
import { prescanCharset } from './prescan.ts';

it.each([
  ['a meta with charset', '<meta charset=Shift_JIS>', 'shift_jis'],
  ['a pragma', `<META HTTP-EQUIV='content-type' CONTENT='text/html; charset = "koi8-r"'>`, 'koi8-r'],
  ['a label that means another', '<meta charset="latin1">', 'windows-1252'],
  ['a meta that speaks of something else', '<meta name=description content="text; charset=gbk">', null],
  ['a pragma without its name', '<meta content="text/html; charset=gbk">', null],
  ['a meta inside a comment', '<!-- <meta charset=gbk> --><meta charset=big5>', 'big5'],
  ['a meta inside a script', '<script>"<meta charset=gbk>"</script><meta charset=euc-kr>', 'euc-kr'],
  ['a meta inside an attribute', '<link title="<meta charset=gbk>"><meta charset=euc-jp>', 'euc-jp'],
  ['an unknown label before a known one', '<meta charset=none><meta charset=windows-1250>', 'windows-1250'],
  ['UTF-16, which these bytes are not', '<meta charset=utf-16le>', 'utf-8'],
  [
    'a late meta of the head',
    `<head><style>${' '.repeat(4000)}</style><meta charset=windows-1251>`,
    'windows-1251',
  ],
  ['a late meta of the body', `<body><p>${' '.repeat(4000)}<meta charset=windows-1251>`, null],
  ['an XML declaration', '<?xml version="1.0" encoding="iso-8859-2"?><html>', 'iso-8859-2'],
  ['a meta against an XML declaration', '<?xml version="1.0" encoding="gbk"?><meta charset=utf-8>', 'utf-8'],
  ['an end tag', '</meta charset=gbk><meta charset=big5>', 'big5'],
])('reads %s', (_name, start, encoding) => {
  expect(prescanCharset(start)).toBe(encoding);
});
