import { setImmediate as nextTurn } from 'node:timers/promises';
import { toUrlkey } from '../../archive/index.ts';
import type { Effects } from '../../effects.ts';
import { UserError } from '../../errors.ts';
import { base32Sha1 } from '../../hash.ts';
import {
  ensureAddress,
  ensurePolicy,
  finishCrawl,
  listStoredCaptures,
  readOutcome,
  type Store,
  startCrawl,
  writeListing,
  writeMemento,
} from '../../store/index.ts';
import { deriveDomain } from '../crawl.ts';
import { program } from '../program.ts';
import {
  type Document,
  describeDocument,
  type ImportOptions,
  type PassedOver,
  readContent,
} from './describe-document.ts';
import { findLocalFiles } from './local-files.ts';
import type { LocalSource } from './sources.ts';

/** Files that an import looked at before anything was written. */
export interface ImportPlan {
  readonly documents: readonly Document[];
  readonly passed: readonly PassedOver[];
  /** Files in folders that cannot be read as documents, and why. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

export interface ImportedDocument {
  readonly file: string;
  readonly domain: string;
  readonly policy: string;
  readonly timestamp: string | null;
  /** What became of it: `version`, or why it gave no text. */
  readonly outcome: string;
  readonly reason: string | null;
}

export interface ImportSummary {
  readonly imported: readonly ImportedDocument[];
  readonly knownCount: number;
}

/** Takes local files in that are documents; all are checked before anything is written. */
export async function importFiles(
  store: Store,
  files: readonly string[],
  options: ImportOptions,
  effects: Effects,
): Promise<ImportSummary> {
  const found = await findLocalFiles(files);
  try {
    const plan = await planImport(found.sources, options);
    return await importDocuments(store, plan.documents, effects);
  } finally {
    found.close();
  }
}

/**
 * Looks at every file: which are documents, of whom and when. What a file holds is read again when it is taken in, so
 * that memory holds one at a time.
 * @throws UserError for a file named itself that cannot be taken, and where none can
 */
export async function planImport(
  sources: readonly LocalSource[],
  options: ImportOptions,
): Promise<ImportPlan> {
  const documents: Document[] = [];
  const passed: PassedOver[] = [];
  const refused: { file: string; reason: string }[] = [];
  for (const source of sources) {
    try {
      const described = await describeDocument(source, options);
      if ('passed' in described) passed.push(described);
      else documents.push(described);
    } catch (error) {
      if (!(error instanceof UserError) || source.isNamed) throw error;
      refused.push({ file: source.name, reason: error.message.replace(`${source.name} `, '') });
    }
  }
  checkServices(documents);
  return { documents, passed, refused };
}

/** One domain cannot be that of several services. */
function checkServices(documents: readonly Document[]): void {
  const services = [...new Set(documents.flatMap(({ unnamedService }) => unnamedService ?? []))].sort();
  if (services.length < 2) return;
  const [first] = documents;
  throw new UserError(
    `these are documents of ${services.length} services (${listShort(services)}), and --domain ${first!.domain} is one`,
    'Import the folder of one service, or say whose each is: --map FILE, a CSV file with the columns match, domain and policy.',
  );
}

const LISTED = 5;

export const listShort = (names: readonly string[]): string =>
  names.length <= LISTED
    ? names.join(', ')
    : `${names.slice(0, LISTED).join(', ')} and ${names.length - LISTED} more`;

/** Takes documents in. Importing the same again changes nothing. */
export async function importDocuments(
  store: Store,
  documents: readonly Document[],
  effects: Effects,
): Promise<ImportSummary> {
  const crawls = new Map<string, number>();
  const imported: { document: Document; captureId: number }[] = [];
  for (const [done, document] of documents.entries()) {
    // Gives signals their turn, and lets go of what packing holds until then: with 3,000 files twice the memory.
    await nextTurn();
    if (effects.isStopping()) break;
    const { domain, file } = document;
    effects.progress({ domain, phase: 'import', done, total: documents.length, item: file });
    const captureId = await writeDocument(store, document, crawls, effects);
    if (captureId !== null) imported.push({ document, captureId });
  }
  for (const crawlId of crawls.values()) {
    finishCrawl(store, crawlId, effects.isStopping() ? 'interrupted' : 'done', effects.now());
  }
  for (const domain of new Set(imported.map(({ document }) => document.domain))) {
    await deriveDomain(store, domain, effects);
  }
  return {
    imported: imported.map(({ document: { file, domain, policy, timestamp }, captureId }) => ({
      file,
      domain,
      policy,
      timestamp,
      ...readOutcome(store, captureId),
    })),
    knownCount: documents.length - imported.length,
  };
}

/** The capture's id; null where the store holds the document already. */
async function writeDocument(
  store: Store,
  document: Document,
  crawls: Map<string, number>,
  effects: Effects,
): Promise<number | null> {
  const { bytes, contentType } = await readContent(document.source);
  const now = effects.now();
  return store.transaction(() => {
    const addressId = ensureDocumentAddress(store, document);
    const digest = base32Sha1(bytes);
    const find = () =>
      listStoredCaptures(store, { addressId }).find(
        (capture) => capture.digest === digest && capture.timestamp === document.timestamp,
      );
    if (find()?.hasMemento) return null;
    const crawlId = crawls.get(document.domain) ?? beginImport(store, document, now);
    crawls.set(document.domain, crawlId);
    const capture = toCapture(document, contentType, digest, bytes.length);
    writeListing(store, addressId, crawlId, [capture], { state: 'complete', note: null, now });
    const row = find()!;
    writeMemento(
      store,
      row.id,
      {
        timestamp: document.timestamp,
        original: document.original,
        statuscode: 200,
        contentType,
        headers: document.headers,
        hops: [],
        payload: bytes,
      },
      now,
    );
    return row.id;
  })();
}

const urlkeyOf = (address: string) => (address.startsWith('file:') ? address : toUrlkey(address));

function ensureDocumentAddress(store: Store, { domain, policy, address, archive, source }: Document): number {
  return ensureAddress(store, {
    domain,
    url: address,
    urlkey: urlkeyOf(address),
    role: 'policy',
    policyId: ensurePolicy(store, domain, policy),
    confidence: 1,
    evidence: [{ kind: 'import', from: source.path.at(-1)! }],
    archive,
  });
}

function beginImport(store: Store, { domain, archive, source }: Document, now: string): number {
  const options = { from: source.path[0]! };
  return startCrawl(store, { domain, command: 'import', archive, options, program, now });
}

function toCapture(document: Document, contentType: string, digest: string, lengthBytes: number) {
  return {
    urlkey: urlkeyOf(document.address),
    timestamp: document.timestamp,
    listedTimestamp: document.timestamp,
    original: document.original,
    mimetype: contentType.split(';')[0]!.trim(),
    statuscode: '200',
    digest,
    length: String(lengthBytes),
  };
}
