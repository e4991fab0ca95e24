/**
 * How close the archive client comes to the rates it is allowed, over an archive on loopback that takes a second to
 * answer; and what a listing of 20,000 captures costs. Prints one line per measurement.
 *
 *     node scripts/bench/archive-client.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArchiveClient } from '../../crawler/archive/client.ts';
import { countInAnyWindow, startArchiveServer } from '../archive-server.ts';
import { runMain } from '../main.ts';
import { type WarcCapture, writeWarc } from '../warc/write-warc.ts';

const MEMENTO_COUNT = 60;
const MEMENTO_RATE = 2;
const CDX_COUNT = 10;
const CDX_RATE = 1 / 3;
const LONG_LISTING = 20_000;

function* createCaptures(count: number): Generator<WarcCapture> {
  for (let index = 0; index < count; index += 1) {
    const timestamp = new Date(Date.UTC(2000, 0, 1) + index * 3_600_000)
      .toISOString()
      .replace(/\D/g, '')
      .slice(0, 14);
    yield {
      url: 'https://www.example.com/privacy',
      timestamp,
      body: `An invented policy, capture ${index}.`,
    };
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-archive-'));
  const warcs = join(folder, 'captures.warc');
  await writeWarc(warcs, createCaptures(LONG_LISTING));
  const server = await startArchiveServer({ warcs });
  try {
    await measureListing(server.origin);
  } finally {
    await server.close();
  }
  const slow = await startArchiveServer({ warcs, latencyMs: 1_000 });
  try {
    const client = createArchiveClient({ origin: slow.origin });
    const { captures } = await client.listCaptures({ url: 'example.com/privacy', limit: MEMENTO_COUNT });
    await measureRate('mementos', MEMENTO_COUNT, MEMENTO_RATE, async () => {
      await Promise.all(captures.map((capture) => client.fetchMemento(capture)));
    });
    await measureRate('index queries', CDX_COUNT, CDX_RATE, async () => {
      await Promise.all(
        Array.from({ length: CDX_COUNT }, (_, index) => client.listCaptures({ url: `example.com/${index}` })),
      );
    });
    const log = slow.log.toSorted((left, right) => left.timeMs - right.timeMs);
    const playback = log.filter((entry) => entry.kind === 'playback');
    console.log(
      `most mementos in any 10 s: ${countInAnyWindow(playback, 10_000)} (allowed ${10 * MEMENTO_RATE})`,
    );
    console.log(`connections: ${new Set(log.map((entry) => entry.connection)).size}`);
    await client.close();
  } finally {
    await slow.close();
    rmSync(folder, { recursive: true });
  }
}

async function measureListing(origin: string): Promise<void> {
  const client = createArchiveClient({ origin, cdxRate: 1_000 });
  const started = performance.now();
  const { captures, pageCount } = await client.listCaptures({ url: 'example.com/privacy' });
  const seconds = (performance.now() - started) / 1000;
  const megabytes = Math.round(process.memoryUsage().rss / 1024 / 1024);
  console.log(
    `listing of ${captures.length} captures: ${seconds.toFixed(2)} s, ${pageCount} pages, ${megabytes} MB with the server in the same process`,
  );
  await client.close();
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
    `${count} ${name}: ${seconds.toFixed(1)} s, at the rate ${ideal.toFixed(1)} s (${(((seconds - ideal) / ideal) * 100).toFixed(1)} %)`,
  );
}

await runMain(main);
