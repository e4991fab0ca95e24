/**
 * The removal list: captures whose words are not to be shown, by whose and when. What it covers is not fetched, makes no
 * version, and leaves the published pages and data; dates and hashes stay.
 */
export interface RemovalEntry {
  readonly domain: string;
  /** Short name of the policy; '' for every policy of the domain. */
  readonly policy: string;
  /** First and last timestamp covered, 14 digits; '' for no bound on that side. */
  readonly first: string;
  readonly last: string;
  /** Day of the removal, `yyyy-mm-dd`. */
  readonly removedOn: string;
  /** Why, in general words. */
  readonly reason: string;
}

type RemovedSpan = Pick<RemovalEntry, 'first' | 'last'>;

/** Whether an entry covers a capture of its policy. One of unknown date is covered only where neither side is bounded. */
function covers({ first, last }: RemovedSpan, timestamp: string | null): boolean {
  if (timestamp === null) return first === '' && last === '';
  return timestamp >= first && (last === '' || timestamp <= last);
}

/** Whether any of a policy's entries covers a capture; `timestamp` is null where the date is unknown. */
export const isRemoved = (entries: readonly RemovedSpan[], timestamp: string | null): boolean =>
  entries.some((entry) => covers(entry, timestamp));

/** The first of a policy's entries that covers a capture, or null. */
export const findRemoval = <E extends RemovedSpan>(
  entries: readonly E[],
  timestamp: string | null,
): E | null => entries.find((entry) => covers(entry, timestamp)) ?? null;
