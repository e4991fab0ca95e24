import { describe, expect, test } from 'vitest';
import { parseClauses } from '../../../crawler/core/clauses.ts';
import { compareClauses } from '../../../crawler/core/compare/changes.ts';
import { plainText } from '../../../crawler/core/inline.ts';
import { labelTopics } from '../../../crawler/core/topics.ts';
import type { TextFacts } from '../model.ts';
import { viewAcross } from './across-view.ts';
import { cutSpans, isMostlyChanged, listBlocks, listCounts } from './comparison-blocks.ts';
import { renderComparisonBody, renderComparisonPieces } from './comparison-body.ts';
import { viewComparison } from './comparison-view.ts';
import { type Rendering, renderBlocks } from './render-comparison.ts';

const PLAIN: Rendering = {
  isOnlyRepeats: () => false,
  sentenceOf: () => '',
  attributes: { left: '', right: '' },
  historyAddress: (slug) => slug,
};

function compare(left: string, right: string, rendering = PLAIN) {
  const sides = { left: parseClauses(left), right: parseClauses(right) };
  const comparison = compareClauses(sides.left, sides.right);
  const blocks = listBlocks(comparison, sides);
  return { comparison, blocks, sides, html: [...renderBlocks(blocks, rendering)].join('') };
}

const LEFT = `## Cookies

We use one cookie, which remembers that you have signed in to the service on this computer.

## Sharing

We share nothing with anyone, whatever they may offer us for it in money or in kind.

## Contact

Write to us at the address below and a person will answer within a few days.

## Children

The service is meant for grown people, and children under thirteen may not register with it.
`;

const RIGHT = `## Children

The service is meant for grown people, and children under thirteen may not register with it.

## Cookies

We use several cookies, which remember that you have signed in to the service on this computer.

## Sharing

We share nothing with anyone, whatever they may offer us for it in money or in kind.

## Security

Letters are kept in a locked room to which only two people of the company have the key.
`;

describe('blocks of a comparison', () => {
  const { blocks, html, sides } = compare(LEFT, RIGHT);

  test('the counts are those of what is shown', () => {
    const shown = blocks.filter((block) => block.type === 'change');
    for (const { words, first } of listCounts(blocks)) {
      const block = shown.find((one) => one.number === first)!;
      const count = Number(/^\d+/.exec(words)![0]);
      const kind = /edited|added|no longer present|moved/.exec(words)![0];
      const belongs = (change: typeof block.change) =>
        kind === 'moved' ? change.moved : change.kind === (kind === 'no longer present' ? 'removed' : kind);
      expect(belongs(block.change)).toBe(true);
      expect(shown.filter((one) => belongs(one.change))).toHaveLength(count);
    }
    expect(html.match(/id="change-\d+"/g)).toHaveLength(shown.length);
  });

  test('a moved clause is named at both places, each with a way to the other', () => {
    const moved = blocks.filter((block) => block.type === 'change' && block.change.moved);
    expect(moved.length).toBeGreaterThan(0);
    expect(blocks.filter((block) => block.type === 'departure')).toHaveLength(moved.length);
    for (const block of moved) {
      if (block.type !== 'change') continue;
      expect(html).toContain(`href="#_from-${block.number}"`);
      expect(html).toContain(`id="_from-${block.number}"`);
    }
  });

  test('unchanged clauses are folded whole, so that nothing of the new text is missing', () => {
    const shown = blocks.flatMap((block) =>
      block.type === 'kept' ? [...block.clauses] : block.type === 'change' ? [...block.right] : [],
    );
    expect(shown.map((clause) => clause.position)).toEqual(sides.right.map((clause) => clause.position));
  });
});

describe('cutSpans', () => {
  test('cuts a split clause where its parts end, losing no letter of the new text', () => {
    const { blocks } = compare(
      'We keep letters in a locked room and delete them after one year unless you ask us to keep them longer than that.\n',
      'We keep letters in a locked room.\n\nWe delete them after two years unless you ask us to keep them longer than that.\n',
    );
    const change = blocks.find((block) => block.type === 'change' && block.change.kind === 'split');
    if (change?.type !== 'change') throw new Error('no split found');
    const pieces = cutSpans(change.change.spans, change.right, 'right');
    const texts = pieces.map((spans) =>
      spans
        .filter(([kind]) => kind !== 'removed')
        .map(([, text]) => text)
        .join(''),
    );
    expect(texts).toEqual(change.right.map((clause) => plainText(clause.text)));
  });

  test('marks that would cover most of a clause give way to the old text and the new', () => {
    expect(
      isMostlyChanged([
        ['kept', 'abcdefghij'],
        ['added', 'xy'],
      ]),
    ).toBe(false);
    expect(
      isMostlyChanged([
        ['kept', 'abc'],
        ['removed', 'defghijkl'],
        ['added', 'mnopqrstu'],
      ]),
    ).toBe(true);
  });
});

test('two companies: topic by topic, nothing added or removed, nearest sentences marked, the rest folded unless short', () => {
  const facts = (text: string, language: string) =>
    ({
      clauses: parseClauses(text).map((clause) => ({
        ...clause,
        topics: labelTopics(clause, []),
        perhaps: [],
        lineage: null,
      })),
      language,
      labelling: { language: 'en', rules: '1' },
      timestamp: null,
      firstSeen: null,
      wordCount: 9,
    }) as unknown as TextFacts;
  const left = facts(
    'We set a cookie that remembers your basket. It is gone when you leave.\n\nOur cat sleeps in the window of the shop.\n',
    'en',
  );
  const right = facts('A cookie remembers your basket that we set. \\<b>Nothing else does.\n', 'en');
  const names = { left: 'one.example', right: 'two.example' };
  const html = renderComparisonBody(viewAcross(left, right, names));
  expect(html).not.toMatch(/<ins>|<del>|<b>Nothing/);
  expect(html).toContain('<section class="of-topic" id="topic-cookies"><h3>Cookies</h3>');
  expect(html.match(/<mark class="twin">/g)).toHaveLength(2);
  expect(html).toContain('Only one.example: 1 clause');
  expect(html).toContain('<details class="kept only-left" open>');
  const long = renderComparisonBody(viewAcross({ ...left, wordCount: 992 }, right, names));
  expect(long).toContain('<details class="kept only-left"><summary>');
  expect(html).toContain('1 pair in both, by topic or wording');
  expect(html).toMatch(/<td><a href="#change-1">/);
  const french = renderComparisonBody(viewAcross(left, { ...right, language: 'fr' }, names));
  expect(french).toContain('English beside French: wording cannot be compared.');
});

test('each change has its sentence with it, which escapes what it quotes; quiet ones have theirs after the fold', () => {
  const { html } = compare(
    'We like \\<b>you a lot in general.\n\n[Write to us](https://a.example/) at any time.\n',
    'We like \\<i>you a lot in general.\n\n[Write to us](https://b.example/) at any time.\n',
    { ...PLAIN, sentenceOf: (change) => `${change.significance}: became “<i>”` },
  );
  expect(html).toMatch(
    /id="change-1"[^>]*>.*<p class="sentence"><b>1<\/b> \w+: became “&lt;i&gt;”<\/p>.*<\/section>/,
  );
  expect(html).toMatch(/<\/details><p class="sentence is-quiet">links: became “&lt;i&gt;”<\/p>$/);
});

test('a body in pieces is the body, cut between its blocks', () => {
  const sides = { left: parseClauses(LEFT), right: parseClauses(RIGHT) };
  const facts = (clauses: typeof sides.left) =>
    ({
      clauses: clauses.map((clause) => ({ ...clause, topics: [], perhaps: [], lineage: null })),
    }) as unknown as TextFacts;
  const view = viewComparison(
    compareClauses(sides.left, sides.right),
    { ...facts(sides.left), statedDate: null, timestamp: null, firstSeen: null, wordCount: 50 },
    { ...facts(sides.right), statedDate: null, timestamp: null, firstSeen: null, wordCount: 60 },
    { domain: 'one.example', policy: 'privacy' },
  );
  const { first, rest: further } = renderComparisonPieces(view, 1, 1);
  const rest = [...further];
  expect(rest).toHaveLength([...view.blocks()].length - 1);
  expect(`${first.slice(0, -'</div>'.length)}${rest.join('')}</div>`).toBe(renderComparisonBody(view));
});
