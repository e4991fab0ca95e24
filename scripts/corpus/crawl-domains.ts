import type { CrawlSummary } from '../../crawler/run/crawl.ts';
import { runCli } from '../../crawler/test/run-cli.ts';
import type { CorpusWarc } from '../corpus-to-warc.ts';

/** One domain's crawl by the real program. */
export interface DomainCrawl {
  readonly domain: string;
  readonly exitCode: number | null;
  /** Null where the program ended without one. */
  readonly summary: CrawlSummary | null;
  readonly seconds: number;
  readonly stderr: string;
}

/** Crawls each domain as itself, one after the other, into one store. The archive is on loopback and need not be spared. */
export async function* crawlDomains(
  warcs: readonly CorpusWarc[],
  archive: string,
  store: string,
): AsyncGenerator<DomainCrawl> {
  for (const { domain, urls } of warcs) {
    const started = performance.now();
    const { exitCode, stdout, stderr } = await runCli([
      ...['crawl', domain, '--url', ...urls, '--archive', archive, '--store', store],
      ...['--cdx-rate', '500', '--memento-rate', '500', '--json', '--quiet'],
    ]);
    const summary = stdout === '' ? null : (JSON.parse(stdout) as CrawlSummary);
    yield { domain, exitCode, summary, stderr, seconds: (performance.now() - started) / 1000 };
  }
}
