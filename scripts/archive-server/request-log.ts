/** One request as the server saw it: enough to measure rates, pauses and connections. */
export interface RequestLogEntry {
  /** Milliseconds since the server started, from a clock that never jumps. */
  readonly timeMs: number;
  /** Counts TCP connections from 1, so that reuse is visible. */
  readonly connection: number;
  readonly method: string;
  readonly target: string;
  readonly kind: 'index' | 'playback' | 'other';
  /** Status answered; 0 where the connection was dropped instead. */
  readonly status: number;
  /** Names of the faults the request met, joined by `+`, or null. */
  readonly fault: string | null;
  readonly userAgent: string | null;
  /** Digest of the body given for a capture; null where it was none, or had none. */
  readonly digest: string | null;
  /** When the whole answer had been handed to the connection; null while it is under way, and where it was broken off. */
  completeMs: number | null;
  /** The client's port of its connection. */
  readonly clientPort: number;
  /** Bytes that the connection had carried to the client when the whole answer had been handed to it. */
  endByte: number;
}

/** The largest number of requests in any stretch of `windowMs`; the requests must be in order of time. */
export function countInAnyWindow(entries: readonly RequestLogEntry[], windowMs: number): number {
  let most = 0;
  let first = 0;
  for (const [index, entry] of entries.entries()) {
    while (entries[first]!.timeMs <= entry.timeMs - windowMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
