import { expect, test } from 'vitest';
import { slugName, type VersionSummary } from '../../../crawler/core/index.ts';
import { listNames, spanOfRows } from './name-ledger.ts';

test('spellings of one name share an address, other scripts get one too', () => {
  expect(slugName('TRUSTe')).toBe(slugName('Truste'));
  expect(slugName('Authorize.Net')).toBe('authorize-net');
  expect(slugName('Éditions Lumière')).toBe('editions-lumiere');
  expect(slugName('Яблоко')).toMatch(/^[a-z0-9]+$/);
  expect(slugName('&')).toBe('');
});

const version = (number: number, day: string | null) =>
  ({
    version: number,
    slug: day ?? 'undated',
    firstSeen: day && `${day.replaceAll('-', '')}000000`,
    lastSeen: day && `${day.replaceAll('-', '')}000000`,
  }) as VersionSummary;

test('a name is listed with every policy, span and clause; its undated mention has no place in time', () => {
  const lineage = {
    lineage: 4,
    slug: 'ads',
    label: 'Ads',
    versionCount: 2,
    changeCount: 0,
    presentInLatest: false,
  };
  const entries = listNames([
    {
      domain: 'a.example',
      policy: 'privacy',
      versions: [version(1, '2001-01-01'), version(2, '2002-02-02'), version(3, '2003-03-03')],
      lineages: [{ ...lineage, isHeading: false }],
      uses: [
        { name: 'AdBoreas', lineage: 4, firstVersion: 1, lastVersion: 1 },
        { name: 'Adboreas', lineage: 4, firstVersion: 2, lastVersion: 2 },
      ],
    },
    {
      domain: 'b.example',
      policy: 'privacy',
      versions: [version(1, null)],
      lineages: [],
      uses: [{ name: 'Adboreas', lineage: null, firstVersion: 1, lastVersion: 1 }],
    },
  ]);
  expect(entries).toHaveLength(1);
  const [{ slug, name, rows }] = entries as [(typeof entries)[0]];
  expect([slug, name]).toEqual(['adboreas', 'Adboreas']);
  expect(rows[0]).toMatchObject({
    spellings: ['AdBoreas', 'Adboreas'],
    first: { day: '2001-01-01' },
    last: { day: '2002-02-02' },
    isInLatest: false,
    clauses: [{ label: 'Ads', address: '/a.example/privacy/clauses/ads/' }],
  });
  expect(rows[1]).toMatchObject({ isInLatest: true, clauses: [{ address: null }] });
  expect(spanOfRows(rows)).toEqual({ first: '2001-01-01', last: '2002-02-02' });
});
