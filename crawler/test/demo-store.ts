import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAST, serveDemo } from './demo-archive.ts';
import { oncePerRun } from './once-per-run.ts';
import { runCli } from './run-cli.ts';

/** The store that a crawl of the whole demo collection makes; crawled once in a run of all tests, to be read only. */
export const demoStore = async (): Promise<string> => (await demoCrawl()).store;

/** The same, with the lines of JSON that the crawl ended with. */
export async function demoCrawl(): Promise<{ store: string; told: string }> {
  const folder = await oncePerRun('demo-store', async (into) => {
    const { server, domains } = await serveDemo();
    try {
      const store = join(into, 'demo.sqlite');
      const { exitCode, stdout, stderr } = await runCli([
        'crawl',
        ...domains,
        '--store',
        store,
        '--archive',
        server.origin,
        ...FAST,
        '--quiet',
        '--json',
      ]);
      if (exitCode !== 0) throw new Error(`the crawl ended with exit code ${exitCode}: ${stderr}`);
      writeFileSync(join(into, 'told.jsonl'), stdout);
    } finally {
      await server.close();
    }
  });
  return { store: join(folder, 'demo.sqlite'), told: readFileSync(join(folder, 'told.jsonl'), 'utf8') };
}
