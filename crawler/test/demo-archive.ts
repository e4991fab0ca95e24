import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArchiveServer, startArchiveServer } from '../../scripts/archive-server.ts';
import { makeDemo } from '../../scripts/make-demo.ts';

/** Rates at which loopback need not be spared. */
export const FAST = ['--cdx-rate', '500', '--memento-rate', '500'];

/** A folder of its own for a test's files. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'palimpsest-'));
}

/** The demo collection served over loopback. */
export async function serveDemo(
  folder: string,
): Promise<{ server: ArchiveServer; domains: readonly string[] }> {
  const demo = await makeDemo(join(folder, 'demo.warc.gz'));
  return { server: await startArchiveServer({ warcs: demo.file }), domains: demo.domains };
}
