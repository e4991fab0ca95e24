import { parentPort, workerData } from 'node:worker_threads';
import { listAttacks } from './attacks.ts';
import type { Expression } from './find-expressions.ts';
import { measureGrowth } from './measure-growth.ts';

/** Measures expressions in a thread of its own, which can be ended where one never comes back. */

const { expressions, first } = workerData as { expressions: readonly Expression[]; first: number };

for (let at = first; at < expressions.length; at++) {
  const { source, flags } = expressions[at]!;
  const expression = new RegExp(source, flags);
  for (const attack of listAttacks(source, flags)) {
    parentPort!.postMessage({ at, attack, growth: null });
    const growth = measureGrowth(expression, attack);
    if (growth === null) continue;
    parentPort!.postMessage({ at, attack, growth });
    break;
  }
}
