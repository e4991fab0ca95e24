import type { Capture } from './model.ts';

/** What to do with a listed capture. `duplicate` names the capture (by index) whose payload it shares. */
export type Choice =
  | { readonly action: 'fetch' }
  | { readonly action: 'duplicate'; readonly of: number }
  | { readonly action: 'skip'; readonly reason: SkipReason };

/** Why a capture is not asked for, by what the index says of it. */
export const skipReasons = {
  redirect: 'a captured redirect; the address it leads to is looked at on its own',
  'error-status': 'the site answered with an error',
  'media-type': 'no page: an image, a script or the like',
  'empty-digest': 'the digest of nothing: a redirect, or "not modified" without a payload',
  removed: 'on the removal list',
} as const;

export type SkipReason = keyof typeof skipReasons;

/** What the store knows of a capture: its payload is there, the archive refused it for good, or neither. */
export type Holding = 'held' | 'refused' | 'open';

/** What the store holds of a capture, by whether its payload is there and how the last try to fetch it ended. */
export function holdingOf(capture: {
  readonly hasMemento: boolean;
  readonly failure: { readonly isFinal: boolean } | null;
}): Holding {
  if (capture.hasMemento) return 'held';
  return capture.failure?.isFinal ? 'refused' : 'open';
}

/** SHA-1 of zero bytes in Base32, as the index writes it: never identifies a page. */
const EMPTY_DIGEST = '3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ';

/**
 * Types that no page has, whatever its server calls it: servers have named pages `text`, `application/x-pdf`,
 * `magnus-internal/parsed-html`, `content/unknown` and worse, so what is none is listed, not what is one.
 */
const NO_PAGE =
  /^(?:(?:image(?!\/(?:x-)?pdf)|audio|video|font|model|message|multipart)\/|(?:text|application)\/(?:x-)?(?:css|(?:java|ecma|j)script|json|ld\+json|manifest\+json|rtf|calendar|vcard|dns|cdx)\b|application\/(?:wasm|java|zip|gzip|x-(?:gzip|tar|rar|7z|zip|shockwave|flash|compress|font|debian|redhat|ms|apple)|vnd\.(?:ms-|openxml|oasis|android|apple|adobe|rn-)|msword|postscript|(?:rss|atom|rdf)\+xml|ogg|mp4|octet-stream\+))/i;

/**
 * An answer with a page, as browsers show it: 200, and whatever else tells of success, unknown numbers too (RFC 9110, section
 * 15), but for those without a body (204, 205), with a part of one (206), or with answers of another kind (207, 208).
 */
export const isGoodStatus = (statuscode: string | number): boolean =>
  /^2(?!0[4-8])\d\d$/.test(String(statuscode));

type IndexRow = Pick<Capture, 'statuscode' | 'mimetype' | 'digest'> & Partial<Pick<Capture, 'urlkey'>>;

/** A capture stored without payload. Its type says so; as its status indexes write `-`, 0, -1 or that of the original. */
export const isRevisit = (row: Pick<Capture, 'statuscode' | 'mimetype'>): boolean =>
  row.statuscode === '-' || row.mimetype.toLowerCase() === 'warc/revisit';

/** Statuses that no page has, 304 aside. */
const NO_PAGE_STATUS = /^(?:30[0-35-9]|[45]\d\d)$/;

const hasNoDigest = ({ digest }: IndexRow) => digest === EMPTY_DIGEST || digest === '-';

/**
 * The rows as what they bear witness to: revisits with the status `-`, unless theirs is that of an error or a redirect, and "not modified" (304), which is about what
 * the crawler had last seen at that address, with the digest of that.
 */
function readRevisits(captures: readonly IndexRow[]): IndexRow[] {
  const lastPage = new Map<string, string>();
  return captures.map((row) => {
    const key = row.urlkey ?? '';
    const last = lastPage.get(key);
    if (row.statuscode === '304' && hasNoDigest(row))
      return last === undefined ? row : { ...row, statuscode: '-', digest: last };
    const read = isRevisit(row) && !NO_PAGE_STATUS.test(row.statuscode) ? { ...row, statuscode: '-' } : row;
    if (skipReason(read) === null) lastPage.set(key, read.digest);
    return read;
  });
}

/** What a row says of itself; null for one that may be a page. A revisit says nothing: its digest does. */
function skipReason(row: IndexRow): SkipReason | null {
  if (/^3/.test(row.statuscode)) return 'redirect';
  if (hasNoDigest(row)) return 'empty-digest';
  if (row.statuscode === '-') return null;
  if (!isGoodStatus(row.statuscode)) return 'error-status';
  return NO_PAGE.test(row.mimetype.trim()) ? 'media-type' : null;
}

/** Reasons by digest, of digests that were never seen as a page: what repeats an error is an error. */
function reasonsByDigest(rows: readonly IndexRow[]): Map<string, SkipReason | null> {
  const reasons = new Map<string, SkipReason | null>();
  for (const row of rows) {
    if (row.statuscode === '-') continue;
    const reason = skipReason(row);
    if (reason === null || !reasons.has(row.digest)) reasons.set(row.digest, reason);
  }
  return reasons;
}

/**
 * Chooses what to fetch of the captures of one policy, in time order, whatever their addresses: one capture of each
 * distinct digest, the one held already, else the first the archive has not refused. All others with that digest are
 * observations of the same payload. A refused capture stays chosen, so that its refusal is what became of it. One on the
 * removal list is skipped, and another with its digest may be chosen in its place.
 */
export function selectCaptures(
  rows: readonly IndexRow[],
  holding: (index: number) => Holding = () => 'open',
  isRemoved: (index: number) => boolean = () => false,
): Choice[] {
  const captures = readRevisits(rows);
  const ofRevisits = reasonsByDigest(captures);
  const reasonOf = (row: IndexRow, index: number): SkipReason | null =>
    isRemoved(index)
      ? 'removed'
      : (skipReason(row) ?? (row.statuscode === '-' ? (ofRevisits.get(row.digest) ?? null) : null));
  const chosen = new Map<string, { index: number; holding: Holding }>();
  captures.forEach((capture, index) => {
    const own = holding(index);
    if (own === 'refused' || reasonOf(capture, index) !== null) return;
    const known = chosen.get(capture.digest);
    if (!known || (known.holding === 'open' && own === 'held')) {
      chosen.set(capture.digest, { index, holding: own });
    }
  });
  return captures.map((capture, index) => {
    const reason = reasonOf(capture, index);
    if (reason) return { action: 'skip', reason };
    const first = chosen.get(capture.digest);
    if (first === undefined || first.index === index || holding(index) === 'refused') {
      return { action: 'fetch' };
    }
    return { action: 'duplicate', of: first.index };
  });
}
