import { describe, expect, test } from 'vitest';
import type { StepSummary, VersionSummary } from '../../../crawler/core/index.ts';
import type { SizeClass } from '../../../crawler/core/model.ts';
import { coverageShare, gapWords, listGaps, type Mark } from '../gaps.ts';
import { drawStrip } from '../strip.ts';
import { makeAxis, placeOn } from '../time-axis.ts';
import { drawLength } from './length-figure.ts';
import { changeCountWords } from './timeline.ts';
import { listTimeline, type TimelineGroup, type TimelineYear } from './timeline-groups.ts';

const version = (number: number, day: string | null, textHash = `hash ${number}`): VersionSummary => ({
  version: number,
  slug: day ?? 'undated',
  title: null,
  language: 'en',
  firstSeen: day && `${day.replaceAll('-', '')}120000`,
  lastSeen: day && `${day.replaceAll('-', '')}120000`,
  changedAfter: null,
  captureCount: 1,
  wordCount: 100,
  statedDate: null,
  flags: [],
  textHash,
  original: 'http://a.example/',
  mementoUrl: null,
  rawUrl: null,
  timestamp: null,
  payloadHash: '',
  rulesVersion: 1,
});

const step = (right: number, sizeClass: SizeClass): StepSummary => ({
  left: right - 1,
  right,
  counts: { unchanged: 9, edited: 1, added: 0, removed: 0, split: 0, merged: 0, moved: 0 },
  wordsAdded: 2,
  wordsRemoved: 1,
  carriedShare: 0.9,
  significance: 'substantive',
  sizeClass,
  approximate: false,
  gist: null,
  gistShort: null,
});

const mark = (day: string, number: number | null, outcome = 'version'): Mark => ({
  timestamp: `${day.replaceAll('-', '')}120000`,
  outcome,
  reason: null,
  version: number,
});

const nameGroup = (group: TimelineGroup) => (group.type === 'version' ? group.row.slug : group.words);

const NAME = { domain: 'a.example', policy: 'privacy' };

describe('listTimeline', () => {
  const versions = [
    version(1, '2001-01-01', 'x'),
    version(2, '2001-02-01'),
    version(3, '2001-03-01'),
    version(4, '2001-04-01', 'x'),
    version(5, null),
  ];
  const steps = [step(2, 'date'), step(3, 'order'), step(4, 'medium')];
  const marks = versions.slice(0, 4).map((one) => mark(one.slug, one.version));
  const [{ groups }] = listTimeline(NAME, versions, steps, marks) as [TimelineYear];

  test('newest first, quiet changes folded, undated last', () => {
    const shown = groups.map(nameGroup);
    expect(shown).toEqual([
      '2001-04-01',
      '2 quiet changes, 2001-02-01 to 2001-03-01 (1 order only, 1 dates only)',
      '2001-01-01',
      'undated',
    ]);
  });

  test('quiet changes of one kind name it once', () => {
    const dates = [step(2, 'date'), step(3, 'date'), step(4, 'medium')];
    const [year] = listTimeline(NAME, versions, dates, marks);
    expect(year!.groups.map(nameGroup)[1]).toBe('2 quiet changes, 2001-02-01 to 2001-03-01 (dates only)');
  });

  test('a text that comes back says so', () => {
    const [newest] = groups;
    expect(newest?.type === 'version' && newest.row.returnsTo?.day).toBe('2001-01-01');
  });

  test('texts that take turns are folded, however large the changes between them', () => {
    const turns = ['x', 'y', 'x', 'y', 'x', 'z'].map((hash, at) =>
      version(at + 1, `2001-0${at + 1}-01`, hash),
    );
    const changes = turns.slice(1).map((one) => step(one.version, 'large'));
    const [year] = listTimeline(
      NAME,
      turns,
      changes,
      turns.map((one) => mark(one.slug, one.version)),
    );
    expect(year!.groups.map(nameGroup)).toEqual([
      '2001-06-01',
      'switched back and forth 3 times between two texts, 2001-03-01 to 2001-05-01',
      '2001-02-01',
      '2001-01-01',
    ]);
  });

  test('captures that are no use stand where they were made', () => {
    const failed = { ...mark('2001-03-15', null, 'not-a-policy'), reason: 'login' };
    const late = mark('2002-01-01', null, 'failed');
    const [year] = listTimeline(NAME, versions, steps, [...marks, failed, late]);
    expect(year!.groups.map(nameGroup).slice(0, 3)).toEqual([
      '1 capture without the policy’s text, 2002-01-01: not available',
      '2001-04-01',
      '1 capture without the policy’s text, 2001-03-15: a log-in page',
    ]);
  });

  test('a long history is divided into years', () => {
    const many = Array.from({ length: 36 }, (_, at) =>
      version(at + 1, `${2001 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`),
    );
    const years = listTimeline(NAME, [...many, version(37, null)], [], []);
    expect(years.map(({ year, groups: own }) => [year, own.length])).toEqual([
      ['2003', 12],
      ['2002', 12],
      ['2001', 12],
      [null, 1],
    ]);
  });

  test('visible and quiet changes are counted apart', () => {
    expect(changeCountWords(steps)).toBe('1 visible change, 2 quiet');
    expect(changeCountWords([step(2, 'rewrite'), step(3, 'rewrite')])).toBe(
      '2 visible changes, both rewrites',
    );
  });
});

describe('gaps', () => {
  const marks = [mark('2001-01-01', 1), mark('2003-06-01', null, 'failed'), mark('2005-01-02', 2)];

  test('a gap is over a year without a usable capture, and says what the archive holds in it', () => {
    const gaps = listGaps(marks);
    expect(gaps).toHaveLength(1);
    expect(gapWords(gaps[0]!)).toBe(
      'no usable capture for 4 years; the archive holds 1 capture here, not usable',
    );
    expect(listGaps([mark('2001-01-01', 1), mark('2001-12-30', 1)])).toEqual([]);
  });

  test('coverage is the share of half-years with a usable capture', () => {
    expect(coverageShare(marks)).toBeCloseTo(2 / 9);
    expect(coverageShare([])).toBeNull();
  });
});

test('a strip stands on a true time axis', () => {
  const axis = makeAxis(['20010101000000', '20041231000000']);
  expect(placeOn(axis, '20010101000000')).toBe(0);
  expect(placeOn(axis, '20030101000000')).toBeCloseTo(500, 0);
  const versions = [version(1, '2001-01-01'), version(2, '2003-01-01'), version(3, '2004-01-01')];
  const strip = drawStrip(
    'a.example',
    axis,
    versions,
    [step(2, 'rewrite'), step(3, 'date')],
    [
      mark('2001-01-01', 1),
      mark('2003-01-01', 2),
      mark('2003-06-01', null, 'not-a-policy'),
      mark('2004-01-01', 3),
    ],
  );
  expect(strip.first.match(/M/g)).toHaveLength(1);
  expect(strip.changed).toBe('');
  expect(strip.rewritten.match(/M/g)).toHaveLength(1);
  expect(strip.quiet.match(/M/g)).toHaveLength(1);
  expect(strip.gaps).toHaveLength(1);
  expect(strip.name).toBe('a.example: 3 versions, 1 gap of over a year, 1 unusable capture');
});

test('length is a level for each version, and no line crosses a gap', () => {
  const axis = makeAxis(['20010101000000', '20041231000000']);
  const dated = [version(1, '2001-01-01'), version(2, '2001-06-01'), version(3, '2004-01-01')];
  const figure = drawLength(axis, dated, [
    { after: dated[1]!.lastSeen!, before: dated[2]!.firstSeen!, unusable: 0 },
  ]);
  expect(figure?.line.match(/M/g)).toHaveLength(2);
  expect(figure?.name).toBe('Length: 100 words on 1 Jan 2001, 100 words on 1 Jan 2004; at most 100.');
  expect(drawLength(axis, dated.slice(0, 1), [])).toBeNull();
});
