import { spreadEvenly } from '../../core/index.ts';
import {
  listTrustedAddresses,
  mapNormalizations,
  type Store,
  type StoredCapture,
} from '../../store/index.ts';

/**
 * Captures of an address, spread over its time, that are looked at before more of it is asked for: so many, and where none
 * of them reads like a policy, so many in all, and so on. After the last the address is held to show none.
 */
const LOOKS = [3, 12, 40];

/** What of the captures due is asked for next. */
export interface Looks {
  readonly due: readonly StoredCapture[];
  /** Whether the address has been looked at often enough to be given up: nothing of the rest is asked for. */
  readonly isHopeless: boolean;
}

/**
 * All that is due, where a capture of the address has read like a policy or the user named it; else a few, spread over
 * time. Depends on the store alone, so that a killed crawl goes on as it would have.
 */
export function chooseLooks(
  store: Store,
  address: { id: number; policyId: number },
  captures: readonly StoredCapture[],
  due: readonly StoredCapture[],
): Looks {
  const all = { due, isHopeless: false };
  if (due.length <= LOOKS[0]! || listTrustedAddresses(store, address.policyId).has(address.id)) return all;
  const normalizations = mapNormalizations(store, address.policyId);
  const seen = captures.flatMap(({ id }) => normalizations.get(id) ?? []);
  if (seen.some(({ outcome }) => outcome === 'version')) return all;
  // What failed in passing was chosen before.
  const again = due.filter(({ failure }) => failure !== null);
  const most = LOOKS.find((looks) => looks > seen.length) ?? 0;
  const fresh = due.filter(({ failure }) => failure === null);
  const next = most === 0 ? [] : spreadEvenly(fresh, most - seen.length);
  return { due: [...again, ...next], isHopeless: most === 0 };
}
