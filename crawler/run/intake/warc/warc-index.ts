import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio';
import { toUrlkey } from '../../../archive/index.ts';
import { isTimestamp, parseInstant } from '../../../core/index.ts';
import { base32 } from '../../../hash.ts';

/** One record that can be listed and played, and where it lies. The first seven fields are the index's own. */
export interface IndexEntry {
  readonly urlkey: string;
  readonly timestamp: string;
  readonly original: string;
  readonly mimetype: string;
  readonly statuscode: string;
  readonly digest: string;
  readonly length: string;
  readonly isRevisit: boolean;
  /** What a revisit names as its original, where it does. */
  readonly refersTo: { readonly url: string; readonly timestamp: string } | null;
  readonly path: string;
  readonly offset: number;
}

/** A record read back from its file, chunked transfer undone, content coding left as it was captured. */
export interface StoredResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** Why the crawler that wrote the record did not keep all of it (`WARC-Truncated`); null where it did. */
  readonly truncated: string | null;
}

export interface WarcIndex {
  /** Sorted by urlkey, then timestamp. */
  readonly entries: readonly IndexEntry[];
  /** What could not be read, one sentence each. */
  readonly warnings: readonly string[];
}

/** Lists every response, revisit and resource record of the files; payloads stay on disk. */
export async function indexWarcs(paths: readonly string[]): Promise<WarcIndex> {
  const entries: IndexEntry[] = [];
  const warnings: string[] = [];
  for (const path of paths) {
    try {
      await indexFile(path, entries);
    } catch (error) {
      // A file cut off in the middle still serves what stands before the cut.
      warnings.push(`${path}: stopped reading: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  entries.sort(
    (left, right) => compare(left.urlkey, right.urlkey) || compare(left.timestamp, right.timestamp),
  );
  return { entries, warnings };
}

/** Reads one record back from its file. */
export async function readStoredResponse(entry: IndexEntry): Promise<StoredResponse> {
  const stream = createReadStream(entry.path, { start: entry.offset });
  try {
    const record = await WARCParser.parse(stream);
    if (!record) throw new Error(`${entry.path}: no record at ${entry.offset}`);
    return await toStoredResponse(record);
  } finally {
    stream.destroy();
  }
}

/** Times a reader may ask on after the end; one that goes on waits for the rest of a record for ever. */
const MAX_ASKS_AFTER_END = 50;

/** The bytes of a file. Throws where more is asked for than there is: the file was cut in the middle of a record. */
function readBytes(path: string, start = 0): AsyncIterable<Uint8Array> {
  const stream = createReadStream(path, { start });
  return {
    [Symbol.asyncIterator]() {
      const chunks = stream[Symbol.asyncIterator]();
      let asksAfterEnd = 0;
      return {
        async next() {
          const chunk = await chunks.next();
          if (chunk.done && ++asksAfterEnd > MAX_ASKS_AFTER_END) {
            throw new CutFile();
          }
          return chunk;
        },
        async return() {
          stream.destroy();
          return { done: true, value: undefined };
        },
      };
    },
  };
}

/** Bytes between records that are not packed: two empty lines. */
const GAP_BYTES = 4;

async function indexFile(path: string, entries: IndexEntry[]): Promise<void> {
  const parser = new WARCParser(readBytes(path));
  let last = { offset: 0, end: 0 };
  for (let record = await parser.parse(); record; record = await parser.parse()) {
    const { offset } = parser;
    const fields = await readFields(record);
    await record.skipFully();
    if (isCutOff(record)) throw new CutFile();
    last = { offset, end: offset + parser.recordLength };
    if (fields) entries.push({ ...fields, length: String(parser.recordLength), path, offset });
  }
  // Where the cut lies in the head of a record, the parser sees no record any more.
  const isCut = isPacked(path)
    ? await endsInMember(path, last.offset)
    : statSync(path).size > last.end + GAP_BYTES;
  if (isCut) throw new CutFile();
}

/** The file ends before its last record does. */
class CutFile extends Error {
  constructor() {
    super('the file ends in the middle of a record');
  }
}

/** Whether fewer bytes came of a record than it announces, as every record must: the parser just stops at the end. */
function isCutOff(record: WARCRecord): boolean {
  if (!record.warcHeader('Content-Length')) return true;
  const { reader } = record;
  return 'limit' in reader && typeof reader.limit === 'number' && reader.limit > 0;
}

function isPacked(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const magic = Buffer.alloc(2);
    readSync(file, magic);
    return magic[0] === 0x1f && magic[1] === 0x8b;
  } finally {
    closeSync(file);
  }
}

/** Whether a gzip file is cut after `offset`, where its last record begins: in that record's end, or in the next one. */
async function endsInMember(path: string, offset: number): Promise<boolean> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(createReadStream(path, { start: offset }), createGunzip(), nowhere);
    return false;
  } catch (error) {
    // Any other trouble is none of a cut: what follows is no member.
    return (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
  }
}

async function readFields(
  record: WARCRecord,
): Promise<Omit<IndexEntry, 'length' | 'path' | 'offset'> | null> {
  const original = record.warcTargetURI;
  const timestamp = parseInstant(record.warcDate ?? '');
  const isKnownType = ['response', 'revisit', 'resource'].includes(record.warcType);
  if (!original || !isKnownType || !/^https?:/i.test(original) || !isTimestamp(timestamp)) return null;
  const isRevisit = record.warcType === 'revisit';
  const contentType =
    record.warcType === 'resource' ? record.warcContentType : record.httpHeaders?.headers.get('content-type');
  return {
    urlkey: toUrlkey(original),
    timestamp,
    original,
    mimetype: isRevisit ? 'warc/revisit' : toMimetype(contentType),
    statuscode: isRevisit ? '-' : String(record.httpHeaders?.statusCode ?? 200),
    digest: sha1Header(record) ?? (isRevisit ? '-' : await digestPayload(record)),
    isRevisit,
    refersTo: readRefersTo(record),
  };
}

function readRefersTo(record: WARCRecord): IndexEntry['refersTo'] {
  const url = record.warcRefersToTargetURI;
  const date = record.warcRefersToDate;
  return url && date ? { url, timestamp: parseInstant(date) } : null;
}

/** The index says `unk` where a capture names no type; spaces would break its lines. */
function toMimetype(contentType: string | null | undefined): string {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return type === '' ? 'unk' : type.replace(/\s+/g, '');
}

/** The record's own payload digest, where it is of the kind the index uses. */
function sha1Header(record: WARCRecord): string | null {
  return /^sha1:([A-Z2-7]{32})$/.exec(record.warcPayloadDigest ?? '')?.[1] ?? null;
}

async function digestPayload(record: WARCRecord): Promise<string> {
  const hash = createHash('sha1');
  for await (const chunk of record.reader) hash.update(chunk);
  return base32(hash.digest());
}

async function toStoredResponse(record: WARCRecord): Promise<StoredResponse> {
  const headers = [...(record.httpHeaders?.headers ?? [])] as [string, string][];
  if (!record.httpHeaders && record.warcContentType) headers.push(['content-type', record.warcContentType]);
  const isChunked = headers.some(([name, value]) => name === 'transfer-encoding' && /chunked/i.test(value));
  const body = await new AsyncIterReader(record.reader, null, isChunked).readFully();
  const truncated = record.warcHeader('WARC-Truncated') ?? null;
  return { status: Number(record.httpHeaders?.statusCode ?? 200), headers, body, truncated };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
