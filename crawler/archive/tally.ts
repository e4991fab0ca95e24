import type { RequestCounts } from '../core/index.ts';

/** Requests made on behalf of one user of the client. */
export class Tally {
  cdx = 0;
  memento = 0;
  retries = 0;
  pauses = 0;
  receivedBytes = 0;
  toCounts(): RequestCounts {
    return { ...this };
  }
}
