import { expect, test } from 'vitest';
import { plainText } from './inline.ts';
import type { Clause } from './model.ts';
import { readNaming } from './naming.ts';
import { listLinks, listPromises, listVagueWords } from './terms.ts';
import { listThirdParties } from './third-parties.ts';

const clause = (text: string): Clause => ({ kind: 'paragraph', level: 0, text });

test('third parties are found by name and by legal form, the company itself is not', () => {
  const text =
    'Example Shop, Inc. uses **Google Analytics**, DoubleClick and Harbour Parcel Ltd. for the rest.';
  const found = listThirdParties(clause(text), 'example.com');
  expect(found.map(({ term, rule }) => [term, rule])).toEqual([
    ['Google Analytics', 'known-name'],
    ['DoubleClick', 'known-name'],
    ['Harbour Parcel', 'legal-form'],
  ]);
  for (const { start, end, term } of found) expect(plainText(text).slice(start, end)).toContain(term);
});

test('a name inside an address or a longer word is not a third party', () => {
  expect(
    listThirdParties(clause('See https://www.facebook.com/policy, or our Applesauce.'), 'example.com'),
  ).toEqual([]);
});

test('the publisher by another name, its products and broken names are no third parties', () => {
  const clauses = [
    clause('Brisk Otter Holdings Ltd. (“Otter”, “we” or “us”) runs this site.'),
    clause('See the Agreement. Harbour Parcel Co., Ltd. and Brisk Otter Holdings Limited deliver.'),
    clause('We use Sendgrid, Hubspot and Apps Flyer. Engage with us.'),
  ];
  const naming = readNaming(clauses, 'example.com');
  const names = clauses.flatMap((one) =>
    listThirdParties(one, 'example.com', naming).map(({ term }) => term),
  );
  expect(names).toEqual(['Harbour Parcel', 'SendGrid', 'HubSpot', 'AppsFlyer']);
  expect(listThirdParties(clause('You may sign in with Skype.'), 'microsoft.com')).toEqual([]);
});

test('companies named as examples or row by row are found, and kinds of companies are not', () => {
  const clauses: Clause[] = [
    clause(
      'We use payment processors such as Tidegate, Ledgerly and Resellers. Our products and services like Otterdesk are free.',
    ),
    { kind: 'heading', level: 2, text: 'Our sub-processors' },
    { kind: 'item', level: 1, text: '**Brackwater**: keeps our records' },
    { kind: 'item', level: 1, text: 'Payment Companies: they take payments' },
    { kind: 'row', level: 0, text: 'Company | Purpose' },
    { kind: 'row', level: 0, text: 'Quillmoor | hosting' },
  ];
  const naming = readNaming(clauses, 'example.com');
  const found = clauses.flatMap((one) => listThirdParties(one, 'example.com', naming));
  expect(found.map(({ term, rule }) => [term, rule])).toEqual([
    ['Tidegate', 'named-as-example'],
    ['Ledgerly', 'named-as-example'],
    ['Brackwater', 'named-in-list'],
    ['Quillmoor', 'named-in-list'],
  ]);
});

test('the group of the publisher is no third party: parents, subsidiaries, and who stands in its address', () => {
  const clauses = [
    clause(
      'We share data with our parent company, Brackwater SE, and with our affiliates Quillmoor Ltd. and Tidegate Ltd.',
    ),
    { kind: 'heading', level: 2, text: 'Contact us' } as const,
    clause('Ledgerly Inc., PO Box 12, Springfield'),
    clause(
      'Brackwater SE, Quillmoor Ltd., Tidegate Ltd. and Ledgerly Inc. know it. So does Harbour Parcel Ltd.',
    ),
  ];
  const naming = readNaming(clauses, 'example.com');
  const names = clauses.flatMap((one) =>
    listThirdParties(one, 'example.com', naming).map(({ term }) => term),
  );
  expect(names).toEqual(['Harbour Parcel']);
});

test('who opens a text, acts in it or is tied to either is its publisher, and whom it uses is not', () => {
  const rest = ['collects names', 'may share them', 'keeps them'].map((does) => clause(`Otterdesk ${does}.`));
  const clauses = [
    clause('This page says what Brisk Otter Ltd. knows. Our hosting provider is Tidegate Ltd.'),
    clause('Otterdesk is operated by Quillmoor Inc. and sold with Ledgerly Inc.'),
    ...rest,
    clause(
      'Brisk Otter Ltd. and Brackwater GmbH, formerly Saltmarsh GmbH, see all, as does Brisk Otter’s subsidiary Kestrel Inc.; Harbour Parcel Ltd. does not.',
    ),
  ];
  const naming = readNaming(clauses, '');
  const names = clauses.flatMap((one) => listThirdParties(one, '', naming).map(({ term }) => term));
  expect(names).toEqual(['Tidegate', 'Ledgerly', 'Harbour Parcel']);
});

test('a form ends no name in a shouted sentence, after an article, or where the name begins before', () => {
  const text =
    'WE ARE, INCLUDING BUT NOT LIMITED TO LOSS, NOT LIABLE. It is a Delaware Limited Liability Corporation. Ask Tidegate and Sons Ltd., or write c/o Brackwater GmbH.';
  expect(listThirdParties(clause(text), 'example.com')).toEqual([]);
});

test('disclaimers, signals and conditions are no promises', () => {
  const text =
    'We are not responsible for other sites. If you do not agree, leave. We do not respond to DNT. Names are not shared.';
  expect(listPromises(clause(text), 'example.com').map(({ term }) => term)).toEqual([
    'Names are not shared.',
  ]);
});

test('what concerns companies, conditions and others is no promise, and a promise ends not with its own words', () => {
  const text =
    'We share it with companies we do not own. The site is not intended for children. We do not: this. Data that is not linked is kept.';
  const others =
    'You may use our services only with a parent. We make sure we are not late. While we do not sell it, we use it.';
  expect(listPromises(clause(text), 'example.com').map(({ term }) => term)).toEqual(['We do not: this.']);
  expect(listPromises(clause(others), 'example.com')).toEqual([]);
});

test('permission, the month of May and counting are not vague', () => {
  expect(
    listVagueWords(clause('You can leave. On May 25, 2018 you may see how many visits there were.')),
  ).toEqual([]);
});

test('promises are our own', () => {
  const text =
    'We will never sell your name. Others do not care. Do you not agree? Example always asks first.';
  expect(listPromises(clause(text), 'example.com').map(({ term, rule }) => [term, rule])).toEqual([
    ['We will never sell your name.', 'we will never'],
    ['Example always asks first.', 'we always'],
  ]);
});

test('vague words', () => {
  const found = listVagueWords(
    clause('We may share it with carefully selected partners, from time to time.'),
  );
  expect(found.map(({ term }) => term)).toEqual(['may', 'carefully selected', 'from time to time']);
});

test('links say where they lead', () => {
  const text =
    '[Write](mailto:us@example.com), see [our *own* page](https://www.example.com/a), [theirs](http://ads.example/) or [below](#b).';
  const links = listLinks(clause(text), 'example.com');
  expect(links.map(({ text: words, kind, host }) => [words, kind, host])).toEqual([
    ['Write', 'mailto', null],
    ['our own page', 'own', 'www.example.com'],
    ['theirs', 'external', 'ads.example'],
    ['below', 'other', null],
  ]);
  for (const { start, end, text: words } of links) expect(plainText(text).slice(start, end)).toBe(words);
});
