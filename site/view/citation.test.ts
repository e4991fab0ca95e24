import { expect, test } from 'vitest';
import { type CitedText, citeText } from './citation.ts';

const CITED: CitedText = {
  company: 'lantern.example',
  title: 'Lantern & Co: 100% {private}\nTI  - forged',
  slug: '2002-12-15',
  address: '/lantern.example/privacy/2002-12-15/',
  timestamp: '20021215143804',
  mementoUrl: 'https://web.archive.org/web/20021215143804/http://www.lantern.example/privacy.html',
  original: 'http://www.lantern.example/privacy.html',
  textHash: 'ab12',
  release: '2026-03',
};

const form = (cited: CitedText, name: string) => citeText(cited).find((one) => one.form === name)!.text;

test('the plain form names company, title, capture, archive address and the hash of the text', () => {
  expect(form({ ...CITED, title: 'Privacy' }, 'Plain')).toBe(
    'lantern.example, “Privacy”, archived 15 December 2002 at the Wayback Machine, ' +
      'https://web.archive.org/web/20021215143804/http://www.lantern.example/privacy.html; text as normalized in ' +
      'Palimpsest, release 2026-03, /lantern.example/privacy/2002-12-15/, sha-256 ab12.',
  );
});

test('a title cannot break out of its field', () => {
  expect(form(CITED, 'BibTeX')).toContain('title = {{Lantern \\& Co: 100\\% private TI - forged}}');
  const ris = form(CITED, 'RIS').split('\n');
  expect(ris.filter((line) => line.startsWith('TI'))).toHaveLength(1);
  expect(JSON.parse(form(CITED, 'CSL-JSON'))[0].issued).toEqual({ 'date-parts': [[2002, 12, 15]] });
});

test('an undated text says so and claims no archive', () => {
  const undated = { ...CITED, timestamp: null, mementoUrl: null };
  expect(form(undated, 'Plain')).toContain('date unknown');
  expect(form(undated, 'RIS')).not.toContain('PY  -');
});
