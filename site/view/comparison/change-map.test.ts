import { describe, expect, test } from 'vitest';
import { parseClauses } from '../../../crawler/core/clauses.ts';
import { compareClauses } from '../../../crawler/core/compare/changes.ts';
import { mapChanges, renderMap } from './change-map.ts';
import { listBlocks } from './comparison-blocks.ts';
import { foldSentences } from './fold-sentences.ts';
import { renderSpans } from './render-comparison.ts';
import { findRepeats } from './repeats.ts';

function compare(left: string, right: string) {
  const sides = { left: parseClauses(left), right: parseClauses(right) };
  const comparison = compareClauses(sides.left, sides.right);
  return { comparison, blocks: listBlocks(comparison, sides) };
}

const line = (part: number, at: number) =>
  `Users of lamp ${part}.${at} may dim it at ${at} in the evening, when the light of the street is on.`;
const write = (parts: readonly number[], count: number, change: (text: string) => string = (text) => text) =>
  parts
    .map(
      (part) =>
        `## Part ${part}\n\n${Array.from({ length: count }, (_, at) => change(line(part, at))).join('\n\n')}`,
    )
    .join('\n\n');

describe('the map of a long change', () => {
  test('lists the sections touched, in order, with the counts of what is shown', () => {
    const { blocks } = compare(
      write([1, 2, 3], 5),
      `${write([1, 2], 5, (text) => text.replace('in the evening', 'before the morning'))}\n\n${write([3], 2)}`,
    );
    const map = mapChanges(blocks);
    expect(map.map(({ title, first }) => [title, first])).toEqual([
      ['Part 1', 1],
      ['Part 2', 6],
      ['Part 3', 11],
    ]);
    const shown = blocks.filter((block) => block.type === 'change').length;
    expect(
      map.reduce((sum, { edited, added, removed, moved }) => sum + edited + added + removed + moved, 0),
    ).toBe(shown);
    expect(renderMap(map)).toContain('<a href="#change-6">Part 2</a>');
  });

  test('divides a section of many changes, so that no stretch is without a landmark', () => {
    const { blocks } = compare(
      write([1, 2], 40),
      write([1, 2], 40, (text) => text.replace('evening', 'night')),
    );
    const firsts = mapChanges(blocks).map(({ first }) => first);
    const gaps = firsts.map((first, at) => (firsts[at + 1] ?? 81) - first);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(14);
  });

  test('is left out where there is little to look over', () => {
    const { blocks } = compare(
      write([1], 3),
      write([1], 3, (text) => text.replace('evening', 'night')),
    );
    expect(mapChanges(blocks)).toEqual([]);
  });
});

test('a substitution that several changes make is found with its places; a change of more is not only that', () => {
  const right = write([1], 6, (text) => text.replace('Users', 'Members')).replace('1.3 may', '1.3 never');
  const { comparison } = compare(write([1], 6), right);
  const numbers = new Map(comparison.changes.map((change, at) => [change, at + 1]));
  const { repeats, isOnlyRepeats } = findRepeats(comparison, (change) => numbers.get(change));
  expect(repeats).toEqual([{ removed: 'Users', added: 'Members', count: 6, numbers: [1, 2, 3, 4, 5, 6] }]);
  expect(comparison.changes.map(isOnlyRepeats)).toEqual([true, true, true, false, true, true]);
});

test('unchanged sentences of a long clause are folded, and none of its words is lost', () => {
  const kept = Array.from(
    { length: 9 },
    (_, at) => `Lamp number ${at} of the house is dimmed by its owner alone.`,
  ).join(' ');
  const html = foldSentences(
    [
      ['removed', 'Old'],
      ['added', 'New'],
      ['kept', ` words begin it. ${kept} And it ends with `],
      ['added', 'a change.'],
    ],
    renderSpans,
  );
  expect(html).toContain('9 sentences unchanged</label><span class="same-text">');
  expect(html.replace(/<label.*?<\/label>|<[^>]+>/g, '').replace(/\s+/g, ' ')).toBe(
    `OldNew words begin it. ${kept} And it ends with a change.`,
  );
  expect(foldSentences([['kept', 'Short. It is.']], renderSpans)).toBe('Short. It is.');
});
