import { expect, test } from 'vitest';
import { parseClauses } from '../../../crawler/core/clauses.ts';
import { compareClauses } from '../../../crawler/core/compare/changes.ts';
import { traceLineages } from '../../../crawler/core/compare/questions.ts';
import type { StoredComparison, TextFacts } from '../model.ts';
import { indexClauses } from './clause-index.ts';
import { renderNote } from './clause-notes.ts';
import { viewClause } from './clause-page.ts';

const NAME = { domain: 'a.example', policy: 'privacy' };
const COOKIE = 'Our web site sets one cookie, which remembers that you have signed in to the service.';
const EDITED = 'Our web site sets two cookies, which remember that you have signed in to the service.';
const CONTACT = 'Write to the address at the foot of every page, and a person will answer you soon.';

/** An index over texts first seen on the days given, with lineages traced as the crawler traces them. */
function indexOf(texts: readonly (readonly [day: string, markdown: string])[]) {
  const parsed = texts.map(([, markdown]) => parseClauses(markdown));
  const ids = traceLineages(parsed);
  const versions = texts.map(([day, markdown], at): TextFacts => {
    const timestamp = `${day.replaceAll('-', '')}000000`;
    return {
      version: at + 1,
      slug: day,
      title: null,
      language: 'en',
      firstSeen: timestamp,
      lastSeen: timestamp,
      changedAfter: at === 0 ? null : `${texts[at - 1]![0].replaceAll('-', '')}000000`,
      captureCount: 1,
      wordCount: 1,
      statedDate: null,
      flags: [],
      textHash: String(at),
      original: 'http://a.example/',
      mementoUrl: null,
      rawUrl: null,
      timestamp,
      payloadHash: '',
      rulesVersion: 1,
      markdown,
      labelling: null,
      removed: [],
      clauses: parsed[at]!.map((clause, k) => ({
        ...clause,
        topics: [],
        perhaps: [],
        lineage: ids[at]![k]!,
      })),
    };
  });
  const steps = parsed.map((clauses, at) =>
    at === 0 ? null : (compareClauses(parsed[at - 1]!, clauses) as unknown as StoredComparison),
  );
  const lineages = [...new Set(ids.flat())].map((lineage) => ({
    lineage,
    slug: `clause-${lineage}`,
    label: 'Clause',
    versionCount: ids.filter((own) => own.includes(lineage)).length,
    changeCount: 0,
    presentInLatest: ids.at(-1)!.includes(lineage),
    isHeading: false,
  }));
  return indexClauses(versions, steps, lineages);
}

const index = indexOf([
  ['2001-01-01', `${COOKIE}\n\n${CONTACT}\n`],
  ['2002-01-01', `${EDITED}\n\n${CONTACT}\n`],
  ['2003-01-01', `${CONTACT}\n`],
  ['2010-01-01', `${EDITED}\n\n${CONTACT}\n`],
]);
const lineage = index.versions[0]!.clauses[0]!.lineage!;

test('a clause lives through edits, absence and return', () => {
  const view = viewClause(NAME, index, index.lineages.get(lineage)!, { fromYear: 2001, toYear: 2011 });
  expect(view.states.map((state) => [state.isPresent, state.change?.what ?? null])).toEqual([
    [true, 'came back'],
    [false, 'left the text'],
    [true, 'edited'],
    [true, null],
  ]);
  expect(view.states[2]!.html).toContain('<del>one cookie');
  expect(view.states[1]!.change?.window).toBe('between 1 Jan 2002 and 1 Jan 2003');
  expect(view.lane.spans).toHaveLength(2);
  expect(view.summary).toContain('Still there in the latest version seen (1 Jan 2010).');
});

test('the margin says since when and until when, and leads to the changes', () => {
  const note = (at: number, position: number) =>
    renderNote(NAME, index, at, index.versions[at]!.clauses[position]!);
  expect(note(1, 0)).toContain('/a.example/privacy/2001-01-01--2002-01-01/#change-1');
  expect(note(1, 0)).toContain('since 1 Jan 2002');
  expect(note(1, 0)).toContain('not present on 1 Jan 2003');
  expect(note(3, 1)).toContain('since 1 Jan 2001 or before');
  expect(note(3, 1)).toContain('age-3');
  expect(note(0, 1)).not.toContain('reads otherwise');
});

test('a clause that left leads to those that entered with it on its topic, and the other way round', () => {
  const about = { topic: 'cookies', rule: 'cookie' };
  const told = indexOf([
    ['2001-01-01', `${COOKIE}\n\n${CONTACT}\n`],
    ['2002-01-01', `Beacons of other companies count who opens the pages of this site.\n\n${CONTACT}\n`],
  ]);
  const versions = told.versions.map((version) => ({
    ...version,
    clauses: version.clauses.map((clause, at) => (at === 0 ? { ...clause, topics: [about] } : clause)),
  }));
  const viewOf = (own: number) =>
    viewClause(NAME, { ...told, versions }, told.lineages.get(own)!, { fromYear: 2001, toYear: 2011 });
  const [old, fresh] = told.versions.map(({ clauses }) => clauses[0]!.lineage!) as [number, number];
  expect(old).not.toBe(fresh);
  expect(viewOf(old).after.map(({ topics }) => topics)).toEqual(['Cookies']);
  expect(viewOf(old).before).toEqual([]);
  expect(viewOf(fresh).before).toHaveLength(1);
  expect(viewOf(told.versions[0]!.clauses[1]!.lineage!).after).toEqual([]);
});

test('a clause that left leads to the one it is perhaps continued in, by heading and words', () => {
  const parcels =
    'The carriers who bring parcels see your name and postal address, and nothing else about orders.';
  const both = `${EDITED} Carriers bring parcels, with name and postal address on them, and learn nothing about other orders of yours from our web site or service.`;
  const told = indexOf([
    ['2001-01-01', `# Policy\n\n## Cookies\n\n${COOKIE}\n\n${parcels}\n\n## Contact\n\n${CONTACT}\n`],
    ['2002-01-01', `# Policy\n\n## Cookies\n\n${both}\n\n## Contact\n\n${CONTACT}\n`],
  ]);
  const viewOf = (own: number) =>
    viewClause(NAME, told, told.lineages.get(own)!, { fromYear: 2001, toYear: 2011 });
  const lineageOf = (at: number, position: number) => told.versions[at]!.clauses[position]!.lineage!;
  const kept = lineageOf(1, 2);
  const left = [lineageOf(0, 2), lineageOf(0, 3)].find((one) => one !== kept)!;
  expect(viewOf(left).continuedIn?.address).toBe(viewOf(kept).address);
  expect(viewOf(left).continues).toBe(null);
  expect(viewOf(lineageOf(0, 5)).continuedIn).toBe(null);
});
