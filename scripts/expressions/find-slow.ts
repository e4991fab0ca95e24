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

/** One worker's run, from an expression on. @returns the expression to go on with */
function runWorker(
  expressions: readonly Expression[],
  first: number,
  slow: SlowExpression[],
  maxSilenceMs: number,
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const workerData = { expressions, first };
  const worker = new Worker(new URL('./measure-worker.ts', import.meta.url), { workerData });
  let latest: Progress | null = null;
  const note = ({ at, attack }: Progress, growth: number) =>
    slow.push({ ...expressions[at]!, ...attack, growth });
  const giveUp = () => {
    if (latest) note(latest, Number.POSITIVE_INFINITY);
    resolve((latest?.at ?? first) + 1);
    void worker.terminate();
  };
  let clock = setTimeout(giveUp, maxSilenceMs);
  worker.on('message', (progress: Progress) => {
    clearTimeout(clock);
    clock = setTimeout(giveUp, maxSilenceMs);
    latest = progress;
    if (progress.growth !== null) note(progress, progress.growth);
  });
  worker.on('error', reject);
  worker.on('exit', () => {
    clearTimeout(clock);
    resolve(expressions.length);
  });
  return promise;
}

/** Those of the expressions that are slow, each with one text that shows it. */
export async function findSlow(
  expressions: readonly Expression[],
  maxSilenceMs = MAX_SILENCE_MS,
): Promise<SlowExpression[]> {
  const slow: SlowExpression[] = [];
  for (let next = 0; next < expressions.length; )
    next = await runWorker(expressions, next, slow, maxSilenceMs);
  return slow;
}
