import { describe, expect, it } from 'vitest';
import type { Clause } from '../model.ts';
import { alignClauses } from './align.ts';

const paragraph = (text: string): Clause => ({ kind: 'paragraph', level: 0, text });
const heading = (text: string): Clause => ({ kind: 'heading', level: 2, text });

const AROUND = [
  'Orrery makes star charts for people who like to look up at night.',
  'Our shop is open on Saturdays, and letters are answered within a week.',
].map(paragraph);

const LENSES =
  'We collect the names of the lenses that you lend to us and the nights on which you used them.';
const KEPT = 'Logs of the telescope are kept for ninety days and are then thrown away by the night watch.';
const SHARED = 'We share charts with observatories only where a guest has asked us to do so in writing.';
const WHOLE = paragraph([LENSES, KEPT, SHARED].join(' '));

/** Groups of an alignment as `left > right`, and of the same with the sides exchanged. */
function groupsOf(left: readonly Clause[], right: readonly Clause[]): string[] {
  const { matches } = alignClauses(left, right);
  const back = alignClauses(right, left).matches;
  const shown = matches.filter((match) => match.left.length + match.right.length > 2);
  const turned = back.filter((match) => match.left.length + match.right.length > 2);
  expect(turned.map(({ left, right }) => `${right} > ${left}`)).toEqual(
    shown.map(({ left, right }) => `${left} > ${right}`),
  );
  return shown.map(({ left, right, kind }) => `${kind} ${left} > ${right}`);
}

describe('one clause that became several', () => {
  it('is found with new headings between them', () => {
    const parts = [
      heading('Lenses'),
      paragraph(LENSES),
      heading('Logs'),
      paragraph(KEPT),
      heading('Charts'),
      paragraph(SHARED),
    ];
    expect(groupsOf([AROUND[0]!, WHOLE, AROUND[1]!], [AROUND[0]!, ...parts, AROUND[1]!])).toEqual([
      'split 1 > 2,4,6',
    ]);
  });

  it('is found however much was added to them', () => {
    const parts = [
      paragraph(
        `${LENSES} A lens that was dropped is replaced by another, and its owner is told at once by letter.`,
      ),
      heading('What the watch does'),
      paragraph(`The watch writes down clouds, meteors and passing ships in a book of its own. ${KEPT}`),
      paragraph(
        `${SHARED} Some observatories print them, and they send us a copy of every print that they make.`,
      ),
    ];
    expect(groupsOf([AROUND[0]!, WHOLE, AROUND[1]!], [AROUND[0]!, ...parts, AROUND[1]!])).toEqual([
      'split 1 > 1,3,4',
    ]);
  });

  it('is found where words of each changed', () => {
    const parts = [
      paragraph('We gather the names of lenses that you lend to us and the evenings on which you used them.'),
      heading('Logs'),
      paragraph('Logs of every telescope are kept for thirty days and are then thrown away by the watch.'),
      paragraph('We share charts with observatories where a guest has asked us to do so by letter.'),
    ];
    expect(groupsOf([AROUND[0]!, WHOLE, AROUND[1]!], [AROUND[0]!, ...parts, AROUND[1]!])).toEqual([
      'split 1 > 1,3,4',
    ]);
  });

  it('leaves what is new beside a clause, though it speaks of the same', () => {
    const added = paragraph(
      'Lenses that you lend to us are cleaned, and charts with observatories on them are printed at cost.',
    );
    expect(groupsOf([AROUND[0]!, WHOLE, AROUND[1]!], [AROUND[0]!, WHOLE, added, AROUND[1]!])).toEqual([]);
    const edited = paragraph(WHOLE.text.replace('ninety', 'thirty'));
    expect(groupsOf([AROUND[0]!, WHOLE, AROUND[1]!], [AROUND[0]!, edited, added, AROUND[1]!])).toEqual([]);
  });

  it('leaves a clause to the one it is more like', () => {
    const other = paragraph(
      'Guests of the shop may ask us in writing for a chart of their own, and we print it for them.',
    );
    const shortened = paragraph(`${LENSES} ${KEPT}`);
    const revised = paragraph(
      'Guests of the shop may ask us in writing for charts of their own; where they do so we print them.',
    );
    expect(groupsOf([WHOLE, other, AROUND[1]!], [shortened, revised, AROUND[1]!])).toEqual([]);
  });
});
