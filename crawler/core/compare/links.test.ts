import { expect, test } from 'vitest';
import { alignClauses } from './align.ts';
import { compareLinks } from './links.ts';
import { clausesOf } from './test-notation.ts';

const changesBetween = (left: string, right: string) => {
  const [from, to] = [clausesOf(left), clausesOf(right)];
  return compareLinks(from, to, alignClauses(from, to).matches).map(
    ({ kind, text, leftHref, rightHref }) => `${kind} ${text}: ${leftHref} => ${rightHref}`,
  );
};

test('links are added, removed and retargeted', () => {
  const left =
    'Write to [us](mailto:a@example.com) or [them](https://b.example/) about your [*own* data](https://c.example/).';
  const right =
    'Write to [us](mailto:z@example.com) about your [own data](https://c.example/), as [told](https://d.example/).';
  expect(changesBetween(left, right)).toEqual([
    'retargeted us: mailto:a@example.com => mailto:z@example.com',
    'removed them: https://b.example/ => null',
    'added told: null => https://d.example/',
  ]);
});

test('other words for the same target are no change of a link', () => {
  expect(
    changesBetween(
      'See [here](https://a.example/) for more.',
      'See [our page](https://a.example/) for more.',
    ),
  ).toEqual([]);
});

test('links of clauses on one side only come and go with them', () => {
  expect(changesBetween('', '[Contact](https://a.example/)')).toEqual([
    'added Contact: null => https://a.example/',
  ]);
});
