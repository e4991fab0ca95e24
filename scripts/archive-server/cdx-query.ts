import { deflateSync, inflateSync } from 'node:zlib';
import { toUrlkey, urlkeyHost } from '../../crawler/archive/index.ts';
import type { Captures } from './captures.ts';
import type { IndexEntry } from './warc-index.ts';

export const CDX_FIELDS = [
  'urlkey',
  'timestamp',
  'original',
  'mimetype',
  'statuscode',
  'digest',
  'length',
] as const;
export type CdxField = (typeof CDX_FIELDS)[number];

/** What one index query selects. */
export interface CdxPage {
  readonly rows: readonly IndexEntry[];
  /** Names the next page, where there is one and the query asked for it. */
  readonly resumeKey: string | null;
}

/** How the server names the next page: as the service of 2018 to 2023 did, which loses rows, or as that of 2026 does. */
export type ResumeKeyStyle = 'timestamp' | 'opaque';

/** The query cannot be answered; becomes a 400. */
export class BadQuery extends Error {}

/** Selects what a query asks for: address, dates, filters, collapse, order, then paging, in the order the archive does. */
export function selectPage(captures: Captures, query: URLSearchParams, style: ResumeKeyStyle): CdxPage {
  const filters = query.getAll('filter').map(parseFilter);
  let rows = inScope(captures, query)
    .filter((entry) => isInWindow(entry.timestamp, query.get('from') ?? '', query.get('to') ?? ''))
    .filter((entry) => filters.every((passes) => passes(entry)));
  for (const collapse of query.getAll('collapse')) rows = collapseRows(rows, collapse);
  rows = sortRows(rows, query);
  const resumeKey = query.get('resumeKey');
  const resume = resumeKey ? readResumeKey(resumeKey) : null;
  if (resume) rows = resumeAfter(rows, resume);
  const page = readInteger(query, 'page');
  if (page !== null && page > 0) throw new BadQuery(`page ${page} is beyond the last page 0`);
  const limit = readInteger(query, 'limit');
  if (limit === null) return { rows, resumeKey: null };
  if (limit < 0) return { rows: rows.slice(limit), resumeKey: null };
  const isCut = rows.length > limit && query.get('showResumeKey') === 'true';
  rows = rows.slice(0, limit);
  return { rows, resumeKey: isCut ? formatResumeKey(rows, resume, style) : null };
}

/** The query's address and how it is meant, `*` included: `*.example.com` and `example.com/a*`. */
export function inScope(captures: Captures, query: URLSearchParams): readonly IndexEntry[] {
  const url = query.get('url');
  if (!url) throw new BadQuery('the parameter url is required');
  const star = url.startsWith('*.') ? 'domain' : url.endsWith('*') ? 'prefix' : null;
  const subject = star === 'domain' ? url.slice(2) : star === 'prefix' ? url.slice(0, -1) : url;
  const matchType = star ?? query.get('matchType') ?? 'exact';
  const urlkey = toUrlkey(subject);
  const host = urlkeyHost(urlkey);
  if (matchType === 'exact') return captures.listOf(urlkey);
  if (matchType === 'prefix') {
    // A slash at the end is part of the prefix, although an urlkey drops it.
    const prefix = subject.endsWith('/') && !urlkey.endsWith('/') ? `${urlkey}/` : urlkey;
    return captures.entries.filter((entry) => entry.urlkey.startsWith(prefix));
  }
  if (matchType === 'host') return captures.entries.filter((entry) => entry.urlkey.startsWith(`${host})`));
  if (matchType !== 'domain') throw new BadQuery(`unknown matchType ${matchType}`);
  return captures.entries.filter(
    (entry) => entry.urlkey.startsWith(`${host})`) || entry.urlkey.startsWith(`${host},`),
  );
}

/** Both ends are prefixes and inclusive: `to=2004` means the end of 2004. */
export function isInWindow(timestamp: string, from: string, to: string): boolean {
  return timestamp >= from && (to === '' || timestamp <= to || timestamp.startsWith(to));
}

/** `[!]field:regex` for the whole field, `~field:text` for a part of it. */
function parseFilter(text: string): (entry: IndexEntry) => boolean {
  const [, marks = '', field = '', pattern = ''] = /^([!~]*)([a-z]+):(.*)$/s.exec(text) ?? [];
  if (!isCdxField(field)) throw new BadQuery(`filter ${text} names no field`);
  const isWanted = !marks.includes('!');
  if (marks.includes('~')) return (entry) => entry[field].includes(pattern) === isWanted;
  const whole = toWholeFieldRegex(pattern);
  return (entry) => whole.test(entry[field]) === isWanted;
}

export function toWholeFieldRegex(pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    throw new BadQuery(`${pattern} is no regular expression`);
  }
}

/** Drops rows that agree in the field with the one directly before: neighbours only, equal rows further apart stay. */
function collapseRows(rows: readonly IndexEntry[], collapse: string): IndexEntry[] {
  const [field = '', length] = collapse.split(':');
  if (!isCdxField(field)) throw new BadQuery(`collapse ${collapse} names no field`);
  const value = (entry: IndexEntry) => (length ? entry[field].slice(0, Number(length)) : entry[field]);
  return rows.filter((entry, index) => index === 0 || value(entry) !== value(rows[index - 1]!));
}

function sortRows(rows: IndexEntry[], query: URLSearchParams): IndexEntry[] {
  if (query.get('sort') === 'reverse') return rows.toReversed();
  if (query.get('sort') !== 'closest') return rows;
  const closest = Number((query.get('closest') ?? '').padEnd(14, '0'));
  const distance = (entry: IndexEntry) => Math.abs(Number(entry.timestamp) - closest);
  return rows.toSorted((left, right) => distance(left) - distance(right));
}

/** Where a page begins: after so many rows of this address and second. */
interface ResumePoint {
  readonly urlkey: string;
  readonly timestamp: string;
  readonly seen: number;
}

function formatResumeKey(
  page: readonly IndexEntry[],
  resume: ResumePoint | null,
  style: ResumeKeyStyle,
): string | null {
  const last = page.at(-1);
  if (!last) return null;
  if (style === 'timestamp') {
    // One more than the last second, counted in characters: 09 is followed by 0: and the rest of the second is lost.
    const digit = String.fromCharCode(last.timestamp.charCodeAt(13) + 1);
    const next = `${last.urlkey} ${last.timestamp.slice(0, 13)}${digit}`;
    return encodeURIComponent(next).replaceAll('%20', '+');
  }
  const isSameSecond = (other: ResumePoint | IndexEntry) =>
    other.urlkey === last.urlkey && other.timestamp === last.timestamp;
  const seen = page.filter(isSameSecond).length + (resume && isSameSecond(resume) ? resume.seen : 0);
  return deflateSync(`${last.urlkey} ${last.timestamp} ${seen}`).toString('base64url');
}

function resumeAfter(rows: readonly IndexEntry[], { urlkey, timestamp, seen }: ResumePoint): IndexEntry[] {
  const isBefore = (row: IndexEntry) =>
    row.urlkey < urlkey || (row.urlkey === urlkey && row.timestamp < timestamp);
  const start = rows.findIndex((row) => !isBefore(row));
  return start < 0 ? [] : rows.slice(start + seen);
}

/** Reads both styles of key, so that a key outlives a change of the setting. */
function readResumeKey(resumeKey: string): ResumePoint {
  let plain: string;
  try {
    plain = inflateSync(Buffer.from(resumeKey, 'base64url')).toString('utf8');
  } catch {
    plain = new URLSearchParams(`key=${resumeKey}`).get('key') ?? '';
  }
  const [urlkey = '', timestamp = '', seen = '0'] = plain.split(' ');
  if (timestamp.length !== 14 || !/^\d+$/.test(seen)) throw new BadQuery(`${resumeKey} is no resume key`);
  return { urlkey, timestamp, seen: Number(seen) };
}

function readInteger(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null || text === '') return null;
  if (!/^-?\d+$/.test(text)) throw new BadQuery(`${name} ${text} is no number`);
  return Number(text);
}

export function isCdxField(field: string): field is CdxField {
  return (CDX_FIELDS as readonly string[]).includes(field);
}
