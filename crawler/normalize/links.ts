/** Link targets: made absolute against the captured page's own address, the archive's wrapping undone. */

/** An address of a replayed capture, with the address it wraps; hosts as the Wayback Machine and pywb spell them. */
const WRAPPED = /^(?:(?:https?:)?\/\/[^/]*)?\/(?:web|wayback)\/\d{4,14}[a-z_]*\/(.+)$/i;
/** As other archives have it: whatever path before a whole moment, and after it a whole address. */
const WRAPPED_ELSEWHERE =
  /^(?:(?:https?:)?\/\/[^/]*)?(?:\/[\w~.-]{1,60}){0,4}?\/(?:\d{14}|\d{4}\.\d\d\.\d\d-\d{6})[a-z_]{0,4}\/(https?(?::|%3a)\/.+)$/i;

/** The original address inside an archive's address, or the address itself. */
export function unwrapArchive(url: string): string {
  let result = url;
  for (let round = 0; round < 3; round++) {
    const inner = (WRAPPED.exec(result) ?? WRAPPED_ELSEWHERE.exec(result))?.[1];
    if (inner === undefined) break;
    // `http%3A//host`, `http:/host` (a proxy squashed the slashes) and plain `host/path` are all seen.
    const decoded = inner.replace(/^([a-z]+)%3a/i, '$1:').replace(/^(https?):\/+/i, '$1://');
    result = /^[a-z][a-z0-9+.-]*:/i.test(decoded) ? decoded : `http://${decoded}`;
  }
  return result;
}

const SCHEMES = /^(?:https?|mailto|tel|ftp|news):/i;

/**
 * A link's target as an absolute address of the live web of its day.
 * @param base the captured page's address, or null
 * @returns null for targets that lead nowhere (scripts, empty, unknown schemes) and for relative ones without a base
 */
export function resolveLink(href: string, base: string | null): string | null {
  const trimmed = href.replace(/[\t\r\n]/g, '').trim();
  const target = unwrapArchive(trimmed.replace(/^mailto:\s+/i, 'mailto:'));
  if (target === '' || /^mailto:$/i.test(target)) return null;
  const url = base === null ? URL.parse(target) : URL.parse(target, unwrapArchive(base));
  if (!url || !SCHEMES.test(url.href)) return null;
  // An absolute target stays as its author wrote it; `URL` would add slashes and lower the case.
  return encodeTarget(SCHEMES.test(target) ? target : unwrapArchive(url.href));
}

/** Percent-encodes what may not stand in an address, and leaves what is encoded already. */
function encodeTarget(url: string): string {
  return encodeURI(url.toWellFormed()).replace(/%25/g, '%');
}
