/** Several hosts take domains from one queue: real processes, a real Redis, hosts that die and a queue that goes away. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArchiveServer, countInAnyWindow, startArchiveServer } from '../../scripts/archive-server.ts';
import { type WarcCapture, writeWarc } from '../../scripts/warc/write-warc.ts';
import { makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { type CliResult, startCli } from './run-cli.ts';
import { query } from './small-history.ts';
import { dumpViews } from './views.ts';

const folder = makeFolder();
const DOMAINS = Array.from({ length: 200 }, (_, k) => `garden${String(k).padStart(3, '0')}.example`);
/** Requests a second of each kind, of all hosts together. */
const RATE = 80;

const redis = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0);

const page = (domain: string, more: string) => `<title>Privacy Policy</title><h1>Privacy Policy</h1>
  <p>${domain} collects your name and mail address when you place an order, and keeps both for two years.</p>
  <p>We share personal information with the carriers that bring your parcels, and with nobody else without your consent.</p>
  <p>You may ask at any time which personal information we hold about you, and have it corrected or deleted.</p><p>${more}</p>`;

function* listCaptures(): Generator<WarcCapture> {
  const headers: WarcCapture['headers'] = [['Content-Type', 'text/html']];
  for (const domain of DOMAINS) {
    const body = '<p>Seeds and bulbs</p><a href="/privacy">Privacy policy</a>';
    yield { url: `http://${domain}/`, timestamp: '20010101000000', headers, body };
    const cookies = ['We set no cookies on these pages.', 'We set one cookie, which remembers your basket.'];
    for (const [k, more] of cookies.entries())
      yield {
        url: `http://${domain}/privacy`,
        timestamp: `200${k + 1}0301000000`,
        headers,
        body: page(domain, more),
      };
  }
}

let archive: ArchiveServer;
let port = 0;
let server: ChildProcess | null = null;
const queueUrl = () => `redis://127.0.0.1:${port}`;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port: free } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return free;
}

/** What it was told is on disk before it answers, so that a restart forgets nothing. */
function startRedis(): void {
  const data = join(folder, 'redis');
  mkdirSync(data, { recursive: true });
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--save', ''];
  server = spawn(redis!, [...options, '--appendonly', 'yes', '--appendfsync', 'always'], { stdio: 'ignore' });
}

async function stopRedis(): Promise<void> {
  const gone = new Promise((resolve) => server!.once('close', resolve));
  server!.kill('SIGTERM');
  await gone;
}

const storeOf = (name: string) => join(folder, `${name}.sqlite`);
const ask = (...args: string[]) => runHere(['queue', ...args, '--queue', queueUrl()]);
const rates = ['--cdx-rate', String(RATE), '--memento-rate', String(RATE)];

function startWorker(
  name: string,
  more = ['--until-empty'],
): { process: ChildProcess; result: Promise<CliResult> } {
  const args = ['work', '--queue', queueUrl(), '--store', storeOf(name), '--host', name, '--quiet'];
  return startCli([...args, '--archive', archive.origin, '--lease', '2', ...more, ...rates]);
}

async function readStatus() {
  return JSON.parse((await ask('status', '--json')).stdout) as Record<string, number> & {
    readonly hosts: string[];
    readonly failures: unknown[];
  };
}

/** Waits until so many domains are finished, and no longer than a minute. */
async function untilFinished(count: number): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    if ((await readStatus()).finished! >= count) return;
    await sleep(250);
  }
  throw new Error(`fewer than ${count} domains finished within a minute`);
}

const why = redis ? '' : ' (skipped: neither redis-server nor valkey-server is installed)';

describe.skipIf(!redis)(`a queue for several hosts${why}`, () => {
  beforeAll(async () => {
    const warcs = join(folder, 'gardens.warc');
    await writeWarc(warcs, listCaptures());
    archive = await startArchiveServer({ warcs });
    port = await freePort();
    startRedis();
    for (let tries = 0; tries < 50; tries += 1) {
      if ((await ask('status')).exitCode === 0) break;
      await sleep(100);
    }
  });
  afterAll(async () => {
    server?.kill('SIGKILL');
    await archive?.close();
  });

  test('takes each domain once, whatever dies, and merges into what one process finds', {
    timeout: 120_000,
  }, async () => {
    const added = await ask('add', ...DOMAINS);
    expect(added.stdout.trim(), added.stderr).toBe('200 domains put in.');
    expect((await ask('add', ...DOMAINS.slice(0, 3))).stdout.trim()).toBe(
      '0 domains put in; 3 were there already.',
    );
    const workers = ['north', 'east', 'south', 'west'].map((name) => ({ name, ...startWorker(name) }));
    await untilFinished(30);
    expect((await readStatus()).hosts).toEqual(['east', 'north', 'south', 'west']);
    for (const { process } of workers.slice(0, 2)) process.kill('SIGKILL');
    await untilFinished(90);
    await stopRedis();
    await sleep(500);
    startRedis();
    for (const { name, result } of workers.slice(2)) {
      const { exitCode, stderr } = await result;
      expect(exitCode, `${name}: ${stderr}`).toBe(0);
    }
    const status = await readStatus();
    expect(status).toMatchObject({
      waiting: 0,
      active: 0,
      resting: 0,
      finished: 200,
      failed: 0,
      failures: [],
    });

    // Each of four domains may have been under way at two hosts that died, and at two that lost the queue.
    const asked = archive.log.filter(({ kind }) => kind === 'playback').length;
    expect(asked - 3 * DOMAINS.length).toBeLessThanOrEqual(4 * 4 * 3);
    for (const kind of ['index', 'playback']) {
      const log = archive.log.filter((entry) => entry.kind === kind);
      expect(countInAnyWindow(log, 5_000)).toBeLessThanOrEqual(RATE * 5 + 2);
    }

    const single = await runHere([
      'crawl',
      ...DOMAINS,
      '--store',
      storeOf('single'),
      '--archive',
      archive.origin,
      '--cdx-rate',
      '900',
      '--memento-rate',
      '900',
    ]);
    expect(single.exitCode, single.stderr).toBe(0);
    const merged = await runHere([
      'merge',
      ...workers.map(({ name }) => storeOf(name)),
      '--store',
      storeOf('merged'),
    ]);
    expect(merged.exitCode, merged.stderr).toBe(0);
    expect(dumpViews(storeOf('merged'))).toEqual(dumpViews(storeOf('single')));
    expect(query(storeOf('merged'), 'select count(distinct domain) as n from v_versions')).toEqual([
      { n: 200 },
    ]);
  });

  test('is paused, drained and filled again', async () => {
    expect((await ask('pause')).exitCode).toBe(0);
    expect((await ask('add', 'later.example', 'garden000.example', '--again')).stdout).toContain(
      '2 domains put in',
    );
    const shown = await ask('status');
    expect(shown.stdout).toMatch(/waiting +2\n/);
    expect(shown.stdout).toContain('paused');
    expect((await ask('drain')).stdout).toContain('2 domains taken out');
    expect((await ask('resume')).exitCode).toBe(0);
  });

  test('lets a host go that is asked to stop, also while the queue is gone', async () => {
    const calm = startWorker('calm', []);
    while (!(await readStatus()).hosts.includes('calm')) await sleep(100);
    calm.process.kill('SIGTERM');
    expect((await calm.result).exitCode).toBe(130);
    await ask('pause');
    await ask('add', 'later.example');
    const lost = startWorker('lost');
    while (!(await readStatus()).hosts.includes('lost')) await sleep(100);
    await stopRedis();
    lost.process.kill('SIGTERM');
    const { exitCode, stderr } = await lost.result;
    expect(exitCode, stderr).toBe(130);
  });

  test('says what is wrong with an address', async () => {
    const none = await runHere(['queue', 'status', '--queue', `redis://127.0.0.1:${await freePort()}`]);
    expect([none.exitCode, none.stderr]).toEqual([
      2,
      expect.stringMatching(/cannot be reached: .*ECONNREFUSED/),
    ]);
    const odd = await runHere(['queue', 'status', '--queue', 'http://127.0.0.1']);
    expect([odd.exitCode, odd.stderr]).toEqual([2, expect.stringMatching(/no address of Redis or Valkey/)]);
    const missing = await runHere(['work', '--store', storeOf('none')]);
    expect([missing.exitCode, missing.stderr]).toEqual([2, expect.stringMatching(/no queue is named/)]);
  });
});
