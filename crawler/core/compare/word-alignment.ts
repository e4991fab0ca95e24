import type { WordToken } from './word-tokens.ts';

/** Which word of the left is kept as which word of the right, ascending on both sides. */
export type KeptWords = [left: number, right: number][];

/** One side of what is compared. */
export interface WordSide {
  readonly words: readonly WordToken[];
  /** For each word, and one more for the end: number of the text before it; equal numbers read the same. */
  readonly gaps: Int32Array;
  /** The same: 1 where a sentence, or a part of one, ends before the word. */
  readonly starts: Uint8Array;
}

export interface WordSides {
  readonly left: WordSide;
  readonly right: WordSide;
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
  /** A change without any word. */
  readonly mark: number;
}

export const READING_COSTS: ReadingCosts = { island: 22, change: 0.5, edge: 0.5, mark: 9 };

const SMALL_WORDS = new Set(
  `a an and any are as at be by for from has have if in is it its may no not of on or our that the their these this to
  us we will with you your`.split(/\s+/),
);

/** Hiragana are the endings and particles of Japanese. */
const isSmall = (key: string) => SMALL_WORDS.has(key.toLowerCase()) || /^[\u3041-\u309f]/.test(key);

/** States of a kept stretch: one, two, three or more words, without and with a word that is not small. */
const RUN_STATES = 6;
/** Costs of a cell: inside a change, then the states of a kept stretch. */
const WIDTH = RUN_STATES + 1;
const CLEAR = 5;
const FROM_LEFT = 1;
const FROM_RIGHT = 2;
const FROM_RUN = 3;
/** Bits in which a table notes the state before. */
const STATE_BITS = 4;

function nextRun(state: number, isBig: boolean): number {
  const length = Math.min(2, (state >> 1) + 1);
  return length * 2 + (isBig || (state & 1) === 1 ? 1 : 0);
}

interface CostTable {
  readonly sides: WordSides;
  readonly costs: ReadingCosts;
  readonly columns: number;
  /** How each cell was reached while inside a change: FROM_LEFT, FROM_RIGHT, or FROM_RUN plus the stretch's state. */
  readonly changeFrom: Uint8Array;
  /** For each state of a kept stretch: 1 plus the state before, or 0 where a change ended. */
  readonly runFrom: Int32Array;
  /** Costs of the row above and of this one, WIDTH a column; only cells of equal words have kept stretches. */
  above: Float64Array;
  row: Float64Array;
}

/** Keeps the words `i - 1` and `j - 1`, which are equal, as the first of a stretch or as its next. */
function keepCell(
  { sides, costs, above, row, changeFrom, runFrom, columns }: CostTable,
  i: number,
  j: number,
  isBig: boolean,
): void {
  const from = (j - 1) * WIDTH;
  const to = j * WIDTH + 1;
  const isAtStart = sides.left.starts[i - 1] === 1 || sides.right.starts[j - 1] === 1;
  const isWordless = changeFrom[(i - 1) * columns + j - 1]! >= FROM_RUN;
  row[to + (isBig ? 1 : 0)] = above[from]! + (isAtStart ? 0 : costs.edge) + (isWordless ? costs.mark : 0);
  if (sides.left.gaps[i - 1] !== sides.right.gaps[j - 1]) return;
  let origins = 0;
  for (let state = 0; state < RUN_STATES; state++) {
    const cost = above[from + 1 + state]!;
    const next = nextRun(state, isBig);
    if (cost >= row[to + next]!) continue;
    row[to + next] = cost;
    const shift = next * STATE_BITS;
    origins = (origins & ~(15 << shift)) | ((state + 1) << shift);
  }
  runFrom[i * columns + j] = origins;
}

/** Lets a kept stretch end at a cell, if that is cheaper than the change that passes here. */
function endStretch({ sides, costs, row, changeFrom, columns }: CostTable, i: number, j: number): void {
  const isAtStart = sides.left.starts[i] === 1 || sides.right.starts[j] === 1;
  const opening = costs.change + (isAtStart ? 0 : costs.edge);
  const at = j * WIDTH;
  for (let state = 0; state < RUN_STATES; state++) {
    const cost = row[at + 1 + state]! + opening + (state === CLEAR ? 0 : costs.island);
    if (cost >= row[at]!) continue;
    row[at] = cost;
    changeFrom[i * columns + j] = FROM_RUN + state;
  }
}

function fillRow(table: CostTable, i: number): void {
  const { sides, columns, changeFrom, above, row } = table;
  const word = sides.left.words[i - 1];
  const key = word?.key;
  const length = word ? word.end - word.start : 0;
  const isBig = word !== undefined && !isSmall(word.key);
  row.fill(Number.POSITIVE_INFINITY);
  for (let j = 0; j < columns; j++) {
    const at = j * WIDTH;
    const other = sides.right.words[j - 1];
    const removing = i > 0 ? above[at]! + length : Number.POSITIVE_INFINITY;
    const adding = other ? row[at - WIDTH]! + other.end - other.start : Number.POSITIVE_INFINITY;
    row[at] = i === 0 && j === 0 ? 0 : Math.min(removing, adding);
    changeFrom[i * columns + j] = removing <= adding ? FROM_LEFT : FROM_RIGHT;
    if (key === undefined || !other || key !== other.key) continue;
    keepCell(table, i, j, isBig);
    endStretch(table, i, j);
  }
}

/** Follows the table back from its end to the words kept. */
function traceBack({ columns, changeFrom, runFrom }: CostTable, rows: number): KeptWords {
  const kept: KeptWords = [];
  let [i, j] = [rows, columns - 1];
  let state = -1;
  while (i > 0 || j > 0) {
    const cell = i * columns + j;
    if (state >= 0) {
      kept.push([--i, --j]);
      state = ((runFrom[cell]! >> (state * STATE_BITS)) & 15) - 1;
    } else if (changeFrom[cell] === FROM_LEFT) i--;
    else if (changeFrom[cell] === FROM_RIGHT) j--;
    else state = changeFrom[cell]! - FROM_RUN;
  }
  return kept.reverse();
}

/**
 * The words to keep so that the marks are easiest to read: a longest common subsequence weighted by letters, in which
 * every stretch between two changes has to be worth the interruption. Dynamic programming over both sides, seven states
 * a cell; the caller bounds the size.
 */
export function keepWords(sides: WordSides, costs: ReadingCosts = READING_COSTS): KeptWords {
  const rows = sides.left.words.length;
  const columns = sides.right.words.length + 1;
  const table: CostTable = {
    sides,
    costs,
    columns,
    changeFrom: new Uint8Array((rows + 1) * columns),
    runFrom: new Int32Array((rows + 1) * columns),
    above: new Float64Array(columns * WIDTH),
    row: new Float64Array(columns * WIDTH),
  };
  for (let i = 0; i <= rows; i++) {
    [table.above, table.row] = [table.row, table.above];
    fillRow(table, i);
  }
  return traceBack(table, rows);
}
