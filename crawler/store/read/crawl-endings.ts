import type { Store } from '../open.ts';

/** How a crawl of one domain ended; `ended` is null where it was killed. */
export interface CrawlEnding {
  readonly domain: string;
  /** The run of a list that it was part of, or null. */
  readonly run: string | null;
  readonly ended: string | null;
  /** ISO instant; null where it was killed. */
  readonly finishedAt: string | null;
}

/** All crawls of an archive with the same options, in the order in which they began. */
export function listCrawlEndings(store: Store, archive: string, options: object): CrawlEnding[] {
  return store
    .prepare(
      `select domain, json_extract(options, '$.run') as run, ended, finished_at as finishedAt
       from crawls where command = 'crawl' and archive = ?
         and json_remove(options, '$.run', '$.concurrency') = json_remove(?, '$.run', '$.concurrency')
       order by id`,
    )
    .all(archive, JSON.stringify(options)) as CrawlEnding[];
}
