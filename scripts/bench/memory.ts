/**
 * Memory of a crawl of twenty thousand captures, every one of other bytes: what the system counts for the process of the
 * real program (its resident set), while the archive server runs in another. A line every thousand captures, and the
 * largest it ever was, from reading the index to the end.
 *
 *     node scripts/bench/memory.ts [CAPTURES]
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCount, readFlags, runMain } from '../../crawler/run-main.ts';
import { startCli } from '../../crawler/test/run-cli.ts';
import { writeWarc } from '../warc/write-warc.ts';
import { manyCaptures } from './many-captures.ts';

const USAGE = 'node scripts/bench/memory.ts [CAPTURES]';

await runMain(async () => {
  const { positionals } = readFlags({ allowPositionals: true }, USAGE);
  const captureCount = parseCount(positionals[0] ?? '20000', USAGE);
  const folder = mkdtempSync(join(tmpdir(), 'bench-memory-'));
  const warc = join(folder, 'many.warc');
  await writeWarc(warc, manyCaptures(captureCount));
  const archive = spawn(
    process.execPath,
    [join(import.meta.dirname, '..', 'archive-server.ts'), warc, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [origin] = await once(archive.stdout, 'data');

  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(0).padStart(5);
  const { process: child, result } = startCli([
    ...['crawl', 'many.example', '--store', join(folder, 'store.sqlite'), '--archive', String(origin).trim()],
    ...['--url', 'http://many.example/privacy', '--cdx-rate', '1000', '--memento-rate', '1000'],
    ...['--concurrency', '8'],
  ]);

  /** Megabytes of a line of the process's status; 0 once it has ended. */
  function readMegabytes(name: 'VmRSS' | 'VmHWM'): number {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  }

  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, readMegabytes('VmHWM'));
  }, 100);
  let told = '';
  child.stderr!.on('data', (text: string) => {
    for (const [, stage = '', done = ''] of text.matchAll(/: ([a-z ]+) ([\d,]+) of /g)) {
      const thousands = `${stage} ${Math.floor(Number(done.replaceAll(',', '')) / 1000)},000`;
      if (thousands === told) continue;
      told = thousands;
      console.log(`${seconds()} s  ${thousands.padEnd(26)} ${readMegabytes('VmRSS').toFixed(0)} MB`);
    }
  });
  const { exitCode, stdout } = await result;
  clearInterval(watch);
  console.log(stdout.trim());
  console.log(
    `exit ${exitCode}; ${captureCount} captures in ${seconds().trim()} s; at most ${most.toFixed(0)} MB`,
  );
  archive.kill();
  rmSync(folder, { recursive: true });
  if (exitCode !== 0 || most >= 300) process.exitCode = 1;
});
