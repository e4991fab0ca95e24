import { setMaxListeners } from 'node:events';
import { ArchiveError, type ArchiveErrorKind } from '../errors.ts';
import type { ResolvedOptions } from './options.ts';
import { Pacing, type RequestKind } from './pacing.ts';
import { parseRetryAfter } from './retry-after.ts';
import { type Answer, Transport, TransportFailure } from './transport.ts';
import type { RequestCounts, Wait } from './types.ts';

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

/** An archive that asks for more patience than this is left alone: the run ends and says when to come back. */
const MAX_RETRY_AFTER_MS = 600_000;
const MIN_RETRY_AFTER_MS = 1_000;
/** The archive's firewall blocks an address for an hour, longer on each repeat. */
const BLOCKED_MS = 3_600_000;

/**
 * Asks the archive, politely: waits for its turn, repeats what failed in passing, and holds back as a whole where the
 * archive says so. All counters of patience live here, since they concern the client and not one request.
 */
export class Requests {
  readonly #options: ResolvedOptions;
  readonly #transport: Transport;
  readonly #pacing: Pacing;
  readonly #counts = { cdx: 0, memento: 0, retries: 0, pauses: 0 };
  /** Counts pauses begun; a request knows by it whether its failure was sent off before a pause. */
  #epoch = 0;
  #pause: Promise<void> | null = null;
  #pauseEndsAt = 0;
  /** Added to the pause while it is under way. */
  #pauseMoreMs = 0;
  /** Ends all requests and waits at once; its reason is what they reject with. */
  readonly #end = new AbortController();
  #hasAnswered = false;
  #limitedInRow = 0;
  #refusedInRow = 0;
  #failuresInRow = 0;
  #stopped: ArchiveError | null = null;

  constructor(options: ResolvedOptions) {
    this.#options = options;
    // Every request and wait listens to this one signal.
    setMaxListeners(0, this.#end.signal);
    this.#transport = new Transport(options, this.#end.signal);
    this.#pacing = new Pacing(options, this.#end.signal);
    options.signal?.addEventListener('abort', () => this.#end.abort(options.signal?.reason), { once: true });
    if (options.signal?.aborted) this.#end.abort(options.signal.reason);
  }

  get stopped(): ArchiveError | null {
    return this.#stopped;
  }

  counts(): RequestCounts {
    return { ...this.#counts, receivedBytes: this.#transport.receivedBytes };
  }

  async close(): Promise<void> {
    this.#end.abort(new ArchiveError('unreachable', 'The archive client was closed.'));
    await this.#transport.close();
  }

  /**
   * Asks until `judge` takes an answer.
   * @throws GaveUp; ArchiveError once the client has stopped; the reason of the signal
   */
  async get(kind: RequestKind, path: string, judge: (answer: Answer) => Verdict): Promise<Answer> {
    const recalled = this.#transport.recall(path);
    if (recalled) return recalled;
    let retries = 0;
    for (let tries = 0; ; tries += 1) {
      const { answer, epoch } = await this.#try(kind, path, tries > 0);
      const verdict: Verdict = answer instanceof TransportFailure ? judgeFailure(answer) : judge(answer);
      if (verdict.kind === 'take') {
        this.#noteSuccess(epoch);
        return answer as Answer;
      }
      const status = answer instanceof TransportFailure ? null : answer.status;
      if (verdict.kind === 'limited') {
        await this.#holdBackLimited(epoch, answer as Answer);
      } else if (answer instanceof TransportFailure && answer.kind === 'refused') {
        await this.#holdBackRefused(epoch, answer.message);
      } else {
        const retryMs = this.#options.waits.retryMs;
        await this.#noteFailure(epoch, verdict.cause);
        if (epoch === this.#epoch) this.#pacing.probeAgain();
        if (retries >= Math.min(retryMs.length, verdict.maxRetries ?? retryMs.length))
          throw gaveUp(verdict.cause, status, tries + 1);
        await this.#waitForRetry(retryMs[retries]!, verdict.cause, answer);
        retries += 1;
      }
    }
  }

  async #try(
    kind: RequestKind,
    path: string,
    isRetry: boolean,
  ): Promise<{ answer: Answer | TransportFailure; epoch: number }> {
    return await this.#pacing.run(kind, isRetry, async (onWritten) => {
      const epoch = this.#epoch;
      this.#counts[kind] += 1;
      if (isRetry) this.#counts.retries += 1;
      try {
        const answer = await this.#transport.get(path, onWritten);
        this.#hasAnswered = true;
        return { answer, epoch };
      } catch (error) {
        if (!(error instanceof TransportFailure)) throw error;
        if (error.kind === 'too-large') {
          if (epoch === this.#epoch) this.#pacing.open();
          throw new GaveUp('unavailable', `The archive's answer is too large (${path}).`, null, true);
        }
        return { answer: error, epoch };
      }
    });
  }

  #noteSuccess(epoch: number): void {
    this.#failuresInRow = 0;
    this.#refusedInRow = 0;
    // An answer that was on its way before the pause says nothing about whether the archive has calmed down.
    if (epoch !== this.#epoch) return;
    this.#limitedInRow = 0;
    this.#pacing.open();
  }

  /** 429: one pause for the whole client, however many requests were under way and met it. */
  async #holdBackLimited(epoch: number, answer: Answer): Promise<void> {
    const named = this.#readRetryAfter(answer);
    const table = this.#options.waits.limitedMs;
    if (epoch === this.#epoch) this.#limitedInRow += 1;
    const usual = table[this.#limitedInRow - 1] ?? (table.at(-1) ?? 0) * 2;
    const waitMs = named === null ? usual : Math.max(named, MIN_RETRY_AFTER_MS);
    if (this.#limitedInRow > table.length || waitMs > MAX_RETRY_AFTER_MS) {
      this.#stop('limited', `The archive limits us (429, ${this.#limitedInRow} times in a row).`, waitMs);
    }
    await this.#holdBack(epoch, { reason: 'limited', waitMs, cause: '429 from the archive' });
  }

  async #holdBackRefused(epoch: number, cause: string): Promise<void> {
    const table = this.#options.waits.refusedMs;
    if (!this.#hasAnswered)
      this.#stop('unreachable', `${this.#options.base.origin} cannot be reached (${cause}).`, null);
    if (epoch === this.#epoch) this.#refusedInRow += 1;
    const waitMs = table[this.#refusedInRow - 1];
    if (waitMs === undefined)
      this.#stop(
        'unreachable',
        `${this.#options.base.origin} refuses connections (${cause}); it may be blocking this address.`,
        BLOCKED_MS,
      );
    await this.#holdBack(epoch, { reason: 'refused', waitMs, cause });
  }

  /** Many failures in a row mean that the archive is down: hold back for long, then see whether one request gets through. */
  async #noteFailure(epoch: number, cause: string): Promise<void> {
    const { failuresInRow, failingMs } = this.#options.waits;
    if (epoch === this.#epoch) this.#failuresInRow += 1;
    if (this.#failuresInRow > failuresInRow)
      this.#stop('unavailable', `The archive is failing (${cause}), also after a long pause.`, BLOCKED_MS);
    if (this.#failuresInRow === failuresInRow)
      await this.#holdBack(epoch, { reason: 'failing', waitMs: failingMs, cause });
  }

  /** Holds all requests until the pause is over; a pause under way is made longer, not doubled. */
  async #holdBack(epoch: number, wait: Wait): Promise<void> {
    const endsAt = this.#options.now() + wait.waitMs;
    if (epoch === this.#epoch) {
      this.#epoch += 1;
      this.#counts.pauses += 1;
      this.#pacing.hold();
      this.#options.onWait(wait);
      this.#pauseEndsAt = endsAt;
      this.#pause = this.#sleepThenRelease(wait.waitMs);
    } else if (this.#pause !== null && endsAt > this.#pauseEndsAt) {
      this.#pauseMoreMs += endsAt - this.#pauseEndsAt;
      this.#pauseEndsAt = endsAt;
    }
    await this.#pause;
  }

  async #sleepThenRelease(waitMs: number): Promise<void> {
    for (let restMs = waitMs; restMs > 0; ) {
      await this.#sleep(restMs);
      [restMs, this.#pauseMoreMs] = [this.#pauseMoreMs, 0];
    }
    this.#pause = null;
    this.#pacing.release();
  }

  /** As long as the table says, a little more so that clients do not return together, or as the archive says. */
  async #waitForRetry(baseMs: number, cause: string, answer: Answer | TransportFailure): Promise<void> {
    const named = answer instanceof TransportFailure ? null : this.#readRetryAfter(answer);
    const waitMs = Math.round(
      Math.max(baseMs * (1 + Math.random() / 4), Math.min(named ?? 0, MAX_RETRY_AFTER_MS)),
    );
    this.#options.onWait({ reason: 'retry', waitMs, cause });
    await this.#sleep(waitMs);
  }

  #readRetryAfter(answer: Answer): number | null {
    return parseRetryAfter(answer.headers.get('retry-after'), this.#options.now());
  }

  async #sleep(waitMs: number): Promise<void> {
    try {
      await this.#options.sleep(waitMs, this.#end.signal);
    } finally {
      this.#end.signal.throwIfAborted();
    }
  }

  #stop(kind: ArchiveErrorKind, message: string, retryAfterMs: number | null): never {
    this.#stopped ??= new ArchiveError(kind, message, retryAfterMs);
    this.#end.abort(this.#stopped);
    throw this.#stopped;
  }
}

function judgeFailure(failure: TransportFailure): Verdict {
  return { kind: 'passing', cause: failure.message };
}

function gaveUp(cause: string, status: number | null, tries: number): GaveUp {
  const kind = status === null ? 'unreachable' : 'unavailable';
  return new GaveUp(kind, `No usable answer from the archive in ${tries} tries (${cause}).`, status);
}
