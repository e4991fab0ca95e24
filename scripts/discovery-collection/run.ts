/**
 * How well the crawler finds policies: crawls the invented sites of this folder from their bare domains and prints, for
 * each, what was missed and what was taken for a policy and is none.
 *
 *     node scripts/discovery-collection/run.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFlags, runMain } from '../../crawler/run-main.ts';
import { runHere } from '../../crawler/test/in-process.ts';
import { startArchiveServer } from '../archive-server.ts';
import { writeWarc } from '../warc/write-warc.ts';
import { captureSite } from './make-captures.ts';
import { formatScores, type Scores, scoreSites } from './score.ts';
import { sites } from './sites.ts';

/** Crawls all sites and scores what was found. */
export async function runDiscovery(folder: string): Promise<Scores> {
  const warc = join(folder, 'sites.warc.gz');
  await writeWarc(warc, sites.flatMap(captureSite));
  const server = await startArchiveServer({ warcs: warc });
  const store = join(folder, 'sites.sqlite');
  const domains = sites.map((site) => site.domain);
  const options = ['--store', store, '--archive', server.origin, '--quiet'];
  try {
    const result = await runHere([
      'crawl',
      ...domains,
      ...options,
      '--cdx-rate',
      '900',
      '--memento-rate',
      '900',
    ]);
    if (result.exitCode !== 0) throw new Error(`the crawl ended with ${result.exitCode}: ${result.stderr}`);
  } finally {
    await server.close();
  }
  return formatScores(scoreSites(store, sites));
}

if (import.meta.main) {
  await runMain(async () => {
    const { values } = readFlags(
      { options: { keep: { type: 'boolean' } } },
      'node scripts/discovery-collection/run.ts [--keep]',
    );
    const folder = mkdtempSync(join(tmpdir(), 'discovery-'));
    const { recall, precision, cdxMedian, cdxMean, lines } = await runDiscovery(folder);
    for (const line of lines) console.log(line);
    console.log(`${lines.length} sites: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`);
    console.log(`questions to the index a site: median ${cdxMedian}, mean ${cdxMean.toFixed(1)}`);
    if (values.keep) console.log(folder);
    else rmSync(folder, { recursive: true });
  });
}
