import type { Capture } from './model.ts';

/** What to do with a listed capture. `duplicate` names the capture (by index) whose payload it shares. */
export type Choice =
  | { readonly action: 'fetch' }
  | { readonly action: 'duplicate'; readonly of: number }
  | { readonly action: 'skip'; readonly reason: SkipReason };

export const skipReasons = {
  redirect: 'a captured redirect; the address it leads to is looked at on its own',
  'error-status': 'the site answered with an error',
  'media-type': 'no page: an image, a script or the like',
  'empty-digest': 'the digest of nothing: a redirect, or "not modified" without a payload',
} as const;

export type SkipReason = keyof typeof skipReasons;

/** SHA-1 of zero bytes in Base32, as the index writes it: never identifies a page. */
const EMPTY_DIGEST = '3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ';

const READABLE =
  /^(text\/(html|plain|markdown|xml)|application\/(xhtml\+xml|xml|pdf|octet-stream)|unk|none|-|)$/i;

function skipReason(capture: Capture): SkipReason | null {
  const isRevisit = capture.statuscode === '-';
  if (/^3/.test(capture.statuscode)) return 'redirect';
  if (!isRevisit && capture.statuscode !== '200') return 'error-status';
  if (!isRevisit && !READABLE.test(capture.mimetype.split(';')[0]!.trim())) return 'media-type';
  if (capture.digest === EMPTY_DIGEST || capture.digest === '-') return 'empty-digest';
  return null;
}

/**
 * Chooses what to fetch of the captures of one address, in time order: the first capture of each distinct digest. All
 * others with that digest are observations of the same payload. `isUnplayable` says which captures the archive has
 * refused for good: the next one with their digest is fetched in their place.
 */
export function selectCaptures(
  captures: readonly Capture[],
  isUnplayable: (index: number) => boolean = () => false,
): Choice[] {
  const chosen = new Map<string, number>();
  return captures.map((capture, index) => {
    const reason = skipReason(capture);
    if (reason) return { action: 'skip', reason };
    const first = chosen.get(capture.digest);
    if (first !== undefined) return { action: 'duplicate', of: first };
    if (!isUnplayable(index)) chosen.set(capture.digest, index);
    return { action: 'fetch' };
  });
}
