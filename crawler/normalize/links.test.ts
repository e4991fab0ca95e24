import { expect, it } from 'vitest';
import { resolveLink, unwrapArchive } from './links.ts';

const BASE = 'http://www.lanternfish.example/legal/privacy.html';

it.each([
  ['cookies.html', 'http://www.lanternfish.example/legal/cookies.html'],
  ['/terms', 'http://www.lanternfish.example/terms'],
  ['//printer.example/a', 'http://printer.example/a'],
  ['www.printer.example', 'http://www.lanternfish.example/legal/www.printer.example'],
  ['HTTP://Printer.example', 'HTTP://Printer.example'],
  ['mailto: a@lanternfish.example', 'mailto:a@lanternfish.example'],
  ['mailto:a@lanternfish.example?subject=Two words', 'mailto:a@lanternfish.example?subject=Two%20words'],
  ['/web/20021215143804id_/http%3A//seal.example/x', 'http://seal.example/x'],
  ['http://web.archive.org/web/20021215143804/http://seal.example/x', 'http://seal.example/x'],
  ['https://web.archive.org/web/2002im_/seal.example/x', 'http://seal.example/x'],
  ['a b[c]%20d', 'http://www.lanternfish.example/legal/a%20b[c]%20d'.replace('[c]', '%5Bc%5D')],
  ['javascript:go()', null],
  ['mailto:', null],
  ['', null],
  ['http://', null],
])('resolves %s', (href, expected) => {
  expect(resolveLink(href, BASE)).toBe(expected);
});

it('resolves against an address inside the archive as against the original', () => {
  expect(resolveLink('b', `https://web.archive.org/web/20021215143804/${BASE}`)).toBe(
    'http://www.lanternfish.example/legal/b',
  );
});

it('gives no relative link without a base', () => {
  expect(resolveLink('/terms', null)).toBeNull();
});

it('leaves addresses that only look like the archive alone', () => {
  expect(unwrapArchive('http://lanternfish.example/web/design/http')).toBe(
    'http://lanternfish.example/web/design/http',
  );
});
