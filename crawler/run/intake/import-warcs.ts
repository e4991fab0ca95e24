import { toUrlkey, urlkeyHost } from '../../archive/index.ts';
import type { Effects } from '../../effects.ts';
import { UserError } from '../../errors.ts';
import { assessLink } from '../../normalize/index.ts';
import type { Store } from '../../store/index.ts';
import { type CrawlOptions, type CrawlSummary, crawlDomain } from '../crawl.ts';
import { LEAST_CONFIDENCE } from '../discover/home-pages.ts';
import type { ImportOptions } from './describe-document.ts';
import { findMapEntry, type MapEntry } from './import-map.ts';
import { keepAddressRecords, readAddressRecords } from './recorded-addresses.ts';
import { openWarcArchive, type WarcArchive } from './warc/warc-archive.ts';

/** One domain's part of an import. */
interface Job {
  readonly domain: string;
  readonly choices: Partial<Pick<CrawlOptions, 'urls' | 'policy' | 'candidates'>>;
}

/**
 * Takes WARC files in: they are crawled like an archive, so discovery, redirects and revisits are treated as ever, and
 * records of one file may repeat those of another. Without a domain, all sites whose policy they seem to hold are taken;
 * an export of ours says itself what belongs to whom.
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
  const jobs = listJobs(store, archive, options);
  if (jobs.length === 0) {
    throw new UserError(
      `${files.join(', ')} names no address that looks like a privacy policy`,
      'Say whose policy it is, and where it stood: --domain example.com --url http://example.com/rules.html',
    );
  }
  const summaries: CrawlSummary[] = [];
  for (const { domain, choices } of jobs) {
    if (effects.isStopping()) break;
    const crawl: CrawlOptions = {
      urls: [],
      every: 'all',
      isAdaptive: false,
      limit: null,
      concurrency: 1,
      ...choices,
    };
    summaries.push(await crawlDomain(store, archive, domain, crawl, effects, 'import'));
  }
  return summaries;
}

function listJobs(store: Store, archive: WarcArchive, options: ImportOptions): Job[] {
  const originals = [...new Set(archive.entries.map((entry) => entry.original))];
  if (options.map) return listMapped(originals, options.map);
  const policy = options.policy === undefined ? {} : { policy: options.policy };
  if (options.url) {
    const domains = options.domain ? [options.domain] : findDomains(originals);
    return domains.map((domain) => ({ domain, choices: { urls: [options.url!], ...policy } }));
  }
  const recorded = readAddressRecords(archive.metadata).filter(
    ({ domain }) => options.domain === undefined || options.domain === domain,
  );
  const known = recorded.map(
    (records): Job => ({
      domain: records.domain,
      choices: { candidates: keepAddressRecords(store, records) },
    }),
  );
  if (options.domain) return known.length > 0 ? known : [{ domain: options.domain, choices: {} }];
  const told = archive.metadata.length > 0 && known.length > 0;
  // Captures of home pages in an export of ours are no sites of their own.
  const found = told ? [] : findDomains(originals);
  return [...known, ...found.map((domain) => ({ domain, choices: {} }))];
}

/** What a map says of addresses: one for each of them that the files hold, whatever scheme it was asked for with. */
function listMapped(originals: readonly string[], map: readonly MapEntry[]): Job[] {
  const jobs = new Map<MapEntry, Map<string, string>>();
  for (const original of originals) {
    const entry = findMapEntry(map, [], original);
    if (!entry) continue;
    const urls = jobs.get(entry) ?? new Map<string, string>();
    urls.set(toUrlkey(original), original);
    jobs.set(entry, urls);
  }
  return [...jobs].map(([{ domain, policy }, urls]) => ({
    domain,
    choices: { urls: [...urls.values()], ...(policy === null ? {} : { policy }) },
  }));
}

/** Sites with an address that may be a privacy policy's; a host below another of them belongs to that one. */
function findDomains(originals: readonly string[]): string[] {
  const hosts = new Set<string>();
  const likely = new Set<string>();
  for (const original of originals) {
    const host = urlkeyHost(toUrlkey(original)).split(',').reverse().join('.');
    hosts.add(host);
    const link = assessLink(original, '');
    if (link && link.rejected === null && link.confidence >= LEAST_CONFIDENCE) likely.add(host);
  }
  const siteOf = (host: string) => [...hosts].find((other) => host.endsWith(`.${other}`)) ?? host;
  return [...new Set([...likely].map(siteOf))].sort();
}
