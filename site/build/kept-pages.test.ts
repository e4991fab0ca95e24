import { expect, test } from 'vitest';
import { fileOf } from './kept-pages.ts';

test('a page lies in a folder of its own, another file under its name', () => {
  const parameters = { domain: 'a.example', policy: 'privacy', left: '2001-01-01', right: '2002-01-01' };
  expect(fileOf('/[domain]', parameters)).toBe('a.example/index.html');
  expect(fileOf('/[domain]/[policy]/[left]--[right]', parameters)).toBe(
    'a.example/privacy/2001-01-01--2002-01-01/index.html',
  );
  expect(fileOf('/[domain]/[policy]/index.json', parameters)).toBe('a.example/privacy/index.json');
  expect(fileOf('/[domain]/[policy]/versions.json.gz', parameters)).toBe(
    'a.example/privacy/versions.json.gz',
  );
  expect([fileOf('/', {}), fileOf('/companies', {})]).toEqual(['index.html', 'companies/index.html']);
  expect(fileOf('/404', {}), 'where hosts look for it').toBe('404.html');
  expect(fileOf('/trends/[chart].csv', { chart: 'length' })).toBe('trends/length.csv');
});
