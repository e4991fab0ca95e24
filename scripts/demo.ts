/**
 * The main job on the demo collection, from texts to a site in the browser: makes the collection's WARC file, serves it as
 * an archive on loopback, crawls the invented companies from their bare domains, builds the site and serves it.
 *
 *     npm run demo                     ends with the address of the site, and serves until Ctrl-C
 *     npm run demo -- --no-serve       does all but serving
 *     npm run demo -- --port 8000      serves at another port
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../crawler/commands/output.ts';
import { main } from '../crawler/commands/program.ts';
import { UserError } from '../crawler/errors.ts';
import { readFlags, runMain } from '../crawler/run-main.ts';
import { buildSite, describeBuild, reportProgress } from '../site/build/build-site.ts';
import { type ArchiveServer, startArchiveServer } from './archive-server.ts';
import { demoFile, makeDemo } from './make-demo.ts';
import { parsePort, serveSite } from './serve-site.ts';

const demoStore = join(import.meta.dirname, '..', 'data', 'demo', 'demo.sqlite');

/** The archive's usual port, so that links to captures stay the same from one demo to the next. */
const ARCHIVE_PORT = 8098;

/** Loopback need not be spared. */
const FAST = ['--cdx-rate', '1000', '--memento-rate', '1000'];

const terminal: Output = {
  line: (text) => console.log(text),
  note: () => {},
  draw: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  useColour: false,
  input: process.stdin,
  environment: process.env,
  isStopping: () => false,
};

async function startArchive(warc: string): Promise<ArchiveServer> {
  try {
    return await startArchiveServer({ warcs: warc, port: ARCHIVE_PORT });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return startArchiveServer({ warcs: warc });
  }
}

function readOptions(): { port: number; serves: boolean } {
  const { values } = readFlags(
    {
      options: { port: { type: 'string', default: '4321' }, 'no-serve': { type: 'boolean', default: false } },
    },
    'npm run demo -- [--no-serve] [--port N]',
  );
  return { port: parsePort(values.port), serves: !values['no-serve'] };
}

/** Crawls the collection into a fresh store: the demo always shows what the program makes of it today. */
async function crawlDemo(archive: ArchiveServer, domains: readonly string[]): Promise<void> {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${demoStore}${suffix}`, { force: true });
  const exitCode = await main(
    ['crawl', ...domains, '--store', demoStore, '--archive', archive.origin, ...FAST],
    terminal,
  );
  if (exitCode !== 0) {
    throw new UserError(
      `the crawl of the demo collection ended with exit code ${exitCode}`,
      `Crawl it by hand to see more: npx palimpsest crawl ${domains[0]} --archive ${archive.origin} --store /tmp/demo.sqlite`,
    );
  }
}

await runMain(async () => {
  const { port, serves } = readOptions();
  const demo = await makeDemo(demoFile);
  console.log(`archive: ${demo.captureCount} captures of ${demo.domains.length} invented companies`);
  const archive = await startArchive(demo.file);
  try {
    await crawlDemo(archive, demo.domains);
    const build = await buildSite({ store: demoStore, progress: reportProgress() });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    console.log(describeBuild(build));
    if (!serves) return;
    const site = await serveSite({ folder: build.folder, port });
    console.log(
      `\nRead it at ${site.url}\nCtrl-C stops it. The captures themselves are served at ${archive.origin}`,
    );
    await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
    await site.close();
  } finally {
    await archive.close();
  }
});
