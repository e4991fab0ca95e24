import { expect, it } from 'vitest';
import { LANGUAGE_NAMES } from './names.ts';
import { languages } from './table.ts';

it('has the names of the table, and no others', () => {
  expect(LANGUAGE_NAMES).toEqual(Object.fromEntries(languages.map(({ code, name }) => [code, name])));
});
