import type { Observation, VersionRun } from './model.ts';

/**
 * Versions of a policy: the longest runs of successive captures with the same text hash. A text that comes back later
 * is a new version with the same hash. `observations` must be in time order; indexes in the result point into it.
 */
export function deriveVersions(observations: readonly Observation[]): VersionRun[] {
  const runs: (Omit<VersionRun, 'lastSeen' | 'observations'> & {
    lastSeen: string;
    observations: number[];
  })[] = [];
  observations.forEach((observation, index) => {
    const open = runs.at(-1);
    if (open && open.textHash === observation.textHash) {
      open.lastSeen = observation.timestamp;
      open.observations.push(index);
    } else {
      runs.push({
        textHash: observation.textHash,
        firstSeen: observation.timestamp,
        lastSeen: observation.timestamp,
        changedAfter: open?.lastSeen ?? null,
        observations: [index],
      });
    }
  });
  return runs;
}
