import { expect, test } from 'vitest';
import { countByHalf, drawCoverage, viewCoverage } from './coverage.ts';

const mark = (timestamp: string | null, version: number | null) => ({
  timestamp,
  version,
  outcome: version === null ? 'failed' : 'version',
  reason: null,
});

const versions = [
  { version: 1, flags: [] },
  { version: 2, flags: ['mojibake'] },
  { version: 3, flags: ['plain-text', 'undecided-date'] },
];

test('a half-year is usable, flagged or empty, by the best capture in it', () => {
  const coverage = viewCoverage([
    {
      domain: 'a.example',
      versions,
      marks: [
        mark('20010630235959', 1),
        mark('20010701000000', 2),
        mark('20020301000000', null),
        mark('20020401000000', 3),
        mark(null, 1),
      ],
    },
    { domain: 'a.example', versions: [], marks: [mark('20011201000000', null)] },
    { domain: 'b.example', versions: [], marks: [] },
  ]);
  expect(coverage.halves).toEqual(['2001-H1', '2001-H2', '2002-H1']);
  expect(coverage.companies).toEqual([
    { domain: 'a.example', states: ['usable', 'flagged', 'usable'], usable: 2, flagged: 1, none: 0 },
    { domain: 'b.example', states: ['none', 'none', 'none'], usable: 0, flagged: 0, none: 3 },
  ]);
  expect(countByHalf(coverage)[1]).toEqual({ half: '2001-H2', usable: 0, flagged: 1, none: 1 });
  const { usable, flagged } = drawCoverage(coverage.companies[0]!);
  expect(usable.match(/z/g)).toHaveLength(2);
  expect(flagged.match(/z/g)).toHaveLength(1);
});

test('where nothing is dated there is no table', () => {
  expect(viewCoverage([{ domain: 'a.example', versions, marks: [mark(null, 1)] }])).toEqual({
    halves: [],
    companies: [],
  });
});
