import { expect, test } from 'vitest';
import { fileAt } from './write-page.ts';

test('an address that ends in a slash is a page of a folder, another is a file', () => {
  expect(fileAt('/')).toBe('index.html');
  expect(fileAt('/a.example/privacy/')).toBe('a.example/privacy/index.html');
  expect(fileAt('/a.example/privacy/index.json')).toBe('a.example/privacy/index.json');
  expect(fileAt('/search/words/caf%C3%A9/')).toBe('search/words/café/index.html');
});
