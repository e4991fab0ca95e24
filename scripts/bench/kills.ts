/**
 * Kills a crawl of the demo collection a hundred times at random moments and goes on each time; then checks that the
 * store is whole, that no payload was asked for twice, and that all views are those of an undisturbed crawl.
 *
 *     node scripts/bench/kills.ts [KILLS]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDemo } from '../../crawler/test/demo-archive.ts';
import { runCli, startCli } from '../../crawler/test/run-cli.ts';
import { dumpViews } from '../../crawler/test/views.ts';

const kills = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'bench-kills-'));
const { server, domains } = await serveDemo(folder);
const calm = join(folder, 'calm.sqlite');
const disturbed = join(folder, 'disturbed.sqlite');
// Slow enough that all the kills strike before the crawl has ended.
const crawl = (store: string, rate: string) => [
  ...['crawl', ...domains, '--store', store, '--archive', server.origin, '--quiet'],
  ...['--cdx-rate', rate, '--memento-rate', rate],
];
const playbacks = () => server.log.filter((entry) => entry.kind === 'playback' && entry.status === 200);

await runCli(crawl(calm, '500'));
const calmPlaybacks = playbacks().length;
let struck = 0;
for (let k = 0; k < kills; k++) {
  const { process: child, result } = startCli(crawl(disturbed, '20'));
  const timer = setTimeout(() => child.kill('SIGKILL'), 600 + Math.random() * 900);
  if ((await result).signal === 'SIGKILL') struck++;
  clearTimeout(timer);
}
const last = await runCli(crawl(disturbed, '500'));
const answered = playbacks();
/** Answers given more than once; redirects lead to some captures that are fetched for themselves as well. */
const countRepeats = (entries: typeof answered) =>
  entries.length - new Set(entries.map((entry) => entry.target)).size;
const asked = answered.slice(calmPlaybacks);
const repeated = countRepeats(asked) - countRepeats(answered.slice(0, calmPlaybacks));
const check = await runCli(['check', '--store', disturbed, '--quiet']);
const areEqual = JSON.stringify(dumpViews(disturbed)) === JSON.stringify(dumpViews(calm));
console.log(
  `${struck} kills struck; the last run ended with ${last.exitCode}; check: ${check.stdout.trim()}`,
);
console.log(
  `captures answered: ${calmPlaybacks} undisturbed, ${asked.length} disturbed, ${repeated} of them again because a kill came between an answer and its keeping`,
);
console.log(`views equal: ${areEqual}`);
await server.close();
rmSync(folder, { recursive: true });
if (!areEqual || last.exitCode !== 0 || check.exitCode !== 0) process.exitCode = 1;
