import { describe, expect, it } from 'vitest';
import { formatMementoPath, isWebAddress, resolveRedirect, toLayout } from './memento-url.ts';

const wayback = toLayout(new URL('https://web.archive.org'));
const loopback = toLayout(new URL('http://127.0.0.1:8480'));
const current = { timestamp: '20180808094144', original: 'https://www.example.com/a/b' };

describe('toLayout', () => {
  it('tells the dialect by the address', () => {
    expect(wayback).toMatchObject({ dialect: 'wayback', cdxPath: '/cdx/search/cdx', mementoPath: '/web/' });
    expect(toLayout(new URL('https://web.archive.org/web/'))).toEqual(wayback);
    expect(toLayout(new URL('https://archive.example/coll/'))).toEqual({
      dialect: 'pywb',
      origin: 'https://archive.example',
      cdxPath: '/coll/cdx',
      mementoPath: '/coll/',
    });
    expect(toLayout(new URL('https://arquivo.pt/wayback'))).toMatchObject({
      cdxPath: '/wayback/cdx',
      mementoPath: '/noFrame/replay/',
    });
  });
});

describe('formatMementoPath', () => {
  it('leaves the address as captured and escapes what cannot be sent', () => {
    const path = (original: string) => formatMementoPath(wayback, { timestamp: '20190101000000', original });
    expect(path('http://example.com:80/a?b=%20&c')).toBe(
      '/web/20190101000000id_/http://example.com:80/a?b=%20&c',
    );
    expect(path('http://example.com/é x#top')).toBe('/web/20190101000000id_/http://example.com/%C3%A9%20x');
    expect(path('http://example.com/a\r\nHost: b')).not.toMatch(/\s/);
    expect(path('http://example.com/\ud800')).toContain('%EF%BF%BD');
  });
});

describe('resolveRedirect', () => {
  it.each([
    'https://web.archive.org/web/20180808104500id_/https://www.example.com/new',
    '/web/20180808104500id_/https://www.example.com/new',
    '//web.archive.org/web/20180808104500id_/https://www.example.com/new',
    'http://web.archive.org/web/20180808104500/https://www.example.com/new',
    'https://web.archive.org/web/20180808104500id_/https%3A//www.example.com/new',
  ])('reads %s', (location) => {
    const expected = { timestamp: '20180808104500', original: 'https://www.example.com/new' };
    expect(resolveRedirect(wayback, current, location)).toEqual(expected);
    // A copy of the archive at another address leaves its own name out of some of them.
    expect(resolveRedirect(loopback, current, location)).toEqual(expected);
  });

  it.each([
    ['https://elsewhere.example/x', 'https://elsewhere.example/x'],
    ['//elsewhere.example/x', 'https://elsewhere.example/x'],
    ['/legal', 'https://www.example.com/legal'],
    ['c?d', 'https://www.example.com/a/c?d'],
    [
      'https://elsewhere.example/web/20180808104500id_/https://a.example/',
      'https://elsewhere.example/web/20180808104500id_/https://a.example/',
    ],
  ])('takes %s, which names no capture, for an address of then', (location, original) => {
    expect(resolveRedirect(wayback, current, location)).toEqual({ timestamp: current.timestamp, original });
  });

  it.each(['javascript:alert(1)', 'mailto:a@example.com', 'http://', 'ftp://example.com/'])(
    'refuses %s',
    (location) => expect(resolveRedirect(wayback, current, location)).toBeNull(),
  );
});

describe('isWebAddress', () => {
  it('knows the rows of the index that are none', () => {
    expect(isWebAddress('http://example.com:80/')).toBe(true);
    for (const junk of ['http://mailto:a@example.com/', 'data:x', '', '/a', 'http:// x', 'http://a b/']) {
      expect(isWebAddress(junk), junk).toBe(false);
    }
  });
});
