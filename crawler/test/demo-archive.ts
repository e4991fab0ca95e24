import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArchiveServer, startArchiveServer } from '../../scripts/archive-server.ts';
import { makeDemo } from '../../scripts/make-demo.ts';
import { oncePerRun } from './once-per-run.ts';

/** Rates at which loopback need not be spared. */
export const FAST = ['--cdx-rate', '500', '--memento-rate', '500'];

/** A folder of its own for a test's files. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'palimpsest-'));
}

/** The demo collection as a WARC file, made once in a run of all tests, with the domains in it. */
export async function demoWarc(): Promise<{ file: string; domains: readonly string[] }> {
  const folder = await oncePerRun('demo-warc', async (into) => {
    const { domains } = await makeDemo(join(into, 'demo.warc.gz'));
    writeFileSync(join(into, 'domains.json'), JSON.stringify(domains));
  });
  const domains = JSON.parse(readFileSync(join(folder, 'domains.json'), 'utf8')) as string[];
  return { file: join(folder, 'demo.warc.gz'), domains };
}

/** The demo collection served over loopback. */
export async function serveDemo(): Promise<{ server: ArchiveServer; domains: readonly string[] }> {
  const { file, domains } = await demoWarc();
  return { server: await startArchiveServer({ warcs: file }), domains };
}
