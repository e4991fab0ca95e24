import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import {
  answerWorkedQueries,
  countFlags,
  countOutcomes,
  countRemovals,
  countTableRows,
  listAddressSpans,
  listCaptureMarks,
  listChangesWithoutPage,
  listCrawlRuns,
  listFirstClauses,
  listFruitlessAddresses,
  listGatheringMonths,
  listIntakes,
  listLineages,
  listMovedAddresses,
  listMovedChanges,
  listPolicies,
  listPromiseUses,
  listRemovedAddresses,
  listSearchWords,
  listSharedClauses,
  listSteps,
  listThirdPartyUses,
  listTrendComparisons,
  listTrendVersions,
  listVersions,
  listViews,
  makeSearchFile,
  openSearchFile,
  openStoreReadOnly,
  parseTables,
  readCaptureSpan,
  readExamples,
  readLastLooked,
  readPolicyBasis,
  readRulesVersions,
  readSchemaVersion,
  readStep,
  readTotals,
  readVersion,
  readVersionGround,
  readWorkedExample,
  type SearchFile,
  type Store,
} from '../crawler/store/index.ts';
import schemaText from '../crawler/store/schema.sql?raw';
import { currentPlan } from './build/plan.ts';
import { noteReading, question } from './build/questions.ts';

/**
 * The one place where the site meets the store, read-only. The plan of the build says which file.
 * Everything read is a question: answers are remembered, since several pages ask the same, and recorded, so that the next
 * build knows which pages depend on what.
 */
let opened: Store | undefined;

function store(): Store {
  noteReading();
  opened ??= openStoreReadOnly(currentPlan().store);
  return opened;
}

/** The rules by which the texts on the pages were made, as their rows say. */
export const rulesVersions = question('rulesVersions', 1, () => readRulesVersions(store()));

export const totals = question('totals', 1, () => readTotals(store()));

/** Policies with at least one version: those that have pages. */
export const policies = question('policies', 1, () =>
  listPolicies(store()).filter((policy) => policy.versionCount > 0),
);

export const versions = question('versions', 64, (domain: string, policy: string) =>
  listVersions(store(), domain, policy),
);
export const steps = question('steps', 64, (domain: string, policy: string) =>
  listSteps(store(), domain, policy),
);
export const marks = question('marks', 64, (domain: string, policy: string) =>
  listCaptureMarks(store(), domain, policy),
);
export const addresses = question('addresses', 8, (domain: string, policy: string) =>
  listAddressSpans(store(), domain, policy),
);
export const lastLooked = question('lastLooked', 64, (domain: string, policy: string) =>
  readLastLooked(store(), domain, policy),
);

/** Changes with any text or comparison of a policy: while it does not, none of them is read again. */
const policyBasis = question('policyBasis', 64, (domain: string, policy: string) =>
  readPolicyBasis(store(), domain, policy),
);

/**
 * A version with its text; its clauses with the end of their history's address, headings without one. Pages are built
 * kind by kind, so that each is asked for several times; 300 fit in 100 MB.
 */
export const version = question(
  'version',
  300,
  (domain: string, policy: string, number: number) => {
    const shown = readVersion(store(), domain, policy, number);
    if (!shown) throw new Error(`the store has no version ${number} of ${domain}/${policy}`);
    const slugs = new Map(
      lineages(domain, policy)
        .filter(({ isHeading }) => !isHeading)
        .map(({ lineage, slug }) => [lineage, slug]),
    );
    const clauses = shown.clauses.map((clause) => ({
      ...clause,
      history: clause.lineage === null ? null : (slugs.get(clause.lineage) ?? null),
    }));
    return { ...shown, clauses };
  },
  { basis: (domain, policy) => policyBasis(domain, policy) },
);

/** What came from the archive for a version: for its evidence alone. */
export const versionGround = question(
  'versionGround',
  2,
  (domain: string, policy: string, number: number) => {
    const ground = readVersionGround(store(), domain, policy, number);
    if (!ground) throw new Error(`the store has no version ${number} of ${domain}/${policy}`);
    return ground;
  },
  { basis: (domain, policy) => policyBasis(domain, policy) },
);

/** The comparison that leads to version `right`. */
export const step = question(
  'step',
  300,
  (domain: string, policy: string, right: number) => {
    const shown = readStep(store(), domain, policy, right);
    if (!shown)
      throw new Error(`the store has no comparison that leads to version ${right} of ${domain}/${policy}`);
    return shown;
  },
  { basis: (domain, policy) => policyBasis(domain, policy) },
);

export const lineages = question('lineages', 256, (domain: string, policy: string) =>
  listLineages(store(), domain, policy),
);

/** Clauses that several policies have word for word. */
export const sharedClauses = question('sharedClauses', 1, () => listSharedClauses(store()));

export const thirdPartyUses = question('thirdPartyUses', 8, (domain: string, policy: string) =>
  listThirdPartyUses(store(), domain, policy),
);

export const promiseUses = question('promiseUses', 8, (domain: string, policy: string) =>
  listPromiseUses(store(), domain, policy),
);

const allFruitless = question('allFruitless', 1, () => listFruitlessAddresses(store()));

/** Addresses of a company at which no text was found. */
export const fruitlessAddresses = question('fruitlessAddresses', 8, (domain: string) =>
  allFruitless().filter((one) => one.domain === domain),
);

let searched: SearchFile | undefined;

/** The index of all texts: the one that the build has made, else one in memory, as in `npm run dev`. */
function searchFile(): SearchFile {
  const made = currentPlan().searchFile;
  noteReading();
  searched ??= made ? openSearchFile(made) : makeSearchFile(store(), ':memory:');
  return searched;
}

/** Resolves when the search file can be read: the build makes it while pages are already being listed. */
export async function searchIsMade(): Promise<void> {
  const made = currentPlan().searchFile;
  while (made && !existsSync(made)) {
    if (process.connected === false) throw new Error('the build has ended before the search file was made');
    await setTimeout(5);
  }
}

/** Words and names whose clauses have a page. */
export const searchWords = question('searchWords', 1, () => listSearchWords(searchFile(), store()));
export const firstClauses = question('firstClauses', 4, (typed: string) =>
  listFirstClauses(searchFile(), typed),
);

/** For charts: every version of a policy, with the uses of phrases. Kept, since charts are over all policies. */
export const trendVersions = question(
  'trendVersions',
  1,
  (domain: string, policy: string, ...phrases: string[]) =>
    listTrendVersions(store(), domain, policy, phrases),
  {
    basis: (domain, policy, ..._phrases) => [policyBasis(domain, policy), marks(domain, policy)],
    isKept: true,
  },
);
export const trendComparisons = question('trendComparisons', 1, () => listTrendComparisons(store()));

/** Addresses published before at which no version stands any more. */
export const movedAddresses = question('movedAddresses', 1, () => listMovedAddresses(store()));

const changePages = () => currentPlan().changePages;

/** Pages of changes published before that this site has not. */
export const movedChanges = question('movedChanges', 1, () => listMovedChanges(store(), changePages()));

const allChangesWithoutPage = question('allChangesWithoutPage', 1, () =>
  listChangesWithoutPage(store(), changePages()),
);

/** The changes of a policy for which the budget has no page, as `left--right`. */
export const changesWithoutPage = question('changesWithoutPage', 64, (domain: string, policy: string) =>
  allChangesWithoutPage()
    .filter((one) => one.domain === domain && one.policy === policy)
    .map(({ left, right }) => `${left}--${right}`),
);

/** Addresses published before whose texts are removed. */
export const removedAddresses = question('removedAddresses', 1, () => listRemovedAddresses(store()));

/** How the collection came to be, and what did not come of it. */
export const status = question('status', 1, () => ({
  runs: listCrawlRuns(store()),
  outcomes: countOutcomes(store(), null),
  flags: countFlags(store()),
  fruitless: listFruitlessAddresses(store()),
  removals: countRemovals(store()),
  ...readCaptureSpan(store()),
}));

export const schema = question('schema', 1, () => ({
  version: readSchemaVersion(store()),
  views: listViews(store()),
}));

/** Examples of the values of a view's or table's columns. */
export const examples = question('examples', 16, (view: string) => readExamples(store(), view));

/** The tables below the views, as documented, with their numbers of rows. */
export const tables = question('tables', 1, () => {
  const rows = countTableRows(store());
  return parseTables(schemaText).map((table) => ({ ...table, rowCount: rows.get(table.name) ?? 0 }));
});

export const workedAnswers = question('workedAnswers', 1, () => answerWorkedQueries(store()));

/** How a version came to be, from address to payload; null for an imported one. */
export const workedExample = question('workedExample', 1, (domain: string, policy: string, number: number) =>
  readWorkedExample(store(), domain, policy, number),
);

const releaseOf = (asOf: string | null) =>
  asOf === null ? 'empty' : `${asOf.slice(0, 4)}-${asOf.slice(4, 6)}`;

/** The release that pages about the whole collection belong to: year and month of the last crawl or import, not the clock's. */
export const release = question('release', 1, () => releaseOf(totals().asOf));

/** Releases that may have been published before this one, newest first. */
export const earlierReleases = question('earlierReleases', 1, () =>
  listGatheringMonths(store()).filter((month) => month !== release()),
);

/** When each version of a policy came in. */
export const intakes = question('intakes', 8, (domain: string, policy: string) =>
  listIntakes(store(), domain, policy),
);

/**
 * The release that brought a policy's newest capture. Pages about a policy name it instead of the newest of all, so that
 * they stay as they are while nothing of theirs is new.
 */
export const policyRelease = question('policyRelease', 64, (domain: string, policy: string) =>
  releaseOf(
    intakes(domain, policy)
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? null,
  ),
);

/** The first release that holds a version, to be cited. */
export const versionRelease = question(
  'versionRelease',
  64,
  (domain: string, policy: string, number: number) =>
    releaseOf(intakes(domain, policy).find((one) => one.version === number)?.at ?? null),
);

/** The copy of the store that the build publishes; null where it made none. */
export const publishedFile = question('publishedFile', 1, () => currentPlan().dataset);
