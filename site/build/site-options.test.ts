import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseChangePages, readBuildOptions, readSettings } from './site-options.ts';

test('the budget of change pages is a count, and nothing else', () => {
  expect(parseChangePages('0')).toBe(0);
  expect(parseChangePages(undefined)).toBe(50_000);
  for (const wrong of ['-1', 'many', '1e9', ' 5']) {
    expect(() => parseChangePages(wrong)).toThrow(`“${wrong}”`);
  }
});

test('flags win over the environment', () => {
  const flags = [
    '--store',
    'a.sqlite',
    '--out',
    'beside',
    '--base',
    'policies',
    '--site',
    'https://one.example/',
  ];
  expect(readBuildOptions([...flags, '--change-pages', '7', '--full'])).toEqual({
    store: resolve('a.sqlite'),
    folder: resolve('beside'),
    settings: { base: '/policies/', site: 'https://one.example' },
    changePages: 7,
    isFull: true,
  });
  expect(readSettings({ PALIMPSEST_BASE: '/x', PALIMPSEST_SITE: '' })).toEqual({ base: '/x/', site: null });
});

describe('what cannot be is refused by its value', () => {
  test.each([
    [['--ful'], '--ful'],
    [['store.sqlite'], 'store.sqlite'],
    [['--base', '/a/../b'], '/a/../b'],
    [['--site', 'policies.example'], 'policies.example'],
    [['--site', 'https://policies.example/below'], 'below'],
    [['--change-pages', 'ten'], 'ten'],
  ])('%j', (args, named) => {
    expect(() => readBuildOptions(args)).toThrow(named);
  });
});
