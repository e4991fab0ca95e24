import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelFile } from './label-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palimpsest-label-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

test('every block of Markdown is labelled, with the reason, its terms and the stated date', async () => {
  const text = `# Privacy and Cookies Policy

Last updated: 3 May 2021

Brisk Otter Ltd. ("we") sells bowls.

We never sell your address, and place a cookie in your browser to remember your bowl.

Parcels are carried by Harbour Parcel Co., Ltd. alone.`;
  const { clauses, standings } = await labelFile(write('otter.md', text));
  expect(clauses.map(({ kind }) => kind)).toEqual(['heading', ...Array(4).fill('paragraph')]);
  expect(clauses[0]).toMatchObject({
    judged: true,
    language: 'en',
    topics: [],
    statedDate: { date: '2021-05-03' },
  });
  expect(clauses[3]!.topics).toContain('cookies');
  expect(clauses[3]!.why).toContainEqual({
    topic: 'cookies',
    by: 'rule',
    rule: 'cookies/words',
    words: ['cookie'],
  });
  expect(clauses[3]!.terms.map(({ kind }) => kind)).toContain('promise');
  const names = clauses.flatMap(({ terms }) => terms.filter(({ kind }) => kind === 'third-party'));
  expect(names.map(({ text: name }) => name)).toEqual(['Harbour Parcel']);
  expect(standings.get('cookies')).toBe('spoken');
});

test('a text in a language without rules is not judged', async () => {
  const text =
    '# Persondatapolitik\n\nVi indsamler dit navn og din adresse, når du bestiller noget i vores butik, og vi sletter dem igen.';
  const { clauses, standings } = await labelFile(write('dansk.md', text), { language: 'da' });
  expect(clauses.map(({ judged, topics, perhaps }) => [judged, topics, perhaps])).toEqual([
    [false, null, null],
    [false, null, null],
  ]);
  expect(clauses.map(({ termsJudged }) => termsJudged)).toEqual([['third-party'], ['third-party']]);
  expect(new Set(standings.values())).toEqual(new Set(['not-judged']));
});

test('a page is read as a page, and one short line is told by its small words', async () => {
  const page = await labelFile(
    write('page.html', '<!doctype html><p>We place a cookie in your browser.</p>'),
  );
  expect(page.clauses.map(({ topics }) => topics)).toEqual([['cookies']]);
  const line = await labelFile(
    write('zeile.txt', 'Die Server speichern Ihre IP-Adresse und werden nicht von uns gelesen.'),
  );
  expect(line).toMatchObject({ language: 'de', clauses: [{ judged: true }] });
});
