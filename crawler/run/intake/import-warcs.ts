import { toUrlkey, urlkeyHost } from '../../archive/index.ts';
import type { Effects } from '../../effects.ts';
import { UserError } from '../../errors.ts';
import { assessLink } from '../../normalize/index.ts';
import type { Store } from '../../store/index.ts';
import { type CrawlSummary, crawlDomain } from '../crawl.ts';
import { LEAST_CONFIDENCE } from '../discover/home-pages.ts';
import type { ImportOptions } from './describe-document.ts';
import { openWarcArchive } from './warc/warc-archive.ts';

/**
 * Takes WARC files in: they are crawled like an archive, so discovery, redirects and revisits are treated as ever, and
 * records of one file may repeat those of another. Without a domain, all sites whose policy they seem to hold are taken.
 * @throws UserError for files that hold no capture, or none of a policy
 */
export async function importWarcs(
  store: Store,
  files: readonly string[],
  options: ImportOptions,
  effects: Effects,
): Promise<CrawlSummary[]> {
  const archive = await openWarcArchive(files);
  for (const warning of archive.warnings) effects.warn(warning);
  if (archive.entries.length === 0) {
    throw new UserError(
      `${files.join(', ')} holds no capture of a web page`,
      'Name WARC files with response records.',
    );
  }
  const domains = options.domain
    ? [options.domain]
    : findDomains(archive.entries.map((entry) => entry.original));
  if (domains.length === 0) {
    throw new UserError(
      `${files.join(', ')} names no address that looks like a privacy policy`,
      'Say whose policy it is, and where it stood: --domain example.com --url http://example.com/rules.html',
    );
  }
  const crawlOptions = {
    urls: options.url ? [options.url] : [],
    every: 'all' as const,
    isAdaptive: false,
    limit: null,
    concurrency: 1,
  };
  const summaries: CrawlSummary[] = [];
  for (const domain of domains) {
    if (effects.isStopping()) break;
    summaries.push(await crawlDomain(store, archive, domain, crawlOptions, effects, 'import'));
  }
  return summaries;
}

/** Sites with an address that may be a privacy policy's; a host below another of them belongs to that one. */
function findDomains(originals: readonly string[]): string[] {
  const hosts = new Set<string>();
  const likely = new Set<string>();
  for (const original of new Set(originals)) {
    const host = urlkeyHost(toUrlkey(original)).split(',').reverse().join('.');
    hosts.add(host);
    const link = assessLink(original, '');
    if (link && link.rejected === null && link.confidence >= LEAST_CONFIDENCE) likely.add(host);
  }
  const siteOf = (host: string) => [...hosts].find((other) => host.endsWith(`.${other}`)) ?? host;
  return [...new Set([...likely].map(siteOf))].sort();
}
