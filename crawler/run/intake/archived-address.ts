import { isTimestamp } from '../../core/index.ts';

/** The address of a capture in a web archive, taken apart. */
export interface ArchivedAddress {
  /** Origin of the archive, with the path before its timestamps unless that is `/web`; '' where it has no such layout. */
  readonly archive: string;
  /** 14 digits. */
  readonly timestamp: string;
  readonly original: string;
}

/**
 * `https://web.archive.org/web/20021215143804id_/http://…`, and as other archives spell it: a path of their own before
 * the timestamp (pywb, Arquivo.pt's `/noFrame/replay/`), dots in it (archive.today), the inner scheme escaped or with one slash.
 */
const ARCHIVED =
  /^(https?:\/\/[^/]+)((?:\/[\w~.-]+){0,4})\/(\d{14}|\d{4}\.\d\d\.\d\d-\d{6})[a-z_]{0,4}\/((?:https?(?::|%3a)\/{1,2})?[^/\s].*)$/i;

/** Hosts that play captures at the root, without a collection: an address of ours cannot be made of that. */
const WITHOUT_COLLECTION = /^https?:\/\/archive\.(?:today|ph|is|fo|li|vn|md)$/i;

/** Null for an address that is no capture's. */
export function parseArchivedAddress(url: string): ArchivedAddress | null {
  const [, origin = '', path = '', moment = '', named = ''] = ARCHIVED.exec(url.trim()) ?? [];
  const timestamp = moment.replace(/\D/g, '');
  if (!isTimestamp(timestamp)) return null;
  const original = completeAddress(named);
  if (original === null) return null;
  if (path === '') return { archive: WITHOUT_COLLECTION.test(origin) ? '' : origin, timestamp, original };
  return { archive: path === '/web' ? origin : `${origin}${path}`, timestamp, original };
}

/** `http%3A//host`, `http:/host` and plain `host/path` are all seen. */
function completeAddress(named: string): string | null {
  const decoded = named.replace(/^(https?)%3a/i, '$1:').replace(/^(https?):\/+/i, '$1://');
  const address = /^https?:\/\//i.test(decoded) ? decoded : `http://${decoded}`;
  const url = URL.parse(address);
  return url?.hostname.includes('.') ? address : null;
}

/** An address without the slashes at its end, however many. */
export function withoutEndSlashes(address: string): string {
  let end = address.length;
  while (address[end - 1] === '/') end--;
  return address.slice(0, end);
}
