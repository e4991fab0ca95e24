import { type CaptureQuery, type Listing, toUrlkey, urlkeyHost } from '../../../archive/index.ts';
import type { Capture } from '../../../core/index.ts';
import type { IndexEntry } from './index-entry.ts';

/** Everything that can be listed. Answers sorted by urlkey, then timestamp. */
export interface EntryList {
  /** Entries of one urlkey. */
  of(urlkey: string): readonly IndexEntry[];
  /** Entries whose urlkey begins in one of these ways. */
  startingWith(beginnings: readonly string[]): readonly IndexEntry[];
}

/** A list that is in memory as a whole. `entries` sorted by urlkey, then timestamp. */
export function listInMemory(entries: readonly IndexEntry[]): EntryList {
  const byUrlkey = Map.groupBy(entries, (entry) => entry.urlkey);
  return {
    of: (urlkey) => byUrlkey.get(urlkey) ?? [],
    startingWith: (beginnings) =>
      entries.filter(({ urlkey }) => beginnings.some((beginning) => urlkey.startsWith(beginning))),
  };
}

/** What an archive's index would answer, were these entries all it has. See `ArchiveClient.listCaptures`. */
export function listEntries(list: EntryList, query: CaptureQuery): Listing {
  const rows = inScope(list, query).filter(
    (entry) => isWithin(entry.timestamp, query) && passesFilters(entry, query.filters ?? []),
  );
  const kept = query.collapse === 'urlkey' ? firstOfEach(rows) : rows;
  const captures = kept.slice(0, query.limit ?? kept.length).map(toCapture);
  const complete = captures.length === kept.length;
  const note = complete ? null : `only ${captures.length} were asked for`;
  return { captures, complete, note, rowCount: rows.length, duplicateCount: 0, junkCount: 0, pageCount: 1 };
}

function inScope(list: EntryList, query: CaptureQuery): readonly IndexEntry[] {
  const urlkey = toUrlkey(query.url);
  const host = urlkeyHost(urlkey);
  switch (query.matchType ?? 'exact') {
    case 'prefix':
      return list.startingWith([urlkey]);
    case 'host':
      return list.startingWith([`${host})`]);
    case 'domain':
      return list.startingWith([`${host})`, `${host},`]);
    default:
      return list.of(urlkey);
  }
}

function toCapture(entry: IndexEntry): Capture {
  const { urlkey, timestamp, original, mimetype, statuscode, digest, length } = entry;
  return {
    urlkey,
    timestamp,
    listedTimestamp: timestamp,
    original,
    mimetype,
    statuscode,
    digest,
    length,
  };
}

/** Both ends are prefixes and inclusive. */
function isWithin(timestamp: string, { from = '', to = '' }: CaptureQuery): boolean {
  return timestamp >= from && (to === '' || timestamp <= to || timestamp.startsWith(to));
}

/** `[!]field:regex`, which must match the whole field. */
function passesFilters(entry: IndexEntry, filters: readonly string[]): boolean {
  return filters.every((filter) => {
    const [, not = '', field = '', pattern = ''] = /^(!?)([a-z]+):(.*)$/s.exec(filter) ?? [];
    const value = String(entry[field as keyof IndexEntry] ?? '');
    return new RegExp(`^(?:${pattern})$`, 's').test(value) === (not === '');
  });
}

function firstOfEach(entries: readonly IndexEntry[]): IndexEntry[] {
  return [...new Map([...entries].reverse().map((entry) => [entry.urlkey, entry])).values()].reverse();
}
