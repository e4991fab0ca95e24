/** What was asked of archives: by a client so far, in a run, in all runs of a store. */
export interface RequestCounts {
  /** Requests for pages of an index, and for captures. */
  readonly cdx: number;
  readonly memento: number;
  /** Requests of both kinds that repeated a failed one. */
  readonly retries: number;
  /** How often all requests held back, because the archive asked for it or gave no answers. */
  readonly pauses: number;
  readonly receivedBytes: number;
}

export const NO_REQUESTS: RequestCounts = { cdx: 0, memento: 0, retries: 0, pauses: 0, receivedBytes: 0 };

/** One by one what the two counts come to. */
const combine = (
  one: RequestCounts,
  other: RequestCounts,
  by: (one: number, other: number) => number,
): RequestCounts => ({
  cdx: by(one.cdx, other.cdx),
  memento: by(one.memento, other.memento),
  retries: by(one.retries, other.retries),
  pauses: by(one.pauses, other.pauses),
  receivedBytes: by(one.receivedBytes, other.receivedBytes),
});

export const sumRequests = (one: RequestCounts, other: RequestCounts): RequestCounts =>
  combine(one, other, (a, b) => a + b);

/** Requests of one stretch of work alone: a client may serve several. */
export const requestsSince = (before: RequestCounts, now: RequestCounts): RequestCounts =>
  combine(before, now, (a, b) => b - a);
