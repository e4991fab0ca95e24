import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { toUrlkey } from '../archive/surt.ts';
import { parseInstant } from '../core/timestamp.ts';
import { UserError } from '../errors.ts';
import { base32Sha1 } from '../hash.ts';
import { type Provenance, parseProvenanceHeader } from '../normalize/provenance-header.ts';
import type { Store } from '../store/open.ts';
import { listStoredCaptures } from '../store/read/ground.ts';
import {
  ensureAddress,
  ensurePolicy,
  finishCrawl,
  startCrawl,
  writeListing,
  writeMemento,
} from '../store/write/ground.ts';
import { DEFAULT_POLICY } from './address.ts';
import { deriveDomain } from './crawl.ts';
import { parseDomain } from './domain.ts';
import type { Effects } from './effects.ts';
import { MARKDOWN_TYPE } from './normalize-capture.ts';
import { program } from './program.ts';

/** What the user says of files that do not say it themselves. */
export interface ImportOptions {
  readonly domain?: string;
  /** 14 digits. */
  readonly timestamp?: string;
  readonly url?: string;
}

/** One local document, with everything known of where it comes from. */
interface Document {
  readonly file: string;
  readonly bytes: Buffer;
  readonly domain: string;
  /** 14 digits, or null: date unknown. */
  readonly timestamp: string | null;
  /** The address it was captured at, else `file:` and its name. */
  readonly original: string;
  /** Origin of the archive that holds the capture; '' where none does. */
  readonly archive: string;
  readonly contentType: string;
}

export interface ImportSummary {
  readonly imported: readonly { file: string; domain: string; timestamp: string | null }[];
  readonly knownCount: number;
}

/** Largest document taken in, in bytes. */
const MAX_BYTES = 64 * 1024 * 1024;

function readDocument(file: string): Buffer {
  try {
    if (statSync(file).isDirectory()) {
      throw new UserError(
        `${file} is a folder`,
        'Name the files themselves: `palimpsest import folder/*.md`.',
      );
    }
    const bytes = readFileSync(file);
    if (bytes.length > MAX_BYTES) {
      throw new UserError(
        `${file} holds ${bytes.length} bytes, more than ${MAX_BYTES}`,
        'Policies are smaller; check the file.',
      );
    }
    return bytes;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${(error as Error).message}`;
    throw new UserError(`${file} ${what}`, 'Check the name, and that you may read it.');
  }
}

function decodeText(file: string, bytes: Buffer): string {
  if (bytes.includes(0)) {
    throw new UserError(`${file} is no text: it holds NUL bytes`, 'Markdown and plain text can be imported.');
  }
  return bytes.toString('utf8');
}

/** What a file is, from its provenance header or from the options. Throws a UserError where neither says the domain. */
function describeDocument(file: string, options: ImportOptions): Document {
  const bytes = readDocument(file);
  const text = decodeText(file, bytes);
  if (text.trim() === '') throw new UserError(`${file} is empty`, 'Name a file that holds a policy.');
  const { provenance } = parseProvenanceHeader(text);
  const domain = options.domain ?? (provenance && parseDomain(provenance.domain));
  if (!domain) {
    throw new UserError(
      `${file} does not say whose policy it is`,
      'Add --domain example.com (and --date 2002-12-15 if you know when it stood there).',
    );
  }
  return { file, bytes, domain, ...describePlace(file, provenance, options) };
}

function describePlace(
  file: string,
  provenance: Provenance | null,
  options: ImportOptions,
): Pick<Document, 'timestamp' | 'original' | 'archive' | 'contentType'> {
  const isMarkdown = provenance !== null || /\.(md|markdown)$/i.test(file);
  const dateOnly = provenance ? parseInstant(provenance.date) : null;
  const isHeaderTrusted = options.url === undefined && options.timestamp === undefined;
  return {
    timestamp: options.timestamp ?? provenance?.timestamp ?? dateOnly,
    original: options.url ?? provenance?.original ?? `file:${basename(file)}`,
    archive: provenance?.mementoUrl && isHeaderTrusted ? new URL(provenance.mementoUrl).origin : '',
    contentType: isMarkdown ? MARKDOWN_TYPE : 'text/plain; charset=utf-8',
  };
}

/**
 * Takes local documents in: Markdown with or without a provenance header, plain text. All files are checked before
 * anything is written. Importing the same file again changes nothing.
 */
export async function importFiles(
  store: Store,
  files: readonly string[],
  options: ImportOptions,
  effects: Effects,
): Promise<ImportSummary> {
  const documents = files.map((file) => describeDocument(file, options));
  const imported: Document[] = [];
  for (const [done, document] of documents.entries()) {
    effects.progress({
      domain: document.domain,
      stage: 'import',
      done,
      total: documents.length,
      item: document.file,
    });
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
