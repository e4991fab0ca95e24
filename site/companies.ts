import { question } from './build/questions.ts';
import { fruitlessAddresses, lineages, promiseUses, thirdPartyUses, versions } from './store.ts';
import { policyTopics, shownTopics } from './topics.ts';
import { listNames } from './view/clauses/name-ledger.ts';
import type { PolicyProfile } from './view/collection/company-page.ts';
import { listCompanyPromises } from './view/collection/company-promises.ts';
import { listCompanyTopics } from './view/collection/company-topics.ts';
import { type FruitlessRow, listFruitless } from './view/collection/status-page.ts';

/** The language whose promises are known. */
const PROMISES_IN = 'en';

export const policyProfile = question('policyProfile', 1, (domain: string, policy: string): PolicyProfile => {
  const all = versions(domain, policy);
  const { versions: topicVersions, runs } = policyTopics(domain, policy);
  const traced = lineages(domain, policy);
  const latest = all.findLast(({ firstSeen }) => firstSeen !== null);
  return {
    topics: listCompanyTopics(shownTopics, new Map(runs.map((one) => [one.name, one.runs])), topicVersions),
    names: listNames([
      { domain, policy, uses: thirdPartyUses(domain, policy), versions: all, lineages: traced },
    ]),
    promises:
      latest?.language === PROMISES_IN
        ? listCompanyPromises({ domain, policy }, promiseUses(domain, policy), all, traced)
        : null,
  };
});

/** Where a company's policies were looked for without finding a text. */
export const companyFruitless = (domain: string): FruitlessRow[] => listFruitless(fruitlessAddresses(domain));
