import { resolve } from 'node:path';
import { openStoreReadOnly, type Store } from '../crawler/store/open.ts';
import { countTableRows, parseTables, readExamples } from '../crawler/store/read/dataset.ts';
import { listLineages } from '../crawler/store/read/lineages.ts';
import {
  listAddressSpans,
  listCaptureMarks,
  listPolicies,
  listSteps,
  listVersions,
  readStep,
  readVersion,
} from '../crawler/store/read/policies.ts';
import { listMovedAddresses } from '../crawler/store/read/published.ts';
import { listViews, readLastLooked, readSchemaVersion, readTotals } from '../crawler/store/read/site.ts';
import { countOutcomes } from '../crawler/store/read/stats.ts';
import {
  countFlags,
  listCrawlRuns,
  listFruitlessAddresses,
  readCaptureSpan,
} from '../crawler/store/read/status.ts';
import { readWorkedExample } from '../crawler/store/read/worked-example.ts';
import { answerWorkedQueries } from '../crawler/store/read/worked-queries.ts';
import schemaText from '../crawler/store/schema.sql?raw';

/**
 * The one place where the site meets the store, read-only. `PALIMPSEST_STORE` names another file than the default.
 * Answers are kept: the store does not change while a site is built, and several pages ask the same.
 */
let opened: Store | undefined;

function store(): Store {
  opened ??= openStoreReadOnly(resolve(process.env.PALIMPSEST_STORE ?? 'data/archive.sqlite'));
  return opened;
}

/** Remembers answers by their arguments; the oldest are forgotten beyond `most`. */
function remember<A extends (string | number)[], R>(
  most: number,
  read: (...args: A) => R,
): (...args: A) => R {
  const answers = new Map<string, R>();
  return (...args) => {
    const key = args.join('\n');
    if (answers.has(key)) return answers.get(key)!;
    const answer = read(...args);
    if (answers.size >= most) answers.delete(answers.keys().next().value!);
    answers.set(key, answer);
    return answer;
  };
}

export const totals = remember(1, () => readTotals(store()));

/** Policies with at least one version: those that have pages. */
export const policies = remember(1, () => listPolicies(store()).filter((policy) => policy.versionCount > 0));

export const versions = remember(64, (domain: string, policy: string) =>
  listVersions(store(), domain, policy),
);
export const steps = remember(64, (domain: string, policy: string) => listSteps(store(), domain, policy));
export const marks = remember(8, (domain: string, policy: string) =>
  listCaptureMarks(store(), domain, policy),
);
export const addresses = (domain: string, policy: string) => listAddressSpans(store(), domain, policy);
export const lastLooked = remember(64, (domain: string, policy: string) =>
  readLastLooked(store(), domain, policy),
);

/** A version with its text. Pages are built kind by kind, so that each is asked for several times; 300 fit in 100 MB. */
export const version = remember(300, (domain: string, policy: string, number: number) => {
  const shown = readVersion(store(), domain, policy, number);
  if (!shown) throw new Error(`the store has no version ${number} of ${domain}/${policy}`);
  return shown;
});

/** The comparison that leads to version `right`. */
export const step = remember(300, (domain: string, policy: string, right: number) => {
  const shown = readStep(store(), domain, policy, right);
  if (!shown)
    throw new Error(`the store has no comparison that leads to version ${right} of ${domain}/${policy}`);
  return shown;
});

export const lineages = remember(8, (domain: string, policy: string) =>
  listLineages(store(), domain, policy),
);

/** Addresses published before at which no version stands any more. */
export const movedAddresses = remember(1, () => listMovedAddresses(store()));

/** How the collection came to be, and what did not come of it. */
export const status = remember(1, () => ({
  runs: listCrawlRuns(store()),
  outcomes: countOutcomes(store(), null),
  flags: countFlags(store()),
  fruitless: listFruitlessAddresses(store()),
  ...readCaptureSpan(store()),
}));

export const schema = remember(1, () => ({ version: readSchemaVersion(store()), views: listViews(store()) }));

/** Examples of the values of a view's or table's columns. */
export const examples = remember(16, (view: string) => readExamples(store(), view));

/** The tables below the views, as documented, with their numbers of rows. */
export const tables = remember(1, () => {
  const rows = countTableRows(store());
  return parseTables(schemaText).map((table) => ({ ...table, rowCount: rows.get(table.name) ?? 0 }));
});

export const workedAnswers = remember(1, () => answerWorkedQueries(store()));

/** How a version came to be, from address to payload; null for an imported one. */
export const workedExample = (domain: string, policy: string, number: number) =>
  readWorkedExample(store(), domain, policy, number);

/** The release these pages belong to: year and month of the last crawl or import. Not the clock's. */
export function release(): string {
  const { asOf } = totals();
  return asOf === null ? 'empty' : `${asOf.slice(0, 4)}-${asOf.slice(4, 6)}`;
}

/** The copy of the store that the build publishes, as `scripts/build-site.ts` made it; null where it made none. */
export interface PublishedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export function publishedFile(): PublishedFile | null {
  const text = process.env.PALIMPSEST_DATASET;
  return text ? (JSON.parse(text) as PublishedFile) : null;
}
