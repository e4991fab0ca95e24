import { basename } from 'node:path';
import { toUrlkey } from '../../archive/index.ts';
import type { Effects } from '../../effects.ts';
import { base32Sha1 } from '../../hash.ts';
import {
  ensureAddress,
  ensurePolicy,
  finishCrawl,
  listStoredCaptures,
  type Store,
  startCrawl,
  writeListing,
  writeMemento,
} from '../../store/index.ts';
import { DEFAULT_POLICY } from '../address.ts';
import { deriveDomain } from '../crawl.ts';
import { program } from '../program.ts';
import { type Document, describeDocument, type ImportOptions } from './describe-document.ts';

export interface ImportSummary {
  readonly imported: readonly { file: string; domain: string; timestamp: string | null }[];
  readonly knownCount: number;
}

/** Takes local files in that are documents; all are checked before anything is written. */
export function importFiles(
  store: Store,
  files: readonly string[],
  options: ImportOptions,
  effects: Effects,
): Promise<ImportSummary> {
  const documents = files.map((file) => describeDocument(file, options));
  return importDocuments(store, documents, effects);
}

/** Takes local documents in. Importing the same again changes nothing. */
export async function importDocuments(
  store: Store,
  documents: readonly Document[],
  effects: Effects,
): Promise<ImportSummary> {
  const imported: Document[] = [];
  for (const [done, document] of documents.entries()) {
    if (effects.isStopping()) break;
    const { domain, file } = document;
    effects.progress({ domain, stage: 'import', done, total: documents.length, item: file });
    if (writeDocument(store, document, effects)) imported.push(document);
  }
  for (const domain of new Set(imported.map((document) => document.domain))) {
    await deriveDomain(store, domain, effects);
  }
  return {
    imported: imported.map(({ file, domain, timestamp }) => ({ file, domain, timestamp })),
    knownCount: documents.length - imported.length,
  };
}

/** Returns false where the store holds the document already. */
function writeDocument(store: Store, document: Document, effects: Effects): boolean {
  const { domain, original, archive, timestamp } = document;
  const now = effects.now();
  return store.transaction(() => {
    const urlkey = original.startsWith('file:') ? original : toUrlkey(original);
    const addressId = ensureAddress(store, {
      domain,
      url: original,
      urlkey,
      role: 'policy',
      policyId: ensurePolicy(store, domain, DEFAULT_POLICY),
      confidence: 1,
      evidence: [{ kind: 'import', from: basename(document.file) }],
      archive,
    });
    const digest = base32Sha1(document.bytes);
    const isThere = listStoredCaptures(store, { addressId }).some(
      (capture) => capture.digest === digest && capture.timestamp === timestamp && capture.hasMemento,
    );
    if (isThere) return false;
    const options = { file: basename(document.file) };
    const crawlId = startCrawl(store, { domain, command: 'import', archive, options, program, now });
    const capture = {
      urlkey,
      timestamp,
      listedTimestamp: timestamp,
      original,
      mimetype: document.contentType.split(';')[0]!,
      statuscode: '200',
      digest,
      length: String(document.bytes.length),
    };
    writeListing(store, addressId, crawlId, [capture], { state: 'complete', note: null, now });
    const row = listStoredCaptures(store, { addressId }).find(
      (known) => known.digest === digest && known.timestamp === timestamp,
    )!;
    const memento = {
      timestamp,
      original,
      statuscode: 200,
      contentType: document.contentType,
      headers: {},
      hops: [],
    };
    writeMemento(store, row.id, { ...memento, payload: document.bytes }, now);
    finishCrawl(store, crawlId, 'done', now);
    return true;
  })();
}
