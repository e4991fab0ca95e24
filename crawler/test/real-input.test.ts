import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArchiveServer, startArchiveServer } from '../../scripts/archive-server.ts';
import { crawlDomains, type DomainCrawl } from '../../scripts/corpus/crawl-domains.ts';
import { type CorpusWarc, writeCorpusWarcs } from '../../scripts/corpus-to-warc.ts';
import { makeFolder } from './demo-archive.ts';
import { runCli } from './run-cli.ts';
import { dumpViews } from './views.ts';

/**
 * What a careful reader finds in the corpora's captures: versions, which never are fewer. Chosen for what they hold:
 * old markup, one text captured twice, a policy that moved, other languages, home pages and an empty body in its place.
 */
const VERSIONS: Readonly<Record<string, number>> = {
  'paltalk.com': 2,
  'kropla.com': 1,
  'opentermsarchive.org': 4,
  'match.com': 10,
  'disonsdemain.fr': 10,
  'thisislex.app': 8,
};

const corpus = process.env.PALIMPSEST_CORPUS;

const title = corpus ? 'real captures' : 'real captures (skipped: PALIMPSEST_CORPUS names no corpus)';

describe.skipIf(!corpus)(title, () => {
  const folder = makeFolder();
  const store = join(folder, 'real.sqlite');
  const crawls = new Map<string, DomainCrawl>();
  let warcs: CorpusWarc[];
  let server: ArchiveServer | undefined;

  beforeAll(async () => {
    warcs = await writeCorpusWarcs({ corpus: corpus!, outFolder: folder, domains: Object.keys(VERSIONS) });
    server = await startArchiveServer({ warcs: folder });
    for await (const crawl of crawlDomains(warcs, server.origin, store)) crawls.set(crawl.domain, crawl);
  });
  afterAll(() => server?.close());

  it.each(Object.entries(VERSIONS))('%s ends well, with at least %i versions', (domain, versions) => {
    const { exitCode, summary, stderr } = crawls.get(domain)!;
    expect(exitCode, stderr).toBe(0);
    expect(summary!.counts.versionCount).toBeGreaterThanOrEqual(versions);
  });

  it('knows every capture and what became of it; pages without a policy are told from those with one', () => {
    const outcomes = new Map<string, string>(
      dumpViews(store).v_captures!.map((row) => {
        const [domain, , timestamp, original, , , , , outcome = ''] = JSON.parse(row) as string[];
        return [`${domain} ${timestamp} ${original}`, outcome];
      }),
    );
    for (const { domain, captures } of warcs) {
      for (const { timestamp, url, rejectedFor } of captures) {
        const capture = `${domain} ${timestamp} ${url}`;
        const expected = rejectedFor === null ? ['version', 'duplicate'] : ['not-a-policy'];
        expect(expected, `${capture}: ${outcomes.get(capture)}`).toContain(outcomes.get(capture));
      }
    }
  });

  it('passes check', async () => {
    const { stdout, exitCode } = await runCli(['check', '--store', store, '--quiet']);
    expect(stdout).toMatch(/^nothing wrong/);
    expect(exitCode).toBe(0);
  });
});
