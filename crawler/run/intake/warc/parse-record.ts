import type { Bytes } from './bytes.ts';

/** A WARC record as it lies in its file. */
export interface WarcRecord {
  readonly start: number;
  /** Fields by name in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly blockStart: number;
  readonly blockEnd: number;
  /** The bytes end before the record does. */
  readonly isCut: boolean;
}

/** Longest head of a record; what is longer is none. */
const MAX_HEAD = 256 * 1024;
/** Bytes looked through at a time. */
const STRIDE = 128 * 1024;
/** Longest line that parts two records, and bytes before it that belong to it. */
const OVERLAP = 32;

const VERSION = /^WARC\/\d+\.\d+[ \t]*\r?$/;
const BOUNDARY = /\n\r?\nWARC\/\d+\.\d+[ \t]*\r?\n/;
const BOUNDARY_ANYWHERE = /(?:^|\n)WARC\/\d+\.\d+[ \t]*\r?\n/;

/**
 * The first record at or after a place, and how many bytes before it belong to none. Files are met whose lines end in a
 * line feed alone, whose records state no length, or one that was true before the line ends were changed; so a length is
 * believed where a record, or nothing, follows, and else the next record's beginning ends this one.
 */
export function findRecord(bytes: Bytes, from: number): { record: WarcRecord; strayBytes: number } | null {
  const at = skipBlank(bytes, from);
  if (at >= bytes.length) return null;
  if (startsRecord(bytes, at)) return { record: parseRecord(bytes, at), strayBytes: 0 };
  const found = search(bytes, at, bytes.length, BOUNDARY_ANYWHERE);
  const start = found === null ? bytes.length : skipBlank(bytes, found);
  if (start >= bytes.length) return null;
  return { record: parseRecord(bytes, start), strayBytes: start - at };
}

function parseRecord(bytes: Bytes, start: number): WarcRecord {
  const head = bytes.slice(start, start + MAX_HEAD);
  const { lines, end } = readHeadLines(head);
  const fields = parseFields(lines.slice(1));
  if (end === null) {
    return { start, fields, blockStart: bytes.length, blockEnd: bytes.length, isCut: true };
  }
  const blockStart = start + end;
  const stated = /^\d{1,15}$/.test(fields.get('content-length') ?? '')
    ? blockStart + Number(fields.get('content-length'))
    : null;
  if (stated !== null && stated <= bytes.length && endsWell(bytes, stated)) {
    return { start, fields, blockStart, blockEnd: stated, isCut: false };
  }
  const limit = Math.min(stated ?? bytes.length, bytes.length);
  const boundary = search(
    bytes,
    Math.max(start, blockStart - 1),
    Math.min(limit + OVERLAP, bytes.length),
    BOUNDARY,
  );
  if (boundary !== null) {
    return { start, fields, blockStart, blockEnd: Math.max(blockStart, boundary), isCut: false };
  }
  if (stated !== null && stated <= bytes.length) {
    return { start, fields, blockStart, blockEnd: stated, isCut: false };
  }
  const last = withoutGap(bytes, blockStart);
  const isCut = stated !== null && !hasLostReturns(bytes, start, last, stated - last);
  return { start, fields, blockStart, blockEnd: last, isCut };
}

/** Whether so many bytes are missing of a record because its line ends, two bytes once, are one now. */
function hasLostReturns(bytes: Bytes, start: number, end: number, missing: number): boolean {
  const text = bytes.slice(start, Math.min(end, start + MAX_HEAD)).toString('latin1');
  return !text.includes('\r') && missing <= (text.match(/\n/g)?.length ?? 0);
}

/** Whether what follows a place is another record, or nothing. */
function endsWell(bytes: Bytes, at: number): boolean {
  const next = skipBlank(bytes, at);
  return next >= bytes.length || startsRecord(bytes, next) || isBeginningOfVersion(bytes, next);
}

/** True where a file was cut in a record's first line. */
function isBeginningOfVersion(bytes: Bytes, at: number): boolean {
  return bytes.length - at < 8 && 'WARC/1.0'.startsWith(bytes.slice(at, bytes.length).toString('latin1'));
}

function startsRecord(bytes: Bytes, at: number): boolean {
  const line = bytes
    .slice(at, at + OVERLAP)
    .toString('latin1')
    .split('\n')[0]!;
  return VERSION.test(line);
}

/** Past line ends and padding. */
function skipBlank(bytes: Bytes, from: number): number {
  for (let at = from; at < bytes.length; ) {
    const window = bytes.slice(at, at + STRIDE);
    const filled = window.findIndex((byte) => byte !== 13 && byte !== 10 && byte !== 0 && byte !== 32);
    if (filled >= 0) return at + filled;
    at += window.length;
  }
  return bytes.length;
}

/** The last record of bytes, where it states no length: two line ends after it are none of it. */
function withoutGap(bytes: Bytes, from: number): number {
  const end = bytes.slice(Math.max(from, bytes.length - 4), bytes.length).toString('latin1');
  const gap = /(?:\r?\n){0,2}$/.exec(end)![0].length;
  return bytes.length - gap;
}

/** Where a pattern first matches, in windows that overlap. */
function search(bytes: Bytes, from: number, to: number, pattern: RegExp): number | null {
  for (let at = from; at < to; at += STRIDE) {
    const window = bytes.slice(at, Math.min(to, at + STRIDE + OVERLAP)).toString('latin1');
    const found = pattern.exec(window);
    if (found) return at + found.index;
  }
  return null;
}

/** Lines up to the first empty one, and where what follows begins; null where there is none. */
export function readHeadLines(head: Buffer): { lines: string[]; end: number | null } {
  const lines: string[] = [];
  for (let at = 0; at < head.length; ) {
    const feed = head.indexOf(10, at);
    if (feed < 0) {
      lines.push(head.subarray(at).toString('latin1'));
      break;
    }
    const line = head.subarray(at, feed).toString('latin1').replace(/\r$/, '');
    if (line.trim() === '') return { lines, end: feed + 1 };
    lines.push(line);
    at = feed + 1;
  }
  return { lines, end: null };
}

/** Named fields; a line that begins with a blank goes on the one before. */
function parseFields(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^\s:][^:]*):(.*)$/.exec(line) ?? [];
    if (name !== '') {
      last = name.trim().toLowerCase();
      if (!fields.has(last)) fields.set(last, decodeField(value.trim()));
    } else if (/^[ \t]/.test(line) && fields.has(last)) {
      fields.set(last, `${fields.get(last)} ${decodeField(line.trim())}`);
    }
  }
  return fields;
}

/** Fields are UTF-8 by the standard; some writers put other bytes. */
function decodeField(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  const utf8 = bytes.toString('utf8');
  return utf8.includes('\ufffd') ? text : utf8;
}
