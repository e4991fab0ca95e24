import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { renderTrendAnswer } from './answer.ts';
import { renderTrendBlock } from './block.ts';
import { answerTrend, type TrendChart } from './chart.ts';
import { citeChart } from './citation.ts';
import { joinDays, type TrendFacts, type TrendText } from './facts.ts';
import { renderFigureFile, renderFigures } from './figure.ts';
import { emptyQuestion, type TrendQuestion } from './question.ts';
import { breakLabel, listTicks, placeLabels } from './scale.ts';
import { formatTrendCsv } from './table.ts';
import { packTrendFacts, unpackTrendFacts } from './wire.ts';

const text = (version: number, words: number, days: string[]): TrendText => ({
  version,
  slug: version === 1 ? days[0]! : `${days[0]}-2`,
  seen: joinDays(days),
  words,
  clauses: 20 + version,
  grade: version === 1 ? 11.5 : null,
  vague: 4,
  namesOthers: version > 1,
  topics: [0],
});

/** Six invented companies: five seen in 2004 and 2005, all six in 2007, one in 2006. */
const facts: TrendFacts = {
  format: 1,
  release: '2026-03',
  topics: [
    { name: 'cookies', title: 'Cookies' },
    { name: 'children', title: 'Children' },
  ],
  companies: Array.from({ length: 6 }, (_, at) => ({
    domain: `c${at}.example`,
    policy: 'privacy',
    texts: [
      ...(at < 5 ? [text(1, 400 + at * 100, ['2004-03-01', '2005-02-01'])] : []),
      text(2, 900 + at * 100, at === 0 ? ['2006-05-01', '2007-03-01'] : ['2007-03-01']),
    ],
    steps:
      at < 5
        ? [
            {
              left: 1,
              right: 2,
              sizeClass: 'large' as const,
              after: '2005-02-01',
              before: at === 0 ? '2006-05-01' : '2007-03-01',
            },
          ]
        : [],
  })),
  leftOut: { undated: 2, otherLanguage: 1, damaged: 0, otherPolicies: 0 },
  labelRules: '1',
};

/** Every company but the first uses the phrase in its second version. */
const uses = new Map(
  facts.companies.slice(1).map(({ domain }) => [`${domain}/privacy`, new Map([[2, 3]])] as const),
);

function ask(question: Partial<TrendQuestion>, phrase = 'web beacon*'): TrendChart {
  const asked = { ...emptyQuestion, slot: 'year' as const, phrases: [phrase], ...question };
  return answerTrend(facts, asked, new Map([[phrase, uses]]))!;
}
const valuesOf = (chart: TrendChart) => chart.lines[0]!.points.map(({ value }) => value);

describe('a chart in words', () => {
  test('has a title that can be quoted', () => {
    expect(ask({}).title).toBe(
      'Share of companies whose policy contains “web beacon*”, by year 2004–2007 (1 to 6 companies in each)',
    );
    expect(ask({ panel: 'constant', from: 2004, to: 2005 }).title).toBe(
      'Share of 5 companies seen in every year 2004–2005 whose policy contains “web beacon*”',
    );
    expect(ask({ phrases: [], metric: 'length' }).title).toBe(
      'Median length in words of the policies of companies, by year 2004–2007 (1 to 6 companies in each)',
    );
    expect(ask({ slot: 'half' }).title).toContain('by half-year 2004 H1–2007 H1');
  });

  test('says in a sentence what it shows, from the first slot with enough companies to the last', () => {
    expect(ask({}).finding).toBe('From 0\u00a0% of 5 companies in 2004 to 83\u00a0% of 6 companies in 2007.');
    expect(ask({ phrases: [], metric: 'length' }).finding).toBe(
      'From 600 words (median of 5 companies) in 2004 to 1150 words (median of 6 companies) in 2007.',
    );
    expect(ask({ from: 2006, to: 2006 }).finding).toBe(
      'Never more than 1 company in one year: read as cases.',
    );
  });

  test('says what was left out, and how small a panel is', () => {
    expect(ask({}).notes.at(-1)).toBe(
      'Left out: 2 undated texts, 1 text not known to be English, 0 texts from damaged or incomplete captures.',
    );
    expect(ask({ panel: 'constant' }).notes[0]).toBe('The panel has 5 companies: read as cases.');
  });

  test('is none where nothing was seen, or no topic is known', () => {
    expect(answerTrend(facts, { ...emptyQuestion, metric: 'length', from: 2030 })).toBeNull();
    expect(answerTrend(facts, { ...emptyQuestion, metric: 'topics', topics: ['weather'] })).toBeNull();
    expect(answerTrend({ ...facts, companies: [] }, { ...emptyQuestion, metric: 'length' })).toBeNull();
  });
});

describe('a chart in figures', () => {
  test('counts companies, or uses per 1000 words', () => {
    expect(valuesOf(ask({}))).toEqual([0, 0, 0, 5 / 6]);
    expect(valuesOf(ask({ unit: 'count' }))).toEqual([0, 0, 0, 5]);
    const rates = [1000, 1100, 1200, 1300, 1400].map((words) => 3000 / words);
    expect(valuesOf(ask({ unit: 'rate' }))[3]).toBeCloseTo(
      rates.reduce((sum, rate) => sum + rate, 0) / 6,
      10,
    );
  });

  test('is the same from the published file', () => {
    const again = unpackTrendFacts(JSON.parse(JSON.stringify(packTrendFacts(facts))));
    expect(again).toEqual(facts);
  });

  test('as CSV holds every point, empty where nothing is known, and no formula', () => {
    const chart = ask({ from: 2005, to: 2007, slot: 'half' }, '=web beacon');
    const [head, ...rows] = formatTrendCsv([chart]).trim().split('\r\n');
    expect(head).toBe('panel,slot,from,to,line,value,lower_quartile,upper_quartile,count,of');
    expect(rows[0]).toBe("all,2005 H1,2005-01-01,2005-06-30,'=web beacon,0,,,0,5");
    expect(rows[1]).toBe("all,2005 H2,2005-07-01,2005-12-31,'=web beacon,,,,,0");
    expect(rows.at(-1)).toContain(',0.833333,,,5,6');
  });
});

describe('the figure', () => {
  const svgOf = (chart: TrendChart) => load(renderFigures(chart, 'name'))('svg.is-wide');

  test('draws no line across a slot without text, and no point in it', () => {
    const svg = svgOf(ask({ slot: 'half', unit: 'count' }));
    // Known: 2004 H1 to 2005 H1, then 2006 H1 to 2007 H1; nothing in 2005 H2.
    expect(svg.find('circle:not(.reach)')).toHaveLength(6);
    expect(svg.find('path.trend-line').attr('d')!.match(/M/g)).toHaveLength(2);
    expect(svg.find('rect.trend-void')).toHaveLength(1);
  });

  test('draws a zero on the axis', () => {
    const svg = svgOf(ask({}));
    const axis = /M\d+ ([\d.]+)H/.exec(svg.find('path.trend-axis').first().attr('d')!)![1];
    expect(svg.find('circle:not(.reach)').first().attr('cy')).toBe(axis);
  });

  test('draws points of fewer than five companies hollow', () => {
    const isHollow = svgOf(ask({}))
      .find('circle:not(.reach)')
      .toArray()
      .map(({ attribs }) => attribs.class!.includes('trend-hollow'));
    expect(isHollow).toEqual([false, false, true, false]);
  });

  test('draws quartiles only where there are enough companies', () => {
    const svg = svgOf(ask({ phrases: [], metric: 'length' }));
    expect(svg.find('path.trend-band')).toHaveLength(1);
    expect(svg.find('.trend-label').text()).toContain('upper quartile');
  });

  test('keeps whatever was typed as text', () => {
    const typed = '<img src=x onerror=alert(1)> "&';
    for (const html of [
      renderTrendBlock(ask({}, typed), { id: '_own', files: '', isOpen: true }),
      renderFigureFile(ask({}, typed), 'source'),
    ]) {
      expect(load(html)('img')).toHaveLength(0);
      expect(html).not.toContain('<img');
    }
  });

  test('as a file stands alone: no class needs a style sheet', () => {
    const file = renderFigureFile(ask({}), 'Palimpsest, release 2026-03');
    expect(file).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(file).not.toContain('class=');
    expect(file).toContain('release 2026-03');
  });

  test('hides the days of laws until they are asked for', () => {
    const block = load(renderTrendBlock(ask({}), { id: '_own', files: '', isOpen: true }));
    expect(block('input[name=laws]').attr('checked')).toBeUndefined();
    expect(block('.trend-law-list li').text()).toContain('CalOPPA');
    const asked = load(renderTrendBlock(ask({ laws: true }), { id: '_own', files: '', isOpen: true }));
    expect(asked('input[name=laws]').attr('checked')).toBe('checked');
    expect(renderFigureFile(ask({}), '')).not.toContain('>C<');
    expect(renderFigureFile(ask({ laws: true }), '')).toContain('>C<');
  });
});

describe('the parts of a figure', () => {
  test('an axis has round steps', () => {
    expect(listTicks(0.83, true, false)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(listTicks(9321, false, true)).toEqual([0, 2000, 4000, 6000, 8000, 10_000]);
    expect(listTicks(0.31, false, false)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
    expect(listTicks(0, false, true)).toEqual([0, 1]);
    expect(listTicks(3, false, true)).toEqual([0, 1, 2, 3]);
  });

  test('labels do not cover each other and stay inside', () => {
    const ends = [100, 101, 102, 200, 200].map((fromY, line) => ({ line, fromX: 0, fromY, words: ['one'] }));
    const placed = placeLabels(ends, 14, 20, 200);
    const ys = placed.map(({ y }) => y);
    for (const [at, y] of ys.entries()) if (at > 0) expect(y - ys[at - 1]!).toBeGreaterThanOrEqual(14);
    expect(Math.max(...ys)).toBeLessThanOrEqual(200);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(20);
  });

  test('a long label breaks once, and is cut then', () => {
    expect(breakLabel('personally identifiable', 13)).toEqual(['personally', 'identifiable']);
    expect(breakLabel('“personally identifiable information”', 13)).toEqual(['“personally', 'identifiable…']);
  });
});

test('a citation holds the sentence, the address and the release', () => {
  const [plain, ...others] = citeChart({
    title: 'Share of 5 companies',
    address: '/trends/?q=a',
    release: '2026-03',
  });
  expect(plain!.text).toBe('Palimpsest, chart “Share of 5 companies”, release 2026-03, /trends/?q=a.');
  expect(others.map(({ form }) => form)).toEqual(['BibTeX', 'CSL-JSON', 'RIS']);
  expect(JSON.parse(others[1]!.text)[0]).toMatchObject({ issued: { 'date-parts': [[2026]] } });
});

describe('what is behind a point', () => {
  test('is its companies, those of which it is true first, with a way to each text and clause', () => {
    const counts = new Map([['beacon', new Map([['c2.example/privacy', new Map([[1, 3]])]])]]);
    const question = {
      ...emptyQuestion,
      phrases: ['beacon'],
      slot: 'year' as const,
      point: { slot: '2004', line: 1 },
    };
    const chart = answerTrend(facts, question, counts)!;
    expect(chart.behind!.rows.map(({ domain, holds }) => [domain, holds])).toEqual([
      ['c2.example', true],
      ...[0, 1, 3, 4].map((at) => [`c${at}.example`, false]),
    ]);
    const html = load(renderTrendAnswer(chart, '/trends/'));
    const first = html('.trend-behind tbody tr').first();
    expect(first.find('th a').attr('href')).toBe('/c2.example/privacy/2004-03-01/');
    expect(first.find('td a').attr('href')).toBe(
      '/search/?q=%22beacon%22&company=c2.example&from=2004&to=2004',
    );
    // Every point and every number leads to its own list.
    const points = html('.trend-svg.is-wide a.point');
    expect(points.length).toBeGreaterThan(1);
    expect(points.first().attr('href')).toBe('/trends/?q=beacon&slot=year&at=2004');
    expect(html('.trend-numbers td a').first().attr('href')).toBe('/trends/?q=beacon&slot=year&at=2004');
  });

  test('is nothing where the point is not there', () => {
    const question = { ...emptyQuestion, metric: 'length' as const, point: { slot: '1990', line: 1 } };
    expect(answerTrend(facts, question)!.behind).toBeNull();
  });
});

test('a half-year that is not over when the release is made is left out, and said to be', () => {
  const length = { ...emptyQuestion, metric: 'length' as const };
  const whole = answerTrend(facts, length)!;
  const cut = answerTrend({ ...facts, release: '2007-03' }, length)!;
  expect(whole.slots.at(-1)!.name).toBe('2007 H1');
  expect(cut.slots.at(-1)!.name).toBe('2006 H2');
  expect(cut.notes).toContain('Left out, for it was not over: 2007 H1.');
});

test('a panel of companies seen in at least so many slots, or of a set', () => {
  const question = { ...emptyQuestion, metric: 'length' as const, slot: 'year' as const };
  const least = answerTrend(facts, { ...question, panel: 'least', least: 4 })!;
  expect(least.panelSize).toBe(1);
  expect(least.title).toContain('1 company seen in at least 4 of 4 years');
  const set = answerTrend(facts, { ...question, companies: ['c1.example', 'c2.example'] })!;
  expect(set.panelSize).toBe(2);
  expect(set.notes).toContain('Counted are companies of a set: c1.example, c2.example.');
});
