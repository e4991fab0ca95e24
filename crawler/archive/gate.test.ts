import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Gate } from './gate.ts';

const RATE = 20;
const INTERVAL_MS = 1000 / RATE;

/** Lets requests pass that are written so long after their turn has come, and tells when each was. */
async function pass(gate: Gate, delaysMs: readonly number[]): Promise<number[]> {
  const times: number[] = [];
  await Promise.all(
    delaysMs.map((delayMs) =>
      gate.pass(0, async (onWritten) => {
        await sleep(delayMs);
        times.push(performance.now());
        onWritten();
      }),
    ),
  );
  return times;
}

const createGate = () => new Gate(RATE, async () => () => {}, new AbortController().signal);
const gapsOf = (times: readonly number[]) => times.slice(1).map((time, index) => time - times[index]!);

describe('a gate', () => {
  it('counts its interval from the moment of writing, late as that may be', async () => {
    const gaps = gapsOf(await pass(createGate(), [0, 120, 0, 70, 0, 0]));
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(INTERVAL_MS);
  });

  it('never makes up for time in which nothing passed', async () => {
    const gate = createGate();
    await pass(gate, [0]);
    await sleep(6 * INTERVAL_MS);
    for (const gap of gapsOf(await pass(gate, [0, 0, 0]))) expect(gap).toBeGreaterThanOrEqual(INTERVAL_MS);
  });

  it('goes on after a request that failed before it was written', async () => {
    const gate = createGate();
    const failed = gate.pass(0, () => Promise.reject(new Error('no connection')));
    await expect(failed).rejects.toThrow('no connection');
    expect(await pass(gate, [0])).toHaveLength(1);
  });

  it('asks for admittance last, and lets nothing pass after its end', async () => {
    const end = new AbortController();
    const admitted = Promise.withResolvers<void>();
    const gate = new Gate(RATE, () => admitted.promise.then(() => () => {}), end.signal);
    let hasPassed = false;
    const held = pass(gate, [0]).then(() => (hasPassed = true));
    await sleep(3 * INTERVAL_MS);
    expect(hasPassed).toBe(false);
    admitted.resolve();
    await held;
    end.abort(new Error('over'));
    await expect(pass(gate, [0])).rejects.toThrow();
  });
});
