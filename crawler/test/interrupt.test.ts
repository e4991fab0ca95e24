import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveServer } from '../../scripts/archive-server.ts';
import { FAST, makeFolder, serveDemo } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { startCli } from './run-cli.ts';
import { dumpViews } from './views.ts';

const folder = makeFolder();
let server: ArchiveServer;

const DOMAIN = 'parlor.example';
const STRETCH = ['--to', '2006'];

beforeAll(async () => {
  ({ server } = await serveDemo());
});
beforeEach(() => server.setFaults({}));
afterAll(() => server?.close());

const crawl = (store: string, ...more: string[]) => [
  ...['crawl', DOMAIN, '--store', join(folder, store), '--archive', server.origin],
  ...STRETCH,
  ...more,
];

/** Waits until the server has been asked for so many more captures. */
async function captureRequests(count: number): Promise<void> {
  const before = server.log.length;
  const asked = () => server.log.slice(before).filter((entry) => entry.kind === 'playback').length;
  while (asked() < count) await sleep(10);
}

const SLOW = ['--cdx-rate', '500', '--memento-rate', '15'];

describe('Ctrl-C', () => {
  it('once: finishes the item in hand and says how to go on; the next run ends as if nothing had been', async () => {
    const { process: child, result } = startCli(crawl('once.sqlite', ...SLOW));
    await captureRequests(8);
    child.kill('SIGINT');
    const asked = server.log.length;
    const stopped = await result;
    expect(stopped.exitCode, stopped.stderr).toBe(130);
    expect(stopped.stderr).toContain('run the same command again to go on');
    expect(server.log.length - asked).toBeLessThanOrEqual(2);
    expect((await runHere(['check', '--store', join(folder, 'once.sqlite')])).exitCode).toBe(0);

    const before = server.log.filter((entry) => entry.kind === 'playback').length;
    expect((await runHere(crawl('once.sqlite', ...FAST))).exitCode).toBe(0);
    const second = server.log.filter((entry) => entry.kind === 'playback').length - before;
    expect((await runHere(crawl('whole.sqlite', ...FAST))).exitCode).toBe(0);
    const whole = server.log.filter((entry) => entry.kind === 'playback').length - before - second;
    expect(second).toBeLessThanOrEqual(whole - 8);
    expect(dumpViews(join(folder, 'once.sqlite'))).toEqual(dumpViews(join(folder, 'whole.sqlite')));
  });

  it('twice: stops at once, and the store stays valid', async () => {
    const { process: child, result } = startCli(
      crawl('twice.sqlite', '--memento-rate', '0.01', '--cdx-rate', '500'),
    );
    await captureRequests(1);
    child.kill('SIGINT');
    await sleep(300);
    child.kill('SIGINT');
    expect((await result).exitCode).toBe(130);
    expect((await runHere(['check', '--store', join(folder, 'twice.sqlite')])).exitCode).toBe(0);
  });

  it('does not sit out a pause that the archive asked for', async () => {
    server.setFaults({ limited: { every: 1, retryAfterSeconds: 300 } });
    const { process: child, result } = startCli(crawl('pause.sqlite', ...FAST));
    const before = server.log.length;
    while (server.log.length === before) await sleep(10);
    await sleep(200);
    child.kill('SIGINT');
    const stopped = await result;
    expect(stopped.exitCode, stopped.stderr).toBe(130);
    expect(stopped.stderr).toContain('429');
  });
});

describe('two crawls on one store', () => {
  it('the second says so and leaves with 6; a killed one leaves no lock behind', async () => {
    const { process: child, result } = startCli(crawl('shared.sqlite', ...SLOW));
    await captureRequests(2);
    const second = await runHere(crawl('shared.sqlite', ...FAST));
    expect(second.exitCode).toBe(6);
    expect(second.stderr).toContain('another run of palimpsest is changing it');
    symlinkSync(join(folder, 'shared.sqlite'), join(folder, 'alias.sqlite'));
    const alias = await runHere(['derive', '--store', join(folder, 'alias.sqlite')]);
    expect([alias.exitCode, alias.stderr]).toEqual([6, expect.stringContaining('another run of palimpsest')]);
    // Reading goes on meanwhile.
    expect((await runHere(['stats', '--store', join(folder, 'shared.sqlite')])).exitCode).toBe(0);
    child.kill('SIGKILL');
    await result;
    const third = await runHere(crawl('shared.sqlite', ...FAST));
    expect(third.exitCode, third.stderr).toBe(0);
  });
});
