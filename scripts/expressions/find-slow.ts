import { Worker } from 'node:worker_threads';
import type { Attack } from './attacks.ts';
import type { Expression } from './find-expressions.ts';

/** Expressions that some text makes grow faster than n log n. */

export interface SlowExpression extends Expression, Attack {
  /** How many times longer four times the text took; infinite where no end was seen. */
  readonly growth: number;
}

/** An attack without an answer for so long never ends: above what a quadratic one needs. */
const MAX_SILENCE_MS = 10_000;

interface Progress {
  readonly at: number;
  readonly attack: Attack;
  readonly growth: number | null;
}

/** A worker's run over expressions from the `first` on. @returns where it fell silent, or null where it came to the end */
function runWorker(
  expressions: readonly Expression[],
  first: number,
  maxSilenceMs: number,
  found: (progress: Progress) => void,
): Promise<Progress | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Progress | null>();
  const workerData = { expressions, first };
  const worker = new Worker(new URL('./measure-worker.ts', import.meta.url), { workerData });
  let latest: Progress = { at: first, attack: { head: '', unit: '' }, growth: null };
  const giveUp = () => {
    resolve(latest);
    void worker.terminate();
  };
  let clock = setTimeout(giveUp, maxSilenceMs);
  worker.on('message', (progress: Progress) => {
    clearTimeout(clock);
    clock = setTimeout(giveUp, maxSilenceMs);
    latest = progress;
    if (progress.growth !== null) found(progress);
  });
  worker.on('error', reject);
  worker.on('exit', () => {
    clearTimeout(clock);
    resolve(null);
  });
  return promise;
}

/** A machine with other things to do falls silent, too: an accused expression is tried again, with more patience. */
const PATIENCE = 3;

/** Those of the expressions that are slow, each with one text that shows it. */
export async function findSlow(
  expressions: readonly Expression[],
  maxSilenceMs = MAX_SILENCE_MS,
): Promise<SlowExpression[]> {
  const slow: SlowExpression[] = [];
  const note = ({ at, attack, growth }: Progress) =>
    slow.push({ ...expressions[at]!, ...attack, growth: growth ?? Number.POSITIVE_INFINITY });
  for (let next = 0; next < expressions.length; ) {
    const silent = await runWorker(expressions, next, maxSilenceMs, note);
    if (silent === null) break;
    const until = expressions.slice(0, silent.at + 1);
    const again = await runWorker(until, silent.at, maxSilenceMs * PATIENCE, note);
    if (again !== null) note(again);
    next = silent.at + 1;
  }
  return slow;
}
