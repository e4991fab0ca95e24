/** Lists of domains: one bad domain never ends one, and a list goes on where it broke off. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ArchiveServer, startArchiveServer } from '../../scripts/archive-server.ts';
import { writeWarc } from '../../scripts/warc/write-warc.ts';
import { FAST, makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { MOVING_DOMAINS, movingSites } from './moving-sites.ts';
import { startCli } from './run-cli.ts';
import { dumpViews } from './views.ts';

const folder = makeFolder();
const DOMAINS = MOVING_DOMAINS.slice(0, 6);
let server: ArchiveServer;

beforeAll(async () => {
  const warcs = join(folder, 'moving.warc');
  await writeWarc(warcs, movingSites(DOMAINS));
  server = await startArchiveServer({ warcs });
});
beforeEach(() => server.setFaults({}));
afterAll(() => server?.close());

const fileOf = (name: string) => join(folder, `${name}.sqlite`);
const args = (name: string, ...more: string[]) => [
  ...['crawl', ...DOMAINS, '--store', fileOf(name), '--archive', server.origin, ...FAST],
  ...more,
];
/** Domains that the index was asked about since an entry of the log. */
const askedSince = (start: number) =>
  new Set(
    server.log
      .slice(start)
      .filter(({ kind }) => kind === 'index')
      .map(({ target }) => DOMAINS.find((domain) => target.includes(domain))),
  );
const finishedIn = (stdout: string) => DOMAINS.filter((domain) => stdout.includes(`${domain}: `));

describe('one bad domain', () => {
  it.each(['unavailable', 'index-html', 'index-cut'] as const)(
    'whose listings are %s leaves the others whole, is told, and is whole in a later run',
    async (fault) => {
      server.setFaults({ [fault]: { every: 1, match: new RegExp(`url=.*${DOMAINS[0]}`) } });
      const result = await runHere(args(fault));
      expect(result.exitCode, result.stderr).toBe(5);
      expect(finishedIn(result.stdout)).toEqual(DOMAINS);
      const versions = (name: string, domain: string) =>
        dumpViews(fileOf(name)).v_versions!.filter((row) => JSON.parse(row)[0] === domain).length;
      for (const domain of DOMAINS.slice(1)) expect(versions(fault, domain), domain).toBeGreaterThan(5);
      expect(versions(fault, DOMAINS[0]!)).toBe(0);
      server.setFaults({});
      expect((await runHere(args(fault))).exitCode).toBe(0);
      expect(versions(fault, DOMAINS[0]!)).toBeGreaterThan(5);
    },
  );

  it('whose captures never play stops nothing', async () => {
    server.setFaults({
      unavailable: { every: 1, match: new RegExp(`id_/.*${DOMAINS[1]}/(?:privacy|legal)`) },
    });
    const result = await runHere(args('never'));
    expect(result.exitCode, result.stderr).toBe(5);
    expect(finishedIn(result.stdout)).toEqual(DOMAINS);
  });
});

describe('a list that broke off', () => {
  it('goes on with what was not finished, and a list that is through is asked for again', async () => {
    const slow = ['--cdx-rate', '500', '--memento-rate', '40'];
    const { process: child, result } = startCli(args('resumed', ...slow));
    let told = '';
    child.stdout!.on('data', (text: string) => (told += text));
    while (finishedIn(told).length < 2 && child.exitCode === null) await sleep(5);
    child.kill('SIGKILL');
    await result;
    const finished = finishedIn(told);
    expect(finished.length).toBeLessThan(DOMAINS.length);

    const start = server.log.length;
    const second = await runHere(args('resumed'));
    expect(second.exitCode, second.stderr).toBe(0);
    for (const domain of finished) expect([...askedSince(start)]).not.toContain(domain);
    expect(second.stderr).toContain('are not asked again');
    const whole = await runHere(args('whole'));
    expect(whole.exitCode).toBe(0);
    expect(dumpViews(fileOf('resumed')).v_versions).toEqual(dumpViews(fileOf('whole')).v_versions);

    const third = server.log.length;
    expect((await runHere(args('resumed'))).exitCode).toBe(0);
    expect(askedSince(third).size).toBe(DOMAINS.length);
    // The home page, and the domain as a whole.
    const questions = server.log.slice(third).filter(({ kind }) => kind === 'index');
    expect(questions).toHaveLength(DOMAINS.length * 2);
    const fourth = server.log.length;
    const fresh = await runHere(args('resumed', '--refresh-after', '30d'));
    expect([fresh.exitCode, askedSince(fourth).size]).toEqual([0, 0]);
  });

  it('says what is new since the last run, and nothing at all on success when quiet', async () => {
    expect((await runHere(args('news', '--to', '2009'))).exitCode).toBe(0);
    const later = await runHere(args('news', '--quiet'));
    expect(later.stdout).toMatch(/: \d+ versions \(\d+ new\)/);
    expect(later.stderr).toBe('');
  });
});

it('says before it begins how many requests the whole list takes, and writes nothing', async () => {
  const { exitCode, stdout } = await runHere(args('dry', '--dry-run', '--json'));
  expect([exitCode, existsSync(fileOf('dry'))]).toEqual([0, false]);
  const lines = stdout.split('\n').map((line) => JSON.parse(line));
  const sum = (kind: 'cdx' | 'memento') =>
    lines.slice(0, -1).reduce((total, { requests }) => total + requests[kind], 0);
  expect(lines).toHaveLength(DOMAINS.length + 1);
  const requests = { cdx: sum('cdx'), memento: sum('memento') };
  expect(lines.at(-1)).toEqual({ domains: DOMAINS.length, requests, minutes: expect.any(Number) });
  // Two addresses a site, and no more than that many questions.
  expect(requests.cdx).toBeLessThanOrEqual(DOMAINS.length * 4);
  expect(requests.memento).toBeGreaterThan(DOMAINS.length * 10);
});

describe('the process', () => {
  it('ends in order when the terminal goes away', async () => {
    const { process: child, result } = startCli(args('hup', '--cdx-rate', '500', '--memento-rate', '10'));
    const start = server.log.length;
    while (server.log.length < start + 8) await sleep(5);
    child.kill('SIGHUP');
    const { exitCode, stderr } = await result;
    expect(exitCode).toBe(130);
    expect(stderr).toContain('run the same command again to go on');
  });

  it('ends with 6 where its store is deleted meanwhile, and not after all the rest', async () => {
    const start = server.log.length;
    const running = runHere(args('deleted'));
    while (server.log.length < start + 3) await sleep(1);
    rmSync(fileOf('deleted'));
    const { exitCode, stdout, stderr } = await running;
    expect(exitCode).toBe(6);
    expect(stderr).toContain('was deleted while it was being filled');
    expect(finishedIn(stdout).length).toBeLessThan(DOMAINS.length);
  });

  it('goes on where nobody reads what it says', async () => {
    const { process: child, result } = startCli(args('unread'));
    child.stdout!.destroy();
    child.stderr!.destroy();
    expect((await result).exitCode).toBe(0);
    const domains = new Set(dumpViews(fileOf('unread')).v_versions!.map((row) => JSON.parse(row)[0]));
    expect([...domains].sort()).toEqual([...DOMAINS].sort());
  });
});
