import { toUrlkey } from '../../../archive/index.ts';
import { base32 } from '../../../hash.ts';
import type { Bytes } from './bytes.ts';
import type { MetadataRecord } from './index-entry.ts';
import { chooseType, parseHttpAnswer } from './parse-http.ts';
import type { WarcRecord } from './parse-record.ts';
import type { RecordedEntry } from './revisits.ts';
import { isCoarse, parseWarcDate } from './warc-dates.ts';

/** What a record is to the index. */
export type DescribedRecord =
  | { readonly entry: Omit<RecordedEntry, 'path' | 'offset' | 'length'>; readonly doubt: string | null }
  | { readonly metadata: MetadataRecord }
  /** Why it is passed over, in words for people; null for what is always there and never played. */
  | { readonly passed: string | null };

const PLAYED: ReadonlySet<string> = new Set(['response', 'revisit', 'resource']);
/** Records about the crawl, not of a page. */
const SILENT: ReadonlySet<string> = new Set(['request', 'warcinfo', 'metadata']);
/** Longest record about others that is looked at. */
const MAX_METADATA_BYTES = 16 * 1024 * 1024;
/** Bytes of a block that hold the head of its answer. */
const HEAD_BYTES = 256 * 1024;

/** `digestOf` gives the digest of a stretch of the bytes. */
export function describeRecord(
  bytes: Bytes,
  record: WarcRecord,
  digestOf: (from: number, to: number) => string,
): DescribedRecord {
  const { fields, blockStart, blockEnd } = record;
  const type = fields.get('warc-type')?.toLowerCase() ?? '';
  if (type === 'metadata' && blockEnd - blockStart <= MAX_METADATA_BYTES) {
    const text = bytes.slice(blockStart, blockEnd).toString('utf8');
    return { metadata: { contentType: fields.get('content-type') ?? '', text } };
  }
  if (!PLAYED.has(type)) {
    const passed = SILENT.has(type) ? null : `passed over: ${type || 'unnamed'} records`;
    return { passed };
  }
  const original = readTarget(fields.get('warc-target-uri') ?? '');
  if (original === null) return { passed: null };
  const date = fields.get('warc-date') ?? '';
  const timestamp = parseWarcDate(date);
  if (timestamp === null) return { passed: `passed over: records whose date "${date.slice(0, 40)}" is none` };
  const doubt = isCoarse(date) ? `the date "${date}" is taken for its first second` : null;
  const answer = describeAnswer(bytes, record, type, digestOf);
  return { entry: { urlkey: toUrlkey(original), timestamp, original, ...answer }, doubt };
}

/** Some writers put the address between angle brackets. Null for what is no page of the web. */
function readTarget(text: string): string | null {
  const target = text.trim().replace(/^<(.*)>$/s, '$1');
  return /^https?:\/\//i.test(target) && URL.canParse(target) ? target : null;
}

function describeAnswer(
  bytes: Bytes,
  { fields, blockStart, blockEnd }: WarcRecord,
  type: string,
  digestOf: (from: number, to: number) => string,
): Omit<RecordedEntry, 'path' | 'offset' | 'length' | 'urlkey' | 'timestamp' | 'original'> {
  const head = parseHttpAnswer(bytes.slice(blockStart, Math.min(blockEnd, blockStart + HEAD_BYTES)));
  const isResource = type === 'resource';
  const contentType = isResource
    ? fields.get('content-type')
    : head.headers.find(([name]) => name === 'content-type')?.[1];
  const stated = fields.get('warc-payload-digest') ?? null;
  const isNotModified = isServerNotModified(fields, type, head.status);
  const isRevisit = type === 'revisit' || isNotModified;
  const bodyStart = isResource ? blockStart : blockStart + headLength(bytes, blockStart, blockEnd, head.body);
  return {
    mimetype: isRevisit ? 'warc/revisit' : toMimetype(contentType),
    statuscode: isRevisit ? '-' : isResource ? '200' : String(head.status),
    digest: isRevisit
      ? (!isNotModified && toSha1(stated)) || '-'
      : (toSha1(stated) ?? digestOf(bodyStart, blockEnd)),
    isRevisit,
    isNotModified,
    recordId: fields.get('warc-record-id') ?? null,
    statedDigest: isNotModified ? null : stated,
    refersToId: fields.get('warc-refers-to') ?? null,
    refersTo: readRefersTo(fields),
  };
}

/** Bytes of a block before its answer's body. */
function headLength(bytes: Bytes, blockStart: number, blockEnd: number, body: Buffer): number {
  const seen = bytes.slice(blockStart, Math.min(blockEnd, blockStart + HEAD_BYTES)).length;
  return seen - body.length;
}

/** The site said that its page was as the crawler had last seen it: an observation of that text (RFC 9110, 304). */
function isServerNotModified(fields: ReadonlyMap<string, string>, type: string, status: number): boolean {
  if (type === 'revisit') {
    return status === 304 || /server-not-modified\/?\s*$/i.test(fields.get('warc-profile') ?? '');
  }
  return type === 'response' && status === 304;
}

function readRefersTo(fields: ReadonlyMap<string, string>): RecordedEntry['refersTo'] {
  const url = readTarget(fields.get('warc-refers-to-target-uri') ?? '');
  const timestamp = parseWarcDate(fields.get('warc-refers-to-date') ?? '');
  return url !== null && timestamp !== null ? { url, timestamp } : null;
}

/** The index says `unk` where a capture names no type; spaces would break its lines. */
function toMimetype(contentType: string | undefined): string {
  const type = chooseType([contentType ?? ''])
    .split(';')[0]!
    .trim()
    .toLowerCase();
  return type === '' ? 'unk' : type.replace(/\s+/g, '');
}

/** A digest that a record states, in the spelling of the index, where it is of the kind the index uses. */
function toSha1(stated: string | null): string | null {
  const value = /^sha-?1:(.+)$/i.exec(stated ?? '')?.[1]?.trim() ?? '';
  if (/^[a-z2-7]{32}$/i.test(value)) return value.toUpperCase();
  return /^[0-9a-f]{40}$/i.test(value) ? base32(Buffer.from(value, 'hex')) : null;
}
