/**
 * How close the archive client comes to the rates it is allowed, and that it never goes beyond them, as an archive sees it
 * that takes a second to answer and runs in a process of its own; once undisturbed, and once while the client's process
 * stalls again and again, as on a busy machine. And what a listing of 20,000 captures costs. A line per measurement.
 *
 *     node scripts/bench/archive-client.ts
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArchiveClient, createArchiveClient } from '../../crawler/archive/index.ts';
import { formatInstant, parseInstant } from '../../crawler/core/index.ts';
import { readFlags, runMain } from '../../crawler/run-main.ts';
import { countInAnyWindow, type RequestLogEntry } from '../archive-server.ts';
import { type WarcCapture, writeWarc } from '../warc/write-warc.ts';

const MEMENTO_COUNT = 100;
const MEMENTO_RATE = 2;
const CDX_COUNT = 12;
const CDX_RATE = 1 / 3;
const LONG_LISTING = 20_000;
const WINDOWS_SECONDS = [1, 2, 5, 10, 30];

const folder = mkdtempSync(join(tmpdir(), 'bench-archive-'));
const warc = join(folder, 'captures.warc');

function* createCaptures(count: number): Generator<WarcCapture> {
  const start = Date.parse(formatInstant('20000101000000'));
  for (let k = 0; k < count; k++) {
    const timestamp = parseInstant(new Date(start + k * 3_600_000).toISOString());
    yield { url: 'https://www.example.com/privacy', timestamp, body: `An invented policy, capture ${k}.` };
  }
}

interface ServerProcess {
  readonly origin: string;
  readonly stop: () => Promise<RequestLogEntry[]>;
}

async function startServer(...flags: string[]): Promise<ServerProcess> {
  const script = join(import.meta.dirname, '..', 'archive-server.ts');
  const log = join(folder, `log-${performance.now()}.jsonl`);
  const child: ChildProcess = spawn(process.execPath, [script, warc, '--port', '0', '--log', log, ...flags], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [origin] = await once(child.stdout!, 'data');
  const stop = async () => {
    child.kill();
    await once(child, 'close');
    const entries = readFileSync(log, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): RequestLogEntry => JSON.parse(line));
    return entries.sort((one, other) => one.timeMs - other.timeMs);
  };
  return { origin: String(origin).trim(), stop };
}

async function main(): Promise<void> {
  readFlags({}, 'node scripts/bench/archive-client.ts');
  await writeWarc(warc, createCaptures(LONG_LISTING));
  try {
    await measureListing();
    await measureRates('undisturbed');
    const stalling = setInterval(() => stall(50 + Math.random() * 400), 700);
    await measureRates('while its process stalls');
    clearInterval(stalling);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Keeps this process busy, so that its timers are late and answers wait to be read. */
function stall(waitMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
}

async function measureListing(): Promise<void> {
  const server = await startServer();
  const client = createArchiveClient({ origin: server.origin, cdxRate: 1_000 });
  const started = performance.now();
  const { captures, pageCount } = await client.listCaptures({ url: 'example.com/privacy' });
  const seconds = (performance.now() - started) / 1000;
  console.log(`listing of ${captures.length} captures: ${seconds.toFixed(2)} s, ${pageCount} pages`);
  await client.close();
  await server.stop();
}

async function measureRates(how: string): Promise<void> {
  const server = await startServer('--latency', '1000');
  const client = createArchiveClient({ origin: server.origin });
  const { captures } = await client.listCaptures({ url: 'example.com/privacy', limit: MEMENTO_COUNT });
  console.log(`${how}:`);
  await measureRate('mementos', MEMENTO_COUNT, MEMENTO_RATE, async () => {
    await Promise.all(captures.map((capture) => client.fetchMemento(capture)));
  });
  await measureRate('index queries', CDX_COUNT, CDX_RATE, () => askIndex(client));
  await client.close();
  const log = await server.stop();
  for (const [kind, rate] of [
    ['playback', MEMENTO_RATE],
    ['index', CDX_RATE],
  ] as const) {
    const entries = log.filter((entry) => entry.kind === kind);
    const most = WINDOWS_SECONDS.map(
      (seconds) => `${countInAnyWindow(entries, seconds * 1000)} in ${seconds} s`,
    );
    const gaps = entries.slice(1).map((entry, k) => entry.timeMs - entries[k]!.timeMs);
    console.log(
      `  ${kind}: at most ${most.join(', ')} (${rate.toFixed(2)} a second allowed); least gap ${Math.min(...gaps).toFixed(0)} ms`,
    );
  }
  console.log(`  connections: ${new Set(log.map((entry) => entry.connection)).size}`);
}

async function askIndex(client: ArchiveClient): Promise<void> {
  const queries = Array.from({ length: CDX_COUNT }, (_, k) =>
    client.listCaptures({ url: `example.com/${k}` }),
  );
  await Promise.all(queries);
}

/** The first request may go at once, so the shortest time is that of the gaps, and one answer. */
async function measureRate(
  name: string,
  count: number,
  rate: number,
  work: () => Promise<void>,
): Promise<void> {
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  const ideal = count / rate;
  console.log(
    `  ${count} ${name}: ${seconds.toFixed(1)} s, at the rate ${ideal.toFixed(1)} s (${(((seconds - ideal) / ideal) * 100).toFixed(1)} %)`,
  );
}

await runMain(main);
