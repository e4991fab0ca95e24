import { ArchiveError, type ArchiveErrorKind } from '../errors.ts';
import { type Answer, TransportFailure } from './transport.ts';

/** What to do with an answer: take it, or ask again. */
export type Verdict =
  | { readonly kind: 'take' }
  | { readonly kind: 'limited' }
  /** Passing trouble; `maxRetries` where fewer than usual are worth it. */
  | { readonly kind: 'passing'; readonly cause: string; readonly maxRetries?: number };

/**
 * One request is given up: its retries are used up, or its answer is larger than we accept. `status` is that of the last
 * answer, null where there was none.
 */
export class GaveUp extends ArchiveError {
  readonly status: number | null;
  readonly isTooLarge: boolean;

  constructor(kind: ArchiveErrorKind, message: string, status: number | null, isTooLarge = false) {
    super(kind, message);
    this.status = status;
    this.isTooLarge = isTooLarge;
  }
}

/** What a failed connection means for the request. */
export function judgeFailure(failure: TransportFailure): Verdict {
  return { kind: 'passing', cause: failure.message };
}

/** The end of a request whose retries are used up. */
export function gaveUp(cause: string, answer: Answer | TransportFailure, tries: number): GaveUp {
  const status = answer instanceof TransportFailure ? null : answer.status;
  const kind = status === null ? 'unreachable' : 'unavailable';
  const message = `No usable answer from the archive in ${tries} ${tries === 1 ? 'try' : 'tries'} (${cause}).`;
  return new GaveUp(kind, message, status);
}
