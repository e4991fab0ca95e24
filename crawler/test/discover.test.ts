import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ArchiveServer, startArchiveServer } from '../../scripts/archive-server.ts';
import { captureSite } from '../../scripts/discovery-collection/make-captures.ts';
import { sites } from '../../scripts/discovery-collection/sites.ts';
import { writeWarc } from '../../scripts/warc/write-warc.ts';
import { FAST, makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';

const folder = makeFolder();
let server: ArchiveServer;
beforeAll(async () => {
  const warcs = join(folder, 'sites.warc.gz');
  await writeWarc(warcs, sites.flatMap(captureSite));
  server = await startArchiveServer({ warcs });
});
afterAll(() => server?.close());

const discover = (...more: string[]) =>
  runHere([
    ...['discover', ...more, '--store', join(folder, 'store.sqlite')],
    ...['--archive', server.origin, ...FAST],
  ]);

it('shows addresses with span, evidence and confidence, and fetches only what it needs', async () => {
  const before = server.log.length;
  const result = await discover('movedmugs.example', '--json');
  expect(result.exitCode, result.stderr).toBe(0);
  const rows = result.stdout.split('\n').map((line) => JSON.parse(line));
  const byPath = new Map(rows.map((row) => [new URL(row.url).pathname, row]));
  expect(byPath.get('/legal/privacy/')).toMatchObject({
    domain: 'movedmugs.example',
    policy: 'privacy',
    rejected: null,
    firstSeen: '20050203101500',
    lastSeen: '20110917101500',
    pageCount: 14,
  });
  expect(byPath.get('/privacy.htm').evidence).toContainEqual(
    expect.objectContaining({
      kind: 'link',
      text: 'Privacy statement',
      from: 'http://www.movedmugs.example/',
    }),
  );
  expect(byPath.get('/trust/data-privacy').evidence.map((e: { kind: string }) => e.kind)).toContain(
    'redirect',
  );
  // Nothing is guessed where links name the policy.
  expect(byPath.get('/policies/privacy')).toBeUndefined();
  const questions = server.log.slice(before).filter((entry) => entry.kind === 'index');
  expect(questions.length).toBeLessThanOrEqual(4);
  const asked = server.log.slice(before).filter((entry) => entry.kind === 'playback');
  expect(
    asked.some((entry) => /\/(?:19|20)\d{12}id_\/http:\/\/www\.movedmugs\.example\/$/.test(entry.target)),
  ).toBe(true);
  // Home pages, and first and last redirect of two addresses with what they lead to.
  expect(asked.length).toBeLessThanOrEqual(22 + 4 * 2);
});

it('names what was rejected, and why', async () => {
  const result = await discover('friendfence.example', 'screenshop.example', 'hedgenotes.example');
  expect(result.exitCode, result.stderr).toBe(0);
  expect(result.stdout).toMatch(/\/account\/privacy\s+settings:/);
  expect(result.stdout).toMatch(/\/products\/privacy-screen-14\s+product:/);
  expect(result.stdout).toMatch(/\/store\/vendors\/petcam\/privacy-policy\s+product:/);
  expect(result.stdout).toMatch(/why-privacy-matters\s+article:/);
});

it('ends with 3 where nothing was found', async () => {
  expect((await discover('nobody.example')).exitCode).toBe(3);
});
