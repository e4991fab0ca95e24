import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toUrlkey } from '../../crawler/archive/index.ts';
import { sha256 } from '../../crawler/hash.ts';
import {
  ensureAddress,
  ensurePolicy,
  listStoredCaptures,
  type NewCapture,
  type Store,
  startCrawl,
  writeListing,
  writeMemento,
} from '../../crawler/store/index.ts';
import type { PlannedCapture } from '../demo-collection/model.ts';
import { planCaptures } from '../demo-collection/plan.ts';
import { readCompanies } from '../demo-collection/read-company.ts';

/**
 * The invented corpus by whose answers rules are told apart: the demo's companies with their histories, and every page that
 * the room `normalize` has invented for its tests. All of it lies in this repository.
 */

const NOW = '2024-01-01T00:00:00Z';
const ARCHIVE = 'http://archive.example';
const ROOT = join(import.meta.dirname, '..', '..');

interface InventedCapture {
  readonly timestamp: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Uint8Array;
}

/** Puts captures of one address into a store as a crawl would. */
function shelve(
  store: Store,
  { domain, policy, url, isChosen }: { domain: string; policy: string; url: string; isChosen: boolean },
  captures: readonly InventedCapture[],
): void {
  const address = {
    domain,
    url,
    urlkey: toUrlkey(url),
    role: 'policy' as const,
    confidence: 1,
    archive: ARCHIVE,
  };
  const evidence = isChosen ? [{ kind: 'given' as const, takesAnyText: true as const }] : [];
  const addressId = ensureAddress(store, {
    ...address,
    policyId: ensurePolicy(store, domain, policy),
    evidence,
  });
  const run = {
    domain,
    command: 'crawl' as const,
    archive: ARCHIVE,
    options: {},
    program: 'rules',
    now: NOW,
  };
  const rows = captures.map(
    ({ timestamp, status, payload, contentType }): NewCapture => ({
      ...{
        urlkey: address.urlkey,
        timestamp,
        listedTimestamp: timestamp,
        original: url,
        statuscode: String(status),
      },
      ...{ mimetype: contentType ?? 'unk', digest: sha256(Buffer.from(payload)).slice(0, 32), length: '1' },
    }),
  );
  writeListing(store, addressId, startCrawl(store, run), rows, { state: 'complete', note: null, now: NOW });
  const ids = new Map(
    listStoredCaptures(store, { addressId }).map((capture) => [capture.timestamp, capture.id]),
  );
  for (const { timestamp, status, payload, contentType, headers } of captures) {
    const answer = { timestamp, original: url, statuscode: status, contentType, headers, hops: [] };
    writeMemento(store, ids.get(timestamp)!, { ...answer, payload: Buffer.from(payload) }, NOW);
  }
}

/** The first capture of each text in each look: what returns with nothing new would only cost time. */
function chooseCaptures(captures: readonly PlannedCapture[]): PlannedCapture[] {
  const pages = captures.filter(
    ({ role, status }) => ['policy', 'soft-404', 'parked'].includes(role) && status === 200,
  );
  const first = new Map(
    pages.toReversed().map((page) => [`${page.role} ${page.version} ${page.look} ${page.url}`, page]),
  );
  return pages.filter((page) => [...first.values()].includes(page));
}

function shelveCompanies(store: Store): void {
  for (const company of readCompanies(join(ROOT, 'data/demo/companies'))) {
    const captures = chooseCaptures(planCaptures(company));
    for (const [url, own] of Map.groupBy(captures, (capture) => capture.url)) {
      const place = { domain: company.domain, policy: 'privacy', url, isChosen: false };
      const answers = own.map(({ timestamp, status, headers, payload }): InventedCapture => {
        const named = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
        return { timestamp, status, payload, headers: named, contentType: named['content-type'] ?? null };
      });
      shelve(store, place, [...new Map(answers.map((answer) => [answer.timestamp, answer])).values()]);
    }
  }
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  md: 'text/markdown',
  txt: 'text/plain',
  pdf: 'application/pdf',
};

/** Pages that stand alone: each is a policy of its own, and taken as it is. */
function shelvePages(store: Store): void {
  const files = globSync('crawler/normalize/{fixtures,invented}/**/*.{html,htm,txt,pdf}', { cwd: ROOT });
  for (const file of files.map((path) => path.replaceAll('\\', '/')).sort()) {
    const name = basename(file).replaceAll(/[^\w-]+/g, '-');
    const policy = `${name}-${sha256(file).slice(0, 6)}`;
    const contentType = TYPES[file.split('.').at(-1)!] ?? null;
    shelve(
      store,
      { domain: 'pages.example', policy, url: `http://pages.example/${policy}`, isChosen: true },
      [
        {
          timestamp: '20100101000000',
          status: 200,
          contentType,
          headers: {},
          payload: readFileSync(join(ROOT, file)),
        },
      ],
    );
  }
}

/** Fills an empty store with the whole corpus. */
export function shelveCorpus(store: Store): void {
  store.transaction(() => {
    shelveCompanies(store);
    shelvePages(store);
  })();
}
