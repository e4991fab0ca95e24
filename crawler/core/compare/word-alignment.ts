import type { WordToken } from './word-tokens.ts';

/** Which word of the left is kept as which word of the right, ascending on both sides. */
export type KeptWords = [left: number, right: number][];

/** What is compared: the words of both sides, and whether the text before two words reads the same. */
export interface WordSides {
  readonly left: readonly WordToken[];
  readonly right: readonly WordToken[];
  /** True where what stands between words `i - 1`, `i` of the left and `j - 1`, `j` of the right is the same. */
  readonly sameGap: (i: number, j: number) => boolean;
  /** True where a sentence or a part of one ends before the word. */
  readonly startsLeft: (i: number) => boolean;
  readonly startsRight: (j: number) => boolean;
}

/**
 * Reading costs, in letters: a letter marked costs 1. A kept stretch between two changes that says next to nothing
 * (fewer than three words, or small words only) costs so much that it is marked along, unless it is long.
 */
export interface ReadingCosts {
  readonly island: number;
  readonly change: number;
  /** A change that starts or ends inside a sentence. */
  readonly edge: number;
}

export const READING_COSTS: ReadingCosts = { island: 24, change: 2, edge: 0.5 };

const SMALL_WORDS = new Set(
  `a an and any are as at be by for from has have if in is it its may no not of on or our that the their these this to
  us we will with you your`.split(/\s+/),
);

/** States of a kept stretch: one, two, three or more words, without and with a word that is not small. */
const RUN_STATES = 6;
const CLEAR = 5;
const FROM_LEFT = 1;
const FROM_RIGHT = 2;
const FROM_RUN = 3;

function nextRun(state: number, isBig: boolean): number {
  const length = Math.min(2, (state >> 1) + 1);
  return length * 2 + (isBig || (state & 1) === 1 ? 1 : 0);
}

interface Table {
  readonly columns: number;
  /** How each cell was reached while inside a change: FROM_LEFT, FROM_RIGHT, or FROM_RUN plus the stretch's state. */
  readonly changeFrom: Uint8Array;
  /** For each state of a kept stretch, 3 bits: 1 plus the state before, or 0 where a change ended. */
  readonly runFrom: Int32Array;
}

/** Fills one row: `above` and `row` hold the costs per column, change first, then the run states. */
function fillRow(
  sides: WordSides,
  i: number,
  above: Float64Array,
  row: Float64Array,
  table: Table,
  costs: ReadingCosts,
) {
  const width = RUN_STATES + 1;
  const { left, right } = sides;
  const word = left[i - 1];
  const isBig = word !== undefined && !SMALL_WORDS.has(word.key.toLowerCase());
  for (let j = 0; j < table.columns; j++) {
    const at = j * width;
    const cell = i * table.columns + j;
    if (i === 0 && j === 0) continue;
    row.fill(Number.POSITIVE_INFINITY, at, at + width);
    if (word && j > 0 && word.key === right[j - 1]!.key) {
      const from = at - width;
      const opening = above[from]! + (sides.startsLeft(i - 1) || sides.startsRight(j - 1) ? 0 : costs.edge);
      const first = isBig ? 1 : 0;
      row[at + 1 + first] = opening;
      if (sides.sameGap(i - 1, j - 1)) {
        for (let state = 0; state < RUN_STATES; state++) {
          const cost = above[from + 1 + state]!;
          const next = nextRun(state, isBig);
          if (cost < row[at + 1 + next]!) {
            row[at + 1 + next] = cost;
            table.runFrom[cell]! &= ~(7 << (next * 4));
            table.runFrom[cell]! |= (state + 1) << (next * 4);
          }
        }
      }
    }
    let best = Number.POSITIVE_INFINITY;
    let how = 0;
    const consider = (cost: number, origin: number) => {
      if (cost < best) {
        best = cost;
        how = origin;
      }
    };
    if (i > 0) consider(above[at]! + word!.end - word!.start, FROM_LEFT);
    if (j > 0) consider(row[at - width]! + right[j - 1]!.end - right[j - 1]!.start, FROM_RIGHT);
    for (let state = 0; state < RUN_STATES; state++) {
      const edge = sides.startsLeft(i) || sides.startsRight(j) ? 0 : costs.edge;
      const island = state === CLEAR ? 0 : costs.island;
      consider(row[at + 1 + state]! + island + costs.change + edge, FROM_RUN + state);
    }
    row[at] = best;
    table.changeFrom[cell] = how;
  }
}

/**
 * The words to keep so that the marks are easiest to read: a longest common subsequence weighted by letters, in which
 * every stretch between two changes has to be worth the interruption. Dynamic programming over both sides, seven states
 * a cell; the caller bounds the size.
 */
export function keepWords(sides: WordSides, costs: ReadingCosts = READING_COSTS): KeptWords {
  const rows = sides.left.length;
  const columns = sides.right.length + 1;
  const width = RUN_STATES + 1;
  const table: Table = {
    columns,
    changeFrom: new Uint8Array((rows + 1) * columns),
    runFrom: new Int32Array((rows + 1) * columns),
  };
  let above = new Float64Array(columns * width).fill(Number.POSITIVE_INFINITY);
  let row = new Float64Array(columns * width).fill(Number.POSITIVE_INFINITY);
  row[0] = 0;
  for (let i = 0; i <= rows; i++) {
    fillRow(sides, i, above, row, table, costs);
    [above, row] = [row, above];
  }
  return traceBack(table, rows, columns - 1);
}

function traceBack(table: Table, rows: number, lastColumn: number): KeptWords {
  const kept: KeptWords = [];
  let i = rows;
  let j = lastColumn;
  let state = -1;
  while (i > 0 || j > 0) {
    const cell = i * table.columns + j;
    if (state >= 0) {
      kept.push([i - 1, j - 1]);
      state = ((table.runFrom[cell]! >> (state * 4)) & 7) - 1;
      i--;
      j--;
    } else if (table.changeFrom[cell] === FROM_LEFT) i--;
    else if (table.changeFrom[cell] === FROM_RIGHT) j--;
    else state = table.changeFrom[cell]! - FROM_RUN;
  }
  return kept.reverse();
}
