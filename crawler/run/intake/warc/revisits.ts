import { toUrlkey } from '../../../archive/index.ts';
import type { IndexEntry } from './index-entry.ts';

/** An entry with what its record says of others, before that is looked up. */
export interface RecordedEntry extends IndexEntry {
  /** The site answered "not modified"; which text that was is not in the record. */
  readonly isNotModified: boolean;
  readonly recordId: string | null;
  /** Digest as the record states it, of whatever kind. */
  readonly statedDigest: string | null;
  readonly refersToId: string | null;
}

/**
 * Gives every revisit the digest of what it repeats: as it says itself, by the record or the moment it names, by a digest
 * of another kind that both state. "Not modified" repeats what was last read at that address before.
 */
export function settleRevisits(recorded: readonly RecordedEntry[]): IndexEntry[] {
  const bodies = recorded.filter((entry) => !entry.isRevisit);
  const known = {
    ids: new Map(bodies.map((entry) => [entry.recordId, entry])),
    digests: new Set(bodies.map((entry) => entry.digest)),
    stated: new Map(bodies.map((entry) => [entry.statedDigest, entry])),
    byUrlkey: Map.groupBy(bodies, (entry) => entry.urlkey),
  };
  return recorded.map(({ isNotModified, recordId: _id, statedDigest, refersToId, ...entry }) => {
    if (!entry.isRevisit || known.digests.has(entry.digest)) return entry;
    const named =
      (refersToId === null ? undefined : known.ids.get(refersToId)) ??
      findNamed(known.byUrlkey, entry) ??
      (statedDigest === null ? undefined : known.stated.get(statedDigest)) ??
      (isNotModified ? findBefore(known.byUrlkey.get(entry.urlkey) ?? [], entry) : undefined);
    return named ? { ...entry, digest: named.digest } : entry;
  });
}

function findNamed(
  byUrlkey: ReadonlyMap<string, readonly RecordedEntry[]>,
  { refersTo }: IndexEntry,
): RecordedEntry | undefined {
  if (refersTo === null) return undefined;
  const there = byUrlkey.get(toUrlkey(refersTo.url)) ?? [];
  const atOnce = there.filter((body) => body.timestamp === refersTo.timestamp);
  return atOnce.find((body) => body.original === refersTo.url) ?? atOnce[0];
}

/** The last page read before, of the very address where there is one. */
function findBefore(bodies: readonly RecordedEntry[], entry: RecordedOrEntry): RecordedEntry | undefined {
  const earlier = bodies
    .filter((body) => body.timestamp <= entry.timestamp && body.statuscode === '200')
    .sort((one, other) => (one.timestamp < other.timestamp ? -1 : one.timestamp > other.timestamp ? 1 : 0));
  return earlier.findLast((body) => body.original === entry.original) ?? earlier.at(-1);
}

type RecordedOrEntry = Pick<IndexEntry, 'timestamp' | 'original'>;
