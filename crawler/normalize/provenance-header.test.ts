import { expect, it } from 'vitest';
import { formatProvenanceHeader, parseProvenanceHeader } from './provenance-header.ts';

const PROVENANCE = {
  domain: 'lanternfish.example',
  date: '2002-12-15',
  timestamp: '20021215143804',
  original: 'http://www.lanternfish.example/Privacy/Privacy.htm',
  mementoUrl:
    'https://web.archive.org/web/20021215143804id_/http%3A//www.lanternfish.example/Privacy/Privacy.htm',
};

it('reads back what it wrote', () => {
  expect(parseProvenanceHeader(`${formatProvenanceHeader(PROVENANCE)}# Policy\n`)).toEqual({
    provenance: PROVENANCE,
    text: '# Policy\n',
  });
});

it('does without a memento', () => {
  const header = formatProvenanceHeader({ ...PROVENANCE, mementoUrl: null });
  expect(parseProvenanceHeader(`${header}Text`).provenance).toMatchObject({
    mementoUrl: null,
    timestamp: null,
  });
});

it('leaves a text without a header alone', () => {
  expect(parseProvenanceHeader('> *A quote*\n\nText')).toEqual({
    provenance: null,
    text: '> *A quote*\n\nText',
  });
});
