/** Exit codes of the program, one per reason a caller can act on. */
export const exitCodes = {
  done: 0,
  bug: 1,
  usage: 2,
  nothingFound: 3,
  archive: 4,
  someFailed: 5,
  store: 6,
  interrupted: 130,
} as const;

/**
 * The command could not do what was asked, and the user can do something about it.
 * Printed as two lines without a stack: what is wrong (with the value), then what to do.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly remedy: string;
  readonly exitCode: number;

  constructor(message: string, remedy: string, exitCode: number = exitCodes.usage) {
    super(message);
    this.remedy = remedy;
    this.exitCode = exitCode;
  }
}

/**
 * Why the archive gave no usable answer, seen from the caller's next step:
 * - `unreachable`: no HTTP answer (refused, reset, timed out), retries used up;
 * - `limited`: it answered 429 too often; pause the whole run and come back later;
 * - `unavailable`: it answered 5xx, or an error in disguise, retries used up;
 * - `excluded`: the site is excluded from the archive; final for the host;
 * - `rejected`: it refused the request itself (400); retrying changes nothing.
 */
export type ArchiveErrorKind = 'unreachable' | 'limited' | 'unavailable' | 'excluded' | 'rejected';

export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly kind: ArchiveErrorKind;
  /** How long the archive asked us to wait, where it said so. */
  readonly retryAfterMs: number | null;

  constructor(kind: ArchiveErrorKind, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}
