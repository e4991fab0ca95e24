import { join } from 'node:path';
import { FAST, serveDemo } from './demo-archive.ts';
import { oncePerRun } from './once-per-run.ts';
import { runCli } from './run-cli.ts';

/** The store that a crawl of the whole demo collection makes; crawled once in a run of all tests, to be read only. */
export async function demoStore(): Promise<string> {
  const folder = await oncePerRun('demo-store', async (into) => {
    const { server, domains } = await serveDemo(into);
    try {
      const store = join(into, 'demo.sqlite');
      const { exitCode, stderr } = await runCli([
        'crawl',
        ...domains,
        '--store',
        store,
        '--archive',
        server.origin,
        ...FAST,
        '--quiet',
      ]);
      if (exitCode !== 0) throw new Error(`the crawl ended with exit code ${exitCode}: ${stderr}`);
    } finally {
      await server.close();
    }
  });
  return join(folder, 'demo.sqlite');
}
