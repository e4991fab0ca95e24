import type { Attack } from './attacks.ts';

/** How an expression's work grows with the length of a text made to be slow: told by ratios, never by milliseconds alone. */

/** Lengths compared. Four times the text takes a linear expression four times as long, a quadratic one sixteen times. */
const SHORT = 6000;
const LONG = SHORT * 4;
/** What takes less than this, in milliseconds, on the longer text grows too little to be told from the machine's noise. */
const FLOOR_MS = 3;
/** Growth of the time from SHORT to LONG from which on it is no longer n log n. */
const MAX_GROWTH = 8.5;
/** Measurements of each length a round, the fastest of all of which counts; rounds before one is cleared, and before one is accused. */
const TRIALS = 2;
const ROUNDS_TO_CLEAR = 3;
const ROUNDS_TO_ACCUSE = 9;

/** The text of an attack; its end is no match of anything. */
export function attackText({ head, unit }: Attack, length: number): string {
  return `${head}${unit.repeat(Math.ceil(length / unit.length))}\u0001`;
}

/** Milliseconds that looking for all matches takes: by the clock, and of this thread's own work. */
interface Time {
  readonly clock: number;
  readonly work: number;
}

const NEVER: Time = { clock: Number.POSITIVE_INFINITY, work: Number.POSITIVE_INFINITY };

function timeOf(expression: RegExp, text: string): Time {
  const start = process.threadCpuUsage();
  const startClock = performance.now();
  expression.lastIndex = 0;
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
  const clock = performance.now() - startClock;
  const { user, system } = process.threadCpuUsage(start);
  return { clock, work: (user + system) / 1000 };
}

/** The fastest of what is known and of some more measurements: whatever else the machine does only ever adds time. */
function fastest(expression: RegExp, text: string, known: Time): Time {
  const times = [known, ...Array.from({ length: TRIALS }, () => timeOf(expression, text))];
  return {
    clock: Math.min(...times.map(({ clock }) => clock)),
    work: Math.min(...times.map(({ work }) => work)),
  };
}

/**
 * @returns how many times longer four times the text took, or null where that is nothing to speak of. The clock and the
 * thread's own work have to agree: on a busy machine the one tells little, and the other counts in ticks that a short text
 * does not fill.
 */
export function measureGrowth(expression: RegExp, attack: Attack): number | null {
  // Exponential growth would not come back from the lengths below: it shows at a few dozen repeats already.
  for (const length of [16, 24, 200]) timeOf(expression, attackText(attack, length));
  const short = attackText(attack, SHORT);
  const long = attackText(attack, LONG);
  if (timeOf(expression, short).clock < FLOOR_MS && timeOf(expression, long).clock < FLOOR_MS) return null;
  let growth = 0;
  let [time, before] = [NEVER, NEVER];
  for (let round = 1; round <= ROUNDS_TO_ACCUSE; round++) {
    [time, before] = [fastest(expression, long, time), fastest(expression, short, before)];
    // Work that filled no tick says nothing, and leaves the word to the clock.
    const byWork = before.work > 0 ? time.work / before.work : Number.POSITIVE_INFINITY;
    growth = Math.min(time.clock / before.clock, byWork);
    if (time.clock < FLOOR_MS || (round >= ROUNDS_TO_CLEAR && growth <= MAX_GROWTH)) return null;
  }
  return growth;
}
