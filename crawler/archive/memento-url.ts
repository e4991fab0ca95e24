import { isTimestamp, repairTimestamp } from '../core/index.ts';

/** A capture as named by an address of the archive. */
export interface MementoAddress {
  /** 14 digits, as they stand in the address. */
  readonly timestamp: string;
  readonly original: string;
}

/** Where an archive answers. */
export interface ArchiveLayout {
  readonly dialect: 'wayback' | 'pywb';
  /** Scheme, host and port. */
  readonly origin: string;
  readonly cdxPath: string;
  /** What stands before the timestamp of a memento. */
  readonly mementoPath: string;
}

/** How Common Crawl calls the index of each of its crawls: https://index.commoncrawl.org/ */
const WARC_INDEX = /\/[^/]+-index$/;

/** Whether an address is that of an index of WARC files: it answers as pywb's does, names file and bytes, and plays nothing. */
export const isWarcIndex = (origin: string): boolean =>
  URL.canParse(origin) && WARC_INDEX.test(new URL(origin).pathname);

/** Links of the Wayback Machine turn up in the redirects of its copies, and name the same captures. */
const WAYBACK_HOST = 'web.archive.org';

/**
 * The layout of an archive, told by its address: with a path it is a pywb collection, without one it is laid out like
 * the Wayback Machine. Arquivo.pt plays raw captures under a path of its own; an index of WARC files plays none.
 */
export function toLayout(base: URL): ArchiveLayout {
  const path = base.pathname.replace(/(?<!\/)\/+$/, '');
  if (path === '' || base.host === WAYBACK_HOST) {
    return { dialect: 'wayback', origin: base.origin, cdxPath: '/cdx/search/cdx', mementoPath: '/web/' };
  }
  if (WARC_INDEX.test(path))
    return { dialect: 'pywb', origin: base.origin, cdxPath: path, mementoPath: `${path}/` };
  const mementoPath = base.host === 'arquivo.pt' ? '/noFrame/replay/' : `${path}/`;
  return { dialect: 'pywb', origin: base.origin, cdxPath: `${path}/cdx`, mementoPath };
}

/** Path of the unrewritten form of a capture. */
export function formatMementoPath(layout: ArchiveLayout, address: MementoAddress): string {
  return `${layout.mementoPath}${address.timestamp}id_/${escapeForPath(address.original)}`;
}

/**
 * Where a redirect leads, always to a capture of the same archive and to the unrewritten form, whatever it says: a
 * rewritten address names a capture, an unrewritten one is what the site said then, so its capture of that second is
 * meant. The header comes absolute, without a scheme, or as a path alone. Null for what is no web address.
 */
export function resolveRedirect(
  layout: ArchiveLayout,
  current: MementoAddress,
  location: string,
): MementoAddress | null {
  const here = `${layout.origin}${formatMementoPath(layout, current)}`;
  if (!URL.canParse(location, here)) return null;
  const target = new URL(location, here);
  if (target.host === new URL(layout.origin).host || target.host === WAYBACK_HOST) {
    const named = parseMementoPath(layout, location);
    if (named) return isWebAddress(named.original) ? named : null;
  }
  if (!URL.canParse(location, current.original)) return null;
  const original = new URL(location, current.original);
  return /^https?:$/.test(original.protocol)
    ? { timestamp: current.timestamp, original: original.href }
    : null;
}

/** Reads the text itself, not a parsed URL: parsing would tidy up the captured address inside it. */
function parseMementoPath(layout: ArchiveLayout, location: string): MementoAddress | null {
  const path = location.trim().replace(/^(?:https?:)?\/\/[^/]*/i, '');
  for (const prefix of [layout.mementoPath, '/web/']) {
    if (!path.startsWith(prefix)) continue;
    const [, timestamp = '', named = ''] =
      /^(\d{14})(?:[a-z]{2}_)?\/(.+)$/s.exec(path.slice(prefix.length)) ?? [];
    if (timestamp !== '') return { timestamp, original: readOriginal(named) };
  }
  return null;
}

/** The captured address as it stands in a path: the scheme may be missing, or escaped with the rest. */
function readOriginal(named: string): string {
  let original = named;
  try {
    if (/^https?%3a/i.test(named)) original = decodeURIComponent(named);
  } catch {
    return '';
  }
  return /^[a-z][a-z0-9+.-]*:/i.test(original) ? original : `http://${original}`;
}

/** Whether text from an archive is an http address with a host. `http://mailto:…` turns up in the index and is none. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^/\s]/i.test(text) && !/^https?:\/\/mailto:/i.test(text) && URL.canParse(text);
}

/** Timestamp that can be reckoned with, from one as listed; null where it names no second. */
export function toReckonable(timestamp: string): string | null {
  return isTimestamp(timestamp) ? timestamp : repairTimestamp(timestamp);
}

/**
 * The archive takes addresses unencoded; only what cannot stand in a request line is escaped. A fragment is no part of the
 * key under which a capture is filed: indexes list addresses with one, and play them without.
 */
function escapeForPath(original: string): string {
  return original
    .replace(/#.*/s, '')
    .replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text.toWellFormed()));
}
