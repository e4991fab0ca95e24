import Database from 'better-sqlite3';
import { toUrlkey } from '../../crawler/archive/index.ts';
import type { Site } from './site.ts';

/** What a crawl found of one site, held against what there is. */
export interface SiteScore {
  readonly site: Site;
  readonly found: number;
  /** `policy urlkey` of what should have been found, and was not. */
  readonly missed: readonly string[];
  /** `policy urlkey` of what was found, and is no such policy. */
  readonly wrong: readonly string[];
  /** What the site's crawl asked of the archive. */
  readonly requests: { readonly cdx: number; readonly memento: number };
}

function readRequests(store: Database.Database, domain: string): SiteScore['requests'] {
  const row = store
    .prepare('select cdx, memento from requests r join crawls c on c.id = r.crawl_id where c.domain = ?')
    .get(domain) as SiteScore['requests'] | undefined;
  return row ?? { cdx: 0, memento: 0 };
}

/** Addresses at which a store holds versions of a site's policies, as `policy urlkey`. */
function readFound(store: Database.Database, domain: string): Set<string> {
  const rows = store
    .prepare('select distinct policy, original from v_captures where domain = ? and version is not null')
    .raw()
    .all(domain) as [string, string][];
  return new Set(rows.map(([policy, original]) => `${policy} ${toUrlkey(original)}`));
}

export function scoreSites(file: string, sites: readonly Site[]): SiteScore[] {
  const store = new Database(file, { readonly: true });
  try {
    return sites.map((site) => {
      const found = readFound(store, site.domain);
      const expected = Object.entries(site.expected).flatMap(([policy, urls]) =>
        urls.map((url) => `${policy} ${toUrlkey(url)}`),
      );
      const allowed = new Set((site.allowed ?? []).map((url) => `privacy ${toUrlkey(url)}`));
      return {
        site,
        found: expected.filter((place) => found.has(place)).length,
        missed: expected.filter((place) => !found.has(place)),
        wrong: [...found].filter((place) => !expected.includes(place) && !allowed.has(place)),
        requests: readRequests(store, site.domain),
      };
    });
  } finally {
    store.close();
  }
}

export interface Scores {
  readonly recall: number;
  readonly precision: number;
  /** Questions to the index that a site's crawl cost. */
  readonly cdxMedian: number;
  readonly cdxMean: number;
  readonly lines: readonly string[];
}

/** Recall and precision over all sites, what a site costs, and one line a site, misses last. */
export function formatScores(scores: readonly SiteScore[]): Scores {
  const sum = (of: (score: SiteScore) => number) => scores.reduce((total, score) => total + of(score), 0);
  const found = sum((score) => score.found);
  const recall = found / (found + sum((score) => score.missed.length));
  const precision = found / (found + sum((score) => score.wrong.length));
  const lines = scores.map(({ site, found: count, missed, wrong, requests: { cdx, memento } }) => {
    const misses = [...missed.map((place) => `missed ${place}`), ...wrong.map((place) => `wrong ${place}`)];
    const verdict = misses.length === 0 ? 'ok' : misses.join('; ');
    return `${site.domain.padEnd(24)} ${count} found  ${cdx} index, ${memento} captures  ${verdict}  (${site.about})`;
  });
  const asked = scores.map(({ requests }) => requests.cdx).sort((one, other) => one - other);
  const cdxMean = sum(({ requests }) => requests.cdx) / scores.length;
  return { recall, precision, cdxMedian: asked[asked.length >> 1] ?? 0, cdxMean, lines };
}
