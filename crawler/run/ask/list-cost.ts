import { listCrawlRuns, type Store } from '../../store/index.ts';

/** Requests that one domain costs on the average, and of how many domains that was measured. */
export interface DomainCost {
  readonly domainCount: number;
  readonly cdx: number;
  readonly memento: number;
}

/** What a list costs: a first crawl, and another one of an archive that has nothing new. */
export interface ListCost {
  readonly requests: { readonly cdx: number; readonly memento: number };
  /** Index and captures are asked at the same time; the slower of the two sets the pace. */
  readonly seconds: number;
  readonly pace: 'index' | 'captures';
}

/**
 * Where the store at hand has crawled nothing yet: questions to the index as counted on the invented sites of
 * scripts/discovery-collection, captures as on 62 domains whose captures were known before.
 */
export const USUAL_COST: DomainCost = { domainCount: 0, cdx: 3.3, memento: 35.3 };

/**
 * An update asks the index for the home page and for the domain as a whole, and fetches nothing; where the policy lies behind
 * other pages, for those as well. Counted on the same sites.
 */
export const UPDATE_COST = { cdx: 2.3, memento: 0 };

/** Fewer domains than this say little of others. */
const FEW = 5;

/** What a first crawl of a domain cost in a store, on the average; null where it has crawled too few to tell. */
export function measureDomainCost(store: Store): DomainCost | null {
  const firsts = new Map(
    listCrawlRuns(store)
      .filter(({ command, ended }) => command === 'crawl' && ended !== null)
      .map((run) => [run.domain, run]),
  );
  const counted = [...firsts.values()].flatMap(({ requests }) => requests ?? []);
  if (counted.length < FEW) return null;
  const mean = (of: 'cdx' | 'memento') =>
    counted.reduce((sum, requests) => sum + requests[of], 0) / counted.length;
  return { domainCount: counted.length, cdx: mean('cdx'), memento: mean('memento') };
}

/** The cost of so many domains, shared among hosts with limits of their own. Rates are requests a second. */
export function reckonList(
  domainCount: number,
  cost: { readonly cdx: number; readonly memento: number },
  { cdxRate, mementoRate, hosts }: { cdxRate: number; mementoRate: number; hosts: number },
): ListCost {
  const requests = {
    cdx: Math.round(domainCount * cost.cdx),
    memento: Math.round(domainCount * cost.memento),
  };
  const [index, captures] = [requests.cdx / cdxRate, requests.memento / mementoRate];
  return {
    requests,
    seconds: Math.round(Math.max(index, captures) / hosts),
    pace: index >= captures ? 'index' : 'captures',
  };
}
