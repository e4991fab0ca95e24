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
      };
    });
  } finally {
    store.close();
  }
}

/** Recall and precision over all sites, and one line a site, misses last. */
export function formatScores(scores: readonly SiteScore[]): {
  recall: number;
  precision: number;
  lines: string[];
} {
  const sum = (of: (score: SiteScore) => number) => scores.reduce((total, score) => total + of(score), 0);
  const found = sum((score) => score.found);
  const recall = found / (found + sum((score) => score.missed.length));
  const precision = found / (found + sum((score) => score.wrong.length));
  const lines = scores.map(({ site, found: count, missed, wrong }) => {
    const misses = [...missed.map((place) => `missed ${place}`), ...wrong.map((place) => `wrong ${place}`)];
    const verdict = misses.length === 0 ? 'ok' : misses.join('; ');
    return `${site.domain.padEnd(24)} ${count} found  ${verdict}  (${site.about})`;
  });
  return { recall, precision, lines };
}
