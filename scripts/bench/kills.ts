/**
 * Kills a crawl of the demo collection a hundred times (SIGKILL) at random moments and goes on each time; then checks that
 * the store is whole, that no payload came twice, and that all views are those of an undisturbed crawl.
 *
 * A payload was downloaded when the program had read its last byte and had had the rest of that turn to write it down:
 * `note-reads.mjs`, loaded into the program, tells both. What the kill met in flight, not read yet or just being written
 * down, no program can keep; it is counted apart.
 *
 *     node scripts/bench/kills.ts [KILLS]
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseCount, readFlags, runMain } from '../../crawler/run-main.ts';
import { runCli, startCli } from '../../crawler/test/run-cli.ts';
import { dumpViews } from '../../crawler/test/views.ts';
import { type RequestLogEntry, startArchiveServer } from '../archive-server.ts';
import { makeDemo } from '../make-demo.ts';

/** Slow enough that most of the kills strike while captures are being fetched. */
const RATES = ['--cdx-rate', '500', '--memento-rate', '10'];
const FAST_RATES = ['--cdx-rate', '500', '--memento-rate', '500'];
/** Longest time from a run's first request to its kill. */
const LONGEST_MS = 1_200;

/** By its port, how many bytes a program had read of a connection, and had had the time to write down. */
type Read = ReadonlyMap<number, number>;

function readWitness(file: string): Read {
  const read = new Map<number, number>();
  const turn = new Map<number, number>();
  for (const line of readIfThere(file).split('\n').slice(0, -1)) {
    const [kind, port, count] = line.split(' ');
    if (kind === 'r') turn.set(Number(port), Number(count));
    else for (const [own, bytes] of turn) read.set(own, bytes);
  }
  return read;
}

/** A program that was killed before it loaded anything has written nothing. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const USAGE = 'node scripts/bench/kills.ts [KILLS]';

await runMain(async () => {
  const { positionals } = readFlags({ allowPositionals: true }, USAGE);
  const kills = parseCount(positionals[0] ?? '100', USAGE);
  const folder = mkdtempSync(join(tmpdir(), 'bench-kills-'));
  const { file, domains } = await makeDemo(join(folder, 'demo.warc.gz'));
  const server = await startArchiveServer({ warcs: file });
  const calm = join(folder, 'calm.sqlite');
  const disturbed = join(folder, 'disturbed.sqlite');
  const crawl = (store: string, rates: readonly string[]) => [
    ...['crawl', ...domains, '--store', store, '--archive', server.origin, '--quiet'],
    ...rates,
  ];

  const witness = (run: number) => ({
    NODE_OPTIONS: `--import=${join(import.meta.dirname, 'note-reads.mjs')}`,
    PALIMPSEST_READS: join(folder, `reads-${run}.txt`),
  });

  await runCli(crawl(calm, FAST_RATES));
  const calmLog = server.log.slice();
  const killTimes: number[] = [];
  const reads = new Map<number, Read>();
  for (let k = 0; k < kills; k++) {
    const seen = server.log.length;
    const { process: child, result } = startCli(crawl(disturbed, RATES), witness(k));
    // Every fifth strikes while the program starts.
    while (k % 5 > 0 && server.log.length === seen && child.exitCode === null) await sleep(5);
    await Promise.race([sleep(Math.random() * LONGEST_MS), result]);
    const killedAt = performance.now();
    child.kill('SIGKILL');
    const ended = await result;
    const read = readWitness(witness(k).PALIMPSEST_READS);
    for (let at = seen; at < server.log.length; at++) reads.set(at, read);
    if (ended.signal === 'SIGKILL') killTimes.push(killedAt);
    else console.log(`run ${k + 1} ended before its kill, with ${ended.exitCode}: ${ended.stderr.trim()}`);
  }
  const last = await runCli(crawl(disturbed, FAST_RATES));

  /** Not what a kill met in flight; whoever was not killed read all that came. */
  const isDownloaded = (entry: RequestLogEntry): boolean => {
    const read = reads.get(server.log.indexOf(entry));
    if (entry.completeMs === null || !read) return entry.completeMs !== null;
    return (read.get(entry.clientPort) ?? 0) >= entry.endByte;
  };

  /** Bodies of captures that were downloaded, by digest. A redirect may lead to a capture that is fetched for itself as well. */
  function groupBodies(log: readonly RequestLogEntry[]): Map<string, RequestLogEntry[]> {
    const taken = log.filter((entry) => entry.digest !== null && isDownloaded(entry));
    return Map.groupBy(taken, (entry) => entry.digest!);
  }
  const undisturbed = groupBodies(calmLog);
  const bodies = groupBodies(server.log.slice(calmLog.length));
  const repeated = [...bodies.values()].filter(
    (entries) => entries.length > (undisturbed.get(entries[0]!.digest!)?.length ?? 0),
  );
  const countAll = (groups: typeof bodies) =>
    [...groups.values()].reduce((sum, list) => sum + list.length, 0);
  const cut = server.log.filter((entry) => entry.digest !== null && !isDownloaded(entry));
  const again = cut.filter((entry) => bodies.has(entry.digest!)).length;
  const check = await runCli(['check', '--store', disturbed, '--quiet']);
  const areEqual = JSON.stringify(dumpViews(disturbed)) === JSON.stringify(dumpViews(calm));
  console.log(
    `${killTimes.length} kills struck; the last run ended with ${last.exitCode}; ${check.stdout.trim()}`,
  );
  console.log(
    `distinct digests: ${bodies.size}; downloads: ${countAll(undisturbed)} undisturbed, ${countAll(bodies)} disturbed; ${cut.length} in flight when a kill struck, of them ${again} asked for again`,
  );
  console.log(`payloads downloaded more often than undisturbed: ${repeated.length}`);
  for (const entries of repeated) {
    for (const { target, completeMs } of entries) {
      const struck = killTimes.find((time) => time > completeMs!);
      const when =
        struck === undefined ? 'in the last run' : `${(struck - completeMs!).toFixed(1)} ms before a kill`;
      console.log(`  ${target}: ${when}`);
    }
  }
  console.log(`views equal: ${areEqual}`);
  await server.close();
  rmSync(folder, { recursive: true });
  if (!areEqual || repeated.length > 0 || last.exitCode !== 0 || check.exitCode !== 0) process.exitCode = 1;
});
