import { expect, it } from 'vitest';
import { formatProvenanceHeader } from '../core/index.ts';
import { parseProvenanceHeader } from './provenance-header.ts';

const FACTS = {
  domain: 'lanternfish.example',
  policy: 'privacy',
  timestamp: '20021215143804',
  rawUrl: 'https://web.archive.org/web/20021215143804id_/http://www.lanternfish.example/Privacy/Privacy.htm',
};
const parse = (facts: { timestamp?: string | null; rawUrl?: string | null; policy?: string }) =>
  parseProvenanceHeader(`${formatProvenanceHeader({ ...FACTS, ...facts })}\n\n# Policy\n`);

it('reads back what is written', () => {
  expect(parse({})).toEqual({
    provenance: {
      domain: 'lanternfish.example',
      policy: 'privacy',
      date: '2002-12-15',
      timestamp: '20021215143804',
      original: 'http://www.lanternfish.example/Privacy/Privacy.htm',
      mementoUrl:
        'https://web.archive.org/web/20021215143804id_/http%3A//www.lanternfish.example/Privacy/Privacy.htm',
    },
    text: '# Policy\n',
  });
});

it('reads back which policy of several it is', () => {
  expect(parse({ policy: 'privacy-2' }).provenance?.policy).toBe('privacy-2');
  expect(parse({ policy: 'terms-of-service' }).provenance?.policy).toBe('terms-of-service');
});

it('tells a text without a memento from one without a date', () => {
  expect(parse({ rawUrl: null }).provenance).toMatchObject({ date: '2002-12-15', mementoUrl: null });
  expect(parse({ timestamp: null, policy: 'children' })).toMatchObject({
    provenance: { policy: 'children', date: null, timestamp: null, original: null },
    text: '# Policy\n',
  });
});

it('reads back addresses with signs that end links, and archives with a path of their own', () => {
  const original = 'http://www.lanternfish.example/policy_(old)*.htm';
  const rawUrl = `https://arquivo.example/wayback/20021215143804id_/${original}`;
  expect(parse({ rawUrl }).provenance).toMatchObject({ original, timestamp: '20021215143804' });
});

it('leaves a text without a header alone', () => {
  expect(parseProvenanceHeader('> *A quote*\n\nText')).toEqual({
    provenance: null,
    text: '> *A quote*\n\nText',
  });
});
