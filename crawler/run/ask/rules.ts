import { todaysRules } from '../../derive/index.ts';
import { listPolicyRows, listStalePolicies, type StalePolicy, type Store } from '../../store/index.ts';

/** Policies of which something was made by other rules than today's. */
export const listOldPolicies = (store: Store): StalePolicy[] => listStalePolicies(store, todaysRules());

/** Says how many policies of a store were made by other rules than today's, and what to do; null where none was. */
export function describeOldRules(store: Store): string | null {
  const count = listOldPolicies(store).length;
  if (count === 0) return null;
  const all = listPolicyRows(store).length;
  const which = `${count} of ${all} ${all === 1 ? 'policy was' : 'policies were'}`;
  return `${which} made by other rules than today’s; \`palimpsest derive\` makes ${count === 1 ? 'it' : 'them'} anew`;
}
