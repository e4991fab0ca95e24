import { type CrawlEnding, listCrawlEndings, type Store } from '../store/index.ts';
import type { CrawlOptions, Ending } from './crawl.ts';

/** What a list of domains still needs. */
export interface ListRun {
  /** The instant at which the run of the list began, maybe in an earlier process. */
  readonly run: string;
  /** Domains to be crawled: new ones first, those that failed before last. */
  readonly due: readonly string[];
  /** How those ended that need not be asked again. */
  readonly finished: ReadonlyMap<string, Ending>;
}

/** Endings that leave nothing to be asked again. */
const FINISHED: ReadonlySet<string> = new Set<Ending>(['done', 'nothing-found']);
/** Endings that a domain comes to by itself, and not because the whole run ended. */
const ITS_OWN: ReadonlySet<string> = new Set<Ending>([...(FINISHED as Set<Ending>), 'some-failed']);

/**
 * Where the last run of a list broke off, it is gone on with: domains that it has finished are not asked again. A run in
 * which every domain came to its own end is over, and the next asks all again. With `freshAfter` (an instant) it is the
 * age alone that decides: what was finished since is not asked again, in whatever run that was.
 */
export function planListRun(
  store: Store,
  archive: string,
  domains: readonly string[],
  options: CrawlOptions,
  { now, freshAfter }: { readonly now: string; readonly freshAfter: string | null },
): ListRun {
  const wanted = new Set(domains);
  const endings = listCrawlEndings(store, archive, options).filter(({ domain }) => wanted.has(domain));
  const last = new Map(endings.map((ending) => [ending.domain, ending]));
  const open = freshAfter === null ? findOpenRun(endings, wanted) : null;
  const isFinished = (ending: CrawlEnding | undefined): boolean => {
    if (!ending?.ended || !FINISHED.has(ending.ended)) return false;
    if (freshAfter !== null) return ending.finishedAt! >= freshAfter;
    return open !== null && ending.finishedAt! >= open;
  };
  const finished = new Map(
    domains.flatMap((domain) => {
      const ending = last.get(domain);
      return isFinished(ending) ? [[domain, ending!.ended as Ending] as const] : [];
    }),
  );
  const rest = domains.filter((domain) => !finished.has(domain));
  const hasFailed = (domain: string) => last.get(domain)?.ended === 'some-failed';
  const due = [...rest.filter((domain) => !hasFailed(domain)), ...rest.filter(hasFailed)];
  return { run: open ?? now, due, finished };
}

/** The last run of the list, if some of its domains have not come to their own end in it. */
function findOpenRun(endings: readonly CrawlEnding[], wanted: ReadonlySet<string>): string | null {
  const run = endings.findLast((ending) => ending.run !== null)?.run ?? null;
  if (run === null) return null;
  const ended = new Map(
    endings.filter((ending) => ending.run === run).map(({ domain, ended }) => [domain, ended]),
  );
  const isOver = [...wanted].every((domain) => ITS_OWN.has(ended.get(domain) ?? ''));
  return isOver ? null : run;
}

/** Runs work on all items, so many at a time, each begun in order. The first error is thrown once all have come to rest. */
export async function inFlight<T>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<'go-on' | 'stop'>,
): Promise<void> {
  let next = 0;
  let isStopped = false;
  const worker = async () => {
    while (next < items.length && !isStopped) {
      try {
        if ((await work(items[next++]!)) === 'stop') isStopped = true;
      } catch (error) {
        isStopped = true;
        throw error;
      }
    }
  };
  const workers = Array.from({ length: Math.min(most, items.length) }, worker);
  const failed = (await Promise.allSettled(workers)).find((ended) => ended.status === 'rejected');
  if (failed) throw failed.reason;
}
