/**
 * Kills a crawl of the demo collection a hundred times (SIGKILL) at random moments and goes on each time; then checks that
 * the store is whole, that no payload came twice, and that all views are those of an undisturbed crawl.
 *
 * What the server's log can say: a body was handed to the connection as a whole, or the connection broke before. Of the
 * whole ones, some arrive in the very milliseconds in which the kill strikes; they are in flight, and no program can keep
 * what it has not yet read. Each is printed with the time from its last byte to the kill.
 *
 *     node scripts/bench/kills.ts [KILLS]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveDemo } from '../../crawler/test/demo-archive.ts';
import { runCli, startCli } from '../../crawler/test/run-cli.ts';
import { dumpViews } from '../../crawler/test/views.ts';
import type { RequestLogEntry } from '../archive-server.ts';

/** Slow enough that most of the kills strike while captures are being fetched. */
const RATES = ['--cdx-rate', '500', '--memento-rate', '10'];
const FAST_RATES = ['--cdx-rate', '500', '--memento-rate', '500'];
/** Longest time from a run's first request to its kill. */
const LONGEST_MS = 1_200;

const kills = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'bench-kills-'));
const { server, domains } = await serveDemo(folder);
const calm = join(folder, 'calm.sqlite');
const disturbed = join(folder, 'disturbed.sqlite');
const crawl = (store: string, rates: readonly string[]) => [
  ...['crawl', ...domains, '--store', store, '--archive', server.origin, '--quiet'],
  ...rates,
];

await runCli(crawl(calm, FAST_RATES));
const calmLog = server.log.slice();
const killTimes: number[] = [];
for (let k = 0; k < kills; k++) {
  const seen = server.log.length;
  const { process: child, result } = startCli(crawl(disturbed, RATES));
  // Every fifth strikes while the program starts.
  while (k % 5 > 0 && server.log.length === seen && child.exitCode === null) await sleep(5);
  await Promise.race([sleep(Math.random() * LONGEST_MS), result]);
  const killedAt = performance.now();
  child.kill('SIGKILL');
  if ((await result).signal === 'SIGKILL') killTimes.push(killedAt);
}
const last = await runCli(crawl(disturbed, FAST_RATES));

/** Whether the whole body was handed over while there was somebody to take it: a connection outlives its process a little. */
function isWhole({ timeMs, completeMs }: RequestLogEntry): boolean {
  return completeMs !== null && !killTimes.some((killedAt) => killedAt > timeMs && killedAt < completeMs);
}

/** Whole bodies of captures, by digest. A redirect may lead to a capture that is fetched for itself as well. */
function groupBodies(log: readonly RequestLogEntry[]): Map<string, RequestLogEntry[]> {
  const whole = log.filter((entry) => entry.digest !== null && isWhole(entry));
  return Map.groupBy(whole, (entry) => entry.digest!);
}
const undisturbed = groupBodies(calmLog);
const bodies = groupBodies(server.log.slice(calmLog.length));
const repeated = [...bodies.values()].filter(
  (entries) => entries.length > (undisturbed.get(entries[0]!.digest!)?.length ?? 0),
);
const countAll = (groups: typeof bodies) => [...groups.values()].reduce((sum, list) => sum + list.length, 0);
const cut = server.log.filter((entry) => entry.digest !== null && !isWhole(entry)).length;
const check = await runCli(['check', '--store', disturbed, '--quiet']);
const areEqual = JSON.stringify(dumpViews(disturbed)) === JSON.stringify(dumpViews(calm));
console.log(
  `${killTimes.length} kills struck; the last run ended with ${last.exitCode}; ${check.stdout.trim()}`,
);
console.log(
  `distinct digests: ${bodies.size}; whole bodies: ${countAll(undisturbed)} undisturbed, ${countAll(bodies)} disturbed; ${cut} cut off by a kill`,
);
console.log(`digests that came whole more often than undisturbed: ${repeated.length}`);
for (const [first] of repeated) {
  const struck = killTimes.find((time) => time > first!.completeMs!);
  console.log(
    `  ${first!.target}: handed over ${(struck! - first!.completeMs!).toFixed(1)} ms before a kill`,
  );
}
console.log(`views equal: ${areEqual}`);
await server.close();
rmSync(folder, { recursive: true });
if (!areEqual || last.exitCode !== 0 || check.exitCode !== 0) process.exitCode = 1;
