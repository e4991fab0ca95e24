import { isOtherDocument } from '../normalize/index.ts';
import {
  listTrustedAddresses,
  readText,
  type Store,
  type StoredCapture,
  type StoredNormalization,
} from '../store/index.ts';

/**
 * Captures of a policy whose text is another document: terms or a cookie policy at an address that only seemed to be the
 * policy's. What the user named or imported is believed.
 */
export function findWrongDocuments(
  store: Store,
  policyId: number,
  captures: readonly StoredCapture[],
  normalizations: ReadonlyMap<number, StoredNormalization>,
): Set<number> {
  const trusted = listTrustedAddresses(store, policyId);
  const verdicts = new Map<string, boolean>();
  const isWrong = ({ title, textId }: StoredNormalization): boolean => {
    if (title === null || textId === null) return false;
    const key = `${textId} ${title}`;
    const verdict = verdicts.get(key) ?? isOtherDocument(title, readText(store, textId).markdown);
    verdicts.set(key, verdict);
    return verdict;
  };
  return new Set(
    captures.flatMap(({ id, addressId }) => {
      const normalization = normalizations.get(id);
      return normalization && !trusted.has(addressId) && isWrong(normalization) ? [id] : [];
    }),
  );
}
