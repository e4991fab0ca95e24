import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { base32 } from '../../../hash.ts';
import { makeScratchFolder } from '../scratch.ts';
import { type Bytes, bytesOf, bytesOfFile } from './bytes.ts';
import { describeRecord } from './describe-record.ts';
import { findMember, type Member, readMember } from './gzip-members.ts';
import type { IndexEntry, MetadataRecord } from './index-entry.ts';
import { parseHttpAnswer, undoChunks } from './parse-http.ts';
import { findRecord, type WarcRecord } from './parse-record.ts';
import { type RecordedEntry, settleRevisits } from './revisits.ts';

export type { IndexEntry, MetadataRecord } from './index-entry.ts';

/** A record read back from its file, chunked transfer undone, content coding left as it was captured. */
export interface StoredResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** Why the crawler that wrote the record did not keep all of it (`WARC-Truncated`); null where it did. */
  readonly truncated: string | null;
  /** File and bytes of the record, where it was read from a web server. */
  readonly place?: string;
}

export interface WarcIndex {
  /** Sorted by urlkey, then timestamp. */
  readonly entries: readonly IndexEntry[];
  readonly metadata: readonly MetadataRecord[];
  /** What could not be read, one sentence each. */
  readonly warnings: readonly string[];
}

/** The record is larger than what is taken into memory. */
export class RecordTooLarge extends Error {}

/** Largest block of a record taken into memory. */
const MAX_BLOCK_BYTES = 96 * 1024 * 1024;

/** Lists every response, revisit and resource record of the files; payloads stay on disk. */
export async function indexWarcs(paths: readonly string[]): Promise<WarcIndex> {
  const reading: WarcReading = { entries: [], metadata: [], warnings: [], passed: new Map() };
  for (const path of paths) {
    reading.passed.clear();
    try {
      await indexFile(path, reading);
    } catch (error) {
      // A file cut off in the middle still serves what stands before the cut.
      const reason = error instanceof Error ? error.message : String(error);
      reading.warnings.push(`${path}: stopped reading: ${reason}`);
    }
    for (const [what, count] of reading.passed) reading.warnings.push(`${path}: ${what} (${count})`);
  }
  const entries = settleRevisits(reading.entries).sort(
    (left, right) => compare(left.urlkey, right.urlkey) || compare(left.timestamp, right.timestamp),
  );
  return { entries, metadata: reading.metadata, warnings: reading.warnings };
}

interface WarcReading {
  readonly entries: RecordedEntry[];
  readonly metadata: MetadataRecord[];
  readonly warnings: string[];
  /** What was passed over in the file at hand, with how often. */
  readonly passed: Map<string, number>;
}

function pass(reading: WarcReading, what: string): void {
  reading.passed.set(what, (reading.passed.get(what) ?? 0) + 1);
}

/** Runs work on a file's bytes and closes it. */
async function withFile<T>(path: string, work: (bytes: Bytes) => Promise<T> | T): Promise<T> {
  const file = openSync(path, 'r');
  try {
    return await work(bytesOfFile(file, fstatSync(file).size));
  } finally {
    closeSync(file);
  }
}

/** Compressions over each other that are undone. */
const MAX_PACKED = 3;

async function indexFile(path: string, reading: WarcReading, depth = 1): Promise<void> {
  const before = reading.entries.length;
  const isLoose = await withFile(path, async (bytes) => {
    if (isPacked(bytes, 0)) return await indexMembers(path, bytes, reading);
    indexRecords(path, bytes, reading);
    return false;
  });
  if (!isLoose) return;
  // Records that do not begin a member of their own cannot be found again: the file is unpacked as a whole.
  reading.entries.length = before;
  reading.passed.clear();
  const { unpacked, isCut } = await unpackWhole(path);
  if (depth < MAX_PACKED) await indexFile(unpacked, reading, depth + 1);
  if (isCut) throw new CutFile();
}

const isPacked = (bytes: Bytes, at: number): boolean => {
  const magic = bytes.slice(at, at + 2);
  return magic[0] === 0x1f && magic[1] === 0x8b;
};

/** Editors put it before whatever they keep. */
const BYTE_ORDER_MARK = Buffer.from('\ufeff');
const hasMark = (bytes: Bytes) => bytes.slice(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);

/** The file ends before its last record does. */
class CutFile extends Error {
  constructor() {
    super('the file ends in the middle of a record');
  }
}

function indexRecords(path: string, bytes: Bytes, reading: WarcReading): void {
  let at = hasMark(bytes) ? BYTE_ORDER_MARK.length : 0;
  for (let found = findRecord(bytes, at); found; found = findRecord(bytes, at)) {
    const { record, strayBytes } = found;
    if (strayBytes > 0) pass(reading, 'bytes between records that belong to none');
    if (record.isCut) throw new CutFile();
    at = record.blockEnd;
    note(reading, bytes, record, { path, offset: record.start, length: String(at - record.start) });
  }
}

/** Bytes of the smallest gzip member. */
const LEAST_MEMBER = 18;

/** Returns true where a member holds more than one record, or is compressed once more. */
async function indexMembers(path: string, bytes: Bytes, reading: WarcReading): Promise<boolean> {
  for (let at: number | null = 0; at !== null && at < bytes.length; ) {
    const member: Member | null = await readMember(bytes, at);
    if (!member) {
      if (bytes.length - at < LEAST_MEMBER && isPacked(bytes, at)) throw new CutFile();
      const next = findMember(bytes, at + 1);
      if (next !== null || bytes.slice(at, bytes.length).some((byte) => byte !== 0)) {
        pass(reading, 'bytes between records that are damaged, or no gzip');
      }
      at = next;
      continue;
    }
    at = member.end;
    const inner = bytesOf(member.bytes);
    if (isPacked(inner, 0)) return true;
    const found = findRecord(inner, 0);
    if (member.isCut && (!found || found.record.isCut)) throw new CutFile();
    if (!found) continue;
    if (findRecord(inner, found.record.blockEnd)) return true;
    if (found.record.isCut && !member.isTooLarge) pass(reading, 'records shorter than they say');
    const place = { path, offset: member.start, length: String(member.end - member.start) };
    note(reading, inner, found.record, place);
    if (member.isCut) throw new CutFile();
  }
  return false;
}

/** Takes a record into the index, or counts why not. */
function note(
  reading: WarcReading,
  bytes: Bytes,
  record: WarcRecord,
  place: Pick<IndexEntry, 'path' | 'offset' | 'length'>,
): void {
  const described = describeRecord(bytes, record, (from, to) => digestOf(bytes, from, to));
  if ('passed' in described) {
    if (described.passed !== null) pass(reading, described.passed);
  } else if ('metadata' in described) reading.metadata.push(described.metadata);
  else {
    if (described.doubt !== null) pass(reading, described.doubt);
    reading.entries.push({ ...described.entry, ...place });
  }
}

const HASH_STRIDE = 1 << 20;

function digestOf(bytes: Bytes, from: number, to: number): string {
  const hash = createHash('sha1');
  for (let at = from; at < to; at += HASH_STRIDE)
    hash.update(bytes.slice(at, Math.min(to, at + HASH_STRIDE)));
  return base32(hash.digest());
}

/** Unpacks a file that is compressed as a whole, as far as it goes. */
async function unpackWhole(path: string): Promise<{ unpacked: string; isCut: boolean }> {
  const unpacked = join(makeScratchFolder(), 'unpacked.warc');
  const file = openSync(unpacked, 'w');
  // Written as it comes: a stream that writes later drops what it still holds when the one before it fails.
  const sink = new Writable({
    write(chunk, _, done) {
      writeFileSync(file, chunk);
      done();
    },
  });
  try {
    await pipeline(createReadStream(path), createGunzip(), sink);
    return { unpacked, isCut: false };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR') return { unpacked, isCut: true };
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Reads one record back from its file. @throws RecordTooLarge */
export function readStoredResponse(entry: IndexEntry): Promise<StoredResponse> {
  return withFile(entry.path, async (bytes) => {
    const response = await readResponseAt(bytes, entry.offset);
    if (!response) throw new Error(`${entry.path}: no record at ${entry.offset}`);
    return response;
  });
}

/** The record that begins at a place; null where none does. @throws RecordTooLarge */
export async function readResponseAt(bytes: Bytes, at: number): Promise<StoredResponse | null> {
  const member = isPacked(bytes, at) ? await readMember(bytes, at) : null;
  if (member?.isTooLarge) throw new RecordTooLarge();
  const source = member ? bytesOf(member.bytes) : bytes;
  const found = findRecord(source, member ? 0 : at);
  return found ? toStoredResponse(source, found.record) : null;
}

function toStoredResponse(bytes: Bytes, { fields, blockStart, blockEnd }: WarcRecord): StoredResponse {
  if (blockEnd - blockStart > MAX_BLOCK_BYTES) throw new RecordTooLarge();
  const block = bytes.slice(blockStart, blockEnd);
  const truncated = fields.get('warc-truncated') ?? null;
  if (fields.get('warc-type')?.toLowerCase() === 'resource') {
    const type = fields.get('content-type');
    return { status: 200, headers: type ? [['content-type', type]] : [], body: block, truncated };
  }
  const { status, headers, body } = parseHttpAnswer(block);
  const coding = headers.find(([name]) => name === 'transfer-encoding')?.[1] ?? '';
  const whole = /chunked/i.test(coding) ? undoChunks(body) : { bytes: body, isCut: false };
  return { status, headers, body: whole.bytes, truncated: truncated ?? (whole.isCut ? 'disconnect' : null) };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
