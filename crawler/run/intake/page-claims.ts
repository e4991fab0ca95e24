import { isTimestamp, parseInstant } from '../../core/index.ts';
import { type ArchivedAddress, parseArchivedAddress, withoutEndSlashes } from './archived-address.ts';

/** Where and when a saved page was seen, by what stands in it. */
export interface PageClaims {
  readonly url: string | null;
  /** 14 digits. */
  readonly timestamp: string | null;
  /** Origin of the archive that it was saved from; '' where none was. */
  readonly archive: string;
}

export const NO_CLAIMS: PageClaims = { url: null, timestamp: null, archive: '' };

/** Characters at both ends of a page in which programs leave their marks. */
const REACH = 64 * 1024;

/**
 * Reads the marks that programs leave: browsers ("saved from url"), SingleFile, HTTrack, and archives, whose toolbars and scripts
 * name the capture. What a page says of itself (canonical) is its address only where nobody else says one.
 */
export function readPageClaims(html: string): PageClaims {
  const head = html.slice(0, REACH);
  const tail = html.length > REACH ? html.slice(-REACH) : '';
  const marks = head + tail;
  const saved = readSaved(head);
  const canonical = readCanonical(head);
  const archived =
    parseArchivedAddress(saved?.url ?? '') ??
    parseArchivedAddress(canonical ?? '') ??
    readArchiveMarks(marks);
  if (archived) return { url: archived.original, timestamp: archived.timestamp, archive: archived.archive };
  return {
    url: saved?.url ?? canonical,
    timestamp: readFileArchivedOn(marks) ?? saved?.timestamp ?? null,
    archive: '',
  };
}

/** What MHTML and others say of where a page came from, which may be an archive. */
export function claimAddress(url: string | null, timestamp: string | null): PageClaims {
  const archived = url === null ? null : parseArchivedAddress(url);
  if (archived) return { url: archived.original, timestamp: archived.timestamp, archive: archived.archive };
  return { url, timestamp, archive: '' };
}

/** The first comment of at most so many characters that begins as asked; '' where there is none. */
function findComment(text: string, beginning: RegExp, most: number): string {
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', start + 4)) {
    if (!beginning.test(text.slice(start, start + 300))) continue;
    const end = text.indexOf('-->', start);
    return end >= 0 && end - start <= most ? text.slice(start, end + 3) : '';
  }
  return '';
}

function readSaved(head: string): { url: string; timestamp: string | null } | null {
  const single = findComment(head, /^<!--[^>]{0,200}SingleFile/i, 4_200);
  const url = /^[ \t]{0,20}url:[ \t]{0,20}(https?:\/\/\S+)/im.exec(single)?.[1];
  if (url && URL.canParse(url)) {
    return { url, timestamp: readDate(/^[ \t]{0,20}saved date:[ \t]{0,20}(.+)$/im.exec(single)?.[1] ?? '') };
  }
  const browser = /<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]+)/i.exec(head)?.[1];
  if (browser) return URL.canParse(browser) ? { url: browser, timestamp: null } : null;
  return readMirrored(findComment(head, /^<!--\s*Mirrored from /i, 4_200));
}

/** HTTrack's remark: `Mirrored from host/path by HTTrack …, Tue, 03 Nov 2020 10:11:12 GMT`. */
function readMirrored(remark: string): { url: string; timestamp: string | null } | null {
  const named = /^<!--\s*Mirrored from (\S+) by HTTrack/i.exec(remark)?.[1];
  if (named === undefined) return null;
  const url = /^https?:\/\//i.test(named) ? named : `http://${named}`;
  if (!URL.canParse(url)) return null;
  const date = /([A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT)/.exec(remark)?.[1] ?? '';
  return { url, timestamp: readDate(date) };
}

/** A date as `Date` writes it, or mail: with its offset, so that no time zone is guessed. */
export function readDate(text: string): string | null {
  const stated = text.replace(/\(.*$/s, '').trim();
  if (!/(?:GMT|UTC|Z|[+-]\d{4})(?:[+-]\d{4})?$/i.test(stated)) return null;
  const time = Date.parse(stated);
  if (Number.isNaN(time)) return null;
  const timestamp = parseInstant(new Date(time).toISOString());
  return isTimestamp(timestamp) ? timestamp : null;
}

const ATTRIBUTE = (name: string) => new RegExp(`\\b${name}\\s*=\\s*["']?([^"'\\s>]+)`, 'i');

function readCanonical(head: string): string | null {
  for (const [tag] of head.matchAll(/<link\b[^>]{0,2000}>/gi)) {
    if (!/\brel\s*=\s*["']?canonical\b/i.test(tag)) continue;
    const href = ATTRIBUTE('href').exec(tag)?.[1] ?? '';
    if (/^https?:\/\//i.test(href) && URL.canParse(href)) return href;
  }
  return null;
}

/** Marks of an archive, each with the address it names: the Wayback Machine's scripts, pywb's, addresses of the frame. */
const SCRIPT_MARKS: readonly { url: RegExp; moment: RegExp; archive: RegExp | null }[] = [
  {
    url: /__wm\.wombat\(\s*"(https?:[^"]{1,2000})"/i,
    moment: /__wm\.wombat\(\s*"[^"]{1,2000}"\s*,\s*"(\d{14})"/i,
    archive: /__wm\.wombat\(\s*"[^"]{1,2000}"\s*,\s*"\d{14}"\s*,\s*"(https?:\/\/[^"/]+)/i,
  },
  {
    url: /\bwbinfo\.url\s*=\s*["'](https?:[^"']{1,2000})["']/i,
    moment: /\bwbinfo\.timestamp\s*=\s*["'](\d{14})["']/i,
    archive: null,
  },
];

/** Elements of a page's head that name the capture shown: archive.today's, pywb's and others'. */
const LINKING_TAG = /<(?:base|meta|link)\b[^<>]{0,2000}>/gi;
const NAMES_CAPTURE =
  /^<base\b|\bproperty\s*=\s*["']?og:url\b|\brel\s*=\s*["']?(?:bookmark|original|memento|canonical)\b/i;
const TOOLBAR = /The Wayback Machine\s{0,20}-\s{0,20}(https?:\/\/web\.archive\.org\/[^\s<"]+)/i;

function readArchiveMarks(marks: string): ArchivedAddress | null {
  for (const { url, moment, archive } of SCRIPT_MARKS) {
    const original = url.exec(marks)?.[1];
    const timestamp = moment.exec(marks)?.[1] ?? '';
    if (!original || !isTimestamp(timestamp) || !URL.canParse(original)) continue;
    return { original, timestamp, archive: archive?.exec(marks)?.[1] ?? readPrefix(marks) };
  }
  for (const [tag] of marks.matchAll(LINKING_TAG)) {
    if (!NAMES_CAPTURE.test(tag)) continue;
    const archived = parseArchivedAddress(
      /\b(?:href|content)\s*=\s*["']?(https?:[^"'\s>]+)/i.exec(tag)?.[1] ?? '',
    );
    if (archived) return archived;
  }
  const shown = TOOLBAR.exec(marks)?.[1];
  return shown === undefined ? null : parseArchivedAddress(shown);
}

/** Where pywb says that its captures are played: `https://arquivo.pt/wayback/20021215143804/`. */
function readPrefix(marks: string): string {
  const prefix =
    /\bwbinfo\.(?:prefix|coll_prefix)\s*=\s*(?:decodeURI\()?["'](https?:\/\/[^"']{1,500})["']/i.exec(
      marks,
    )?.[1];
  return withoutEndSlashes((prefix ?? '').replace(/\/\d{14}[a-z_]{0,4}\/?$/i, ''));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The remark that the Wayback Machine puts behind a page. */
function readFileArchivedOn(marks: string): string | null {
  const [, time = '', month = '', day = '', year = ''] =
    /FILE ARCHIVED ON (\d\d:\d\d:\d\d) ([a-z]{3})[a-z]* (\d{1,2}), (\d{4})/i.exec(marks) ?? [];
  const number = String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
  const timestamp = `${year}${number}${day.padStart(2, '0')}${time.replace(/:/g, '')}`;
  return isTimestamp(timestamp) ? timestamp : null;
}
