import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startArchiveServer } from '../../scripts/archive-server.ts';
import { crawlDomains, type DomainCrawl } from '../../scripts/corpus/crawl-domains.ts';
import { type CorpusWarc, writeCorpusWarcs } from '../../scripts/corpus-to-warc.ts';
import { oncePerRun } from './once-per-run.ts';

/** A crawl of some of the corpus's domains, with what was to be found there. */
export interface RealCrawl {
  readonly store: string;
  readonly warcs: readonly CorpusWarc[];
  readonly crawls: readonly DomainCrawl[];
}

/**
 * What a careful reader finds in the corpora's captures: versions, which never are fewer. Chosen for what they hold:
 * old markup, one text captured twice, a policy that moved, other languages, home pages and an empty body in its place.
 */
export const REAL_VERSIONS: Readonly<Record<string, number>> = {
  'paltalk.com': 2,
  'kropla.com': 1,
  'opentermsarchive.org': 4,
  'match.com': 10,
  'disonsdemain.fr': 10,
  'thisislex.app': 8,
};

const corpus = process.env.PALIMPSEST_CORPUS;

/** Crawls those domains as the program does, once in a run of all tests; to be read only. */
export async function crawlReal(): Promise<RealCrawl> {
  const made = await oncePerRun('real-crawl', async (folder) => {
    const warcs = await writeCorpusWarcs({
      corpus: corpus!,
      outFolder: folder,
      domains: Object.keys(REAL_VERSIONS),
    });
    const server = await startArchiveServer({ warcs: folder });
    try {
      const crawls: DomainCrawl[] = [];
      for await (const crawl of crawlDomains(warcs, server.origin, join(folder, 'real.sqlite')))
        crawls.push(crawl);
      writeFileSync(join(folder, 'told.json'), JSON.stringify({ warcs, crawls }));
    } finally {
      await server.close();
    }
  });
  const told = JSON.parse(readFileSync(join(made, 'told.json'), 'utf8')) as Omit<RealCrawl, 'store'>;
  return { store: join(made, 'real.sqlite'), ...told };
}

/**
 * A store of real policies: the one that PALIMPSEST_CORPUS_STORE names (`scripts/crawl-corpus.ts` makes one of all of them),
 * else that of the crawl above. Null where no corpus is at hand.
 */
export function findRealStore(): (() => Promise<string>) | null {
  const named = process.env.PALIMPSEST_CORPUS_STORE;
  if (named && existsSync(named)) return () => Promise.resolve(named);
  return corpus ? async () => (await crawlReal()).store : null;
}
