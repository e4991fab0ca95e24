/**
 * Memory of a crawl of twenty thousand captures, every one of other bytes: the largest the process ever was, as the
 * system counts it.
 *
 *     node scripts/bench/memory.ts [CAPTURES]
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCli } from '../../crawler/test/run-cli.ts';
import { startArchiveServer } from '../archive-server.ts';
import { writeWarc } from '../warc/write-warc.ts';
import { manyCaptures } from './many-captures.ts';

const captureCount = Number(process.argv[2] ?? 20_000);
const folder = mkdtempSync(join(tmpdir(), 'bench-memory-'));
await writeWarc(join(folder, 'many.warc.gz'), manyCaptures(captureCount));
const server = await startArchiveServer({ warcs: join(folder, 'many.warc.gz') });
const started = performance.now();
const { process: child, result } = startCli([
  ...['crawl', 'many.example', '--store', join(folder, 'store.sqlite'), '--archive', server.origin],
  ...['--url', 'http://many.example/privacy', '--cdx-rate', '1000', '--memento-rate', '1000'],
  ...['--concurrency', '8', '--quiet'],
]);
let mostMegabytes = 0;
const watch = setInterval(() => {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    mostMegabytes = Math.max(mostMegabytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    // It has ended meanwhile.
  }
}, 250);
const { exitCode, stdout } = await result;
clearInterval(watch);
console.log(stdout.trim());
console.log(
  `exit ${exitCode}; ${captureCount} captures in ${((performance.now() - started) / 1000).toFixed(0)} s; at most ${mostMegabytes.toFixed(0)} MB`,
);
await server.close();
rmSync(folder, { recursive: true });
