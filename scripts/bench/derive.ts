/**
 * What it costs to apply other rules: all of a store derived from its payloads, and its labels alone; and what several threads
 * bring: the time on the clock, and the processor time of all threads and of the one that writes. On a machine with other
 * work to do the clock says little: what cores can bring is the least of all processor time by their number, and the writer's.
 *
 *     node scripts/bench/derive.ts [STORE]            data/demo/demo.sqlite
 *
 * The store is copied first. Times are of this process, best of two.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveAll, deriveStale } from '../../crawler/derive/index.ts';
import { silentEffects } from '../../crawler/effects.ts';
import { readFlags, runMain } from '../../crawler/run-main.ts';
import { copyStore, openStore, openStoreReadOnly, type Store } from '../../crawler/store/index.ts';

/** Processor time of work, in seconds; the better of two. */
async function measure(work: () => Promise<unknown>): Promise<number> {
  const once = async () => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  return Math.min(await once(), await once());
}

/** Derives the whole store with one thread and with each number of threads asked for. */
async function raceThreads(store: Store, counts: readonly number[]): Promise<void> {
  for (const workers of counts) {
    const [all, own, started] = [process.cpuUsage(), process.threadCpuUsage(), performance.now()];
    await deriveAll(store, silentEffects, workers);
    const seconds = ({ user, system }: NodeJS.CpuUsage) => ((user + system) / 1e6).toFixed(1);
    const clock = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${workers} threads: ${clock} s, processor ${seconds(process.cpuUsage(all))} s, the writer's ${seconds(process.threadCpuUsage(own))} s`,
    );
  }
}

async function compareCosts(store: Store): Promise<void> {
  const whole = await measure(() => deriveAll(store, silentEffects));
  const labels = await measure(() => {
    store.exec("update versions set label_rules = '0'");
    return deriveStale(store, silentEffects);
  });
  const share = ((100 * labels) / whole).toFixed(1);
  console.log(`whole ${whole.toFixed(2)} s, labels alone ${labels.toFixed(2)} s: ${share} %`);
}

async function main(): Promise<void> {
  const { positionals } = readFlags(
    { options: {}, allowPositionals: true },
    'node scripts/bench/derive.ts [STORE]',
  );
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-derive-'));
  const file = join(folder, 'copy.sqlite');
  try {
    const original = openStoreReadOnly(positionals[0] ?? 'data/demo/demo.sqlite');
    copyStore(original, file);
    original.close();
    const store = openStore(file);
    await compareCosts(store);
    await raceThreads(store, [1, availableParallelism()]);
    store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await runMain(main);
