/**
 * Whether the limits are the only thing a crawl waits for: crawls one address of an archive on loopback that answers
 * after a second, at the default rates, and compares the time taken with requests ÷ rate.
 *
 *     node scripts/bench/wall-clock.ts [CAPTURES]
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCount, readFlags, runMain } from '../../crawler/run-main.ts';
import { runCli } from '../../crawler/test/run-cli.ts';
import { countInAnyWindow, startArchiveServer } from '../archive-server.ts';
import { writeWarc } from '../warc/write-warc.ts';
import { manyCaptures } from './many-captures.ts';

const USAGE = 'node scripts/bench/wall-clock.ts [CAPTURES]';

await runMain(async () => {
  const { positionals } = readFlags({ allowPositionals: true }, USAGE);
  const captureCount = parseCount(positionals[0] ?? '200', USAGE);
  const folder = mkdtempSync(join(tmpdir(), 'bench-clock-'));
  await writeWarc(join(folder, 'many.warc.gz'), manyCaptures(captureCount));
  const server = await startArchiveServer({ warcs: join(folder, 'many.warc.gz'), latencyMs: 1000 });
  const started = performance.now();
  const result = await runCli([
    ...['crawl', 'many.example', '--store', join(folder, 'store.sqlite'), '--archive', server.origin],
    ...['--url', 'http://many.example/privacy', '--concurrency', '4', '--quiet'],
  ]);
  const seconds = (performance.now() - started) / 1000;
  const mementos = server.log.filter((entry) => entry.kind === 'playback');
  const span = (mementos.at(-1)!.timeMs - mementos[0]!.timeMs) / 1000;
  const allowed = (mementos.length - 1) / 2;
  console.log(
    `exit ${result.exitCode}; ${mementos.length} captures in ${span.toFixed(1)} s, allowed ${allowed.toFixed(1)} s at 2 a second: ${((100 * span) / allowed - 100).toFixed(1)} % over; whole run ${seconds.toFixed(1)} s`,
  );
  console.log(
    `at most ${countInAnyWindow(mementos, 1000)} in any second, ${countInAnyWindow(mementos, 10_000)} in any ten; connections ${new Set(server.log.map((entry) => entry.connection)).size}`,
  );
  await server.close();
  rmSync(folder, { recursive: true });
});
