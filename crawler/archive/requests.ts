import { setMaxListeners } from 'node:events';
import { ArchiveError, type ArchiveErrorKind } from '../errors.ts';
import { Breaker } from './breaker.ts';
import { formatQueryPath } from './cdx-query.ts';
import { toLayout } from './memento-url.ts';
import type { ResolvedOptions } from './options.ts';
import { Pacing, type RequestKind } from './pacing.ts';
import { parseRetryAfter } from './retry-after.ts';
import { SlowHosts } from './slow-hosts.ts';
import { Tally } from './tally.ts';
import { type Answer, Transport, TransportFailure } from './transport.ts';
import type { Wait } from './types.ts';
import { GaveUp, gaveUp, judgeFailure, type Verdict } from './verdict.ts';

/** An archive that asks for more patience than this is left alone: the run ends and says when to come back. */
const MAX_RETRY_AFTER_MS = 600_000;
const MIN_RETRY_AFTER_MS = 1_000;
/** The archive's firewall blocks an address for an hour, longer on each repeat. */
const BLOCKED_MS = 3_600_000;

/** One request, with its tries. */
interface Errand {
  readonly kind: RequestKind;
  readonly path: string;
  readonly tally: Tally;
}

/**
 * Asks the archive, politely: waits for its turn, repeats what failed in passing, and holds back as a whole where the
 * archive says so. All counters of patience live here, since they concern the client and not one request.
 */
export class Requests {
  readonly #options: ResolvedOptions;
  readonly #transport: Transport;
  readonly #pacing: Pacing;
  readonly #breaker: Breaker;
  readonly #slow = new SlowHosts();
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
  /** True after a long pause because everything failed, until something is answered. */
  #isSuspect = false;
  #test: Promise<boolean> | null = null;
  #stopped: ArchiveError | null = null;

  constructor(options: ResolvedOptions) {
    this.#options = options;
    // Every request and wait listens to this one signal.
    setMaxListeners(0, this.#end.signal);
    this.#transport = new Transport(options, this.#end.signal);
    this.#pacing = new Pacing(options, this.#end.signal);
    const neutral = { from: '', to: '', resumeKey: null, limit: 1 };
    const path = formatQueryPath(toLayout(options.base), { url: 'example.com' }, neutral);
    this.#breaker = new Breaker(options.waits.failuresInRow, path);
    options.signal?.addEventListener('abort', () => this.#end.abort(options.signal?.reason), { once: true });
    if (options.signal?.aborted) this.#end.abort(options.signal.reason);
  }

  get stopped(): ArchiveError | null {
    return this.#stopped;
  }

  async close(): Promise<void> {
    this.#end.abort(new ArchiveError('unreachable', 'The archive client was closed.'));
    await this.#transport.close();
  }

  /**
   * Asks until `judge` takes an answer.
   * @throws GaveUp; ArchiveError once the client has stopped; the reason of the signal
   */
  async get(
    kind: RequestKind,
    path: string,
    judge: (answer: Answer) => Verdict,
    tally: Tally = new Tally(),
  ): Promise<Answer> {
    const recalled = this.#transport.recall(path);
    if (recalled) return recalled;
    this.#slow.refuse(path);
    const errand = { kind, path, tally };
    let retries = 0;
    for (let tries = 1; ; tries += 1) {
      const { answer, epoch } = await this.#try(errand, tries > 1);
      const verdict: Verdict = answer instanceof TransportFailure ? judgeFailure(answer) : judge(answer);
      if (verdict.kind === 'take') {
        this.#noteSuccess(errand, epoch);
        this.#slow.clear(path);
        return answer as Answer;
      }
      if (verdict.kind === 'limited') {
        await this.#holdBackLimited(errand, epoch, answer as Answer);
      } else if (answer instanceof TransportFailure && answer.kind === 'refused') {
        await this.#holdBackRefused(errand, epoch, answer.message);
      } else {
        // Whatever is wrong with it, the archive did not limit us any more.
        if (!(answer instanceof TransportFailure) && epoch === this.#epoch) this.#limitedInRow = 0;
        await this.#noteFailure(errand, epoch, verdict.cause);
        const retryMs = this.#options.waits.retryMs;
        const most = this.#slow.maxRetries(path, answer, verdict.maxRetries ?? retryMs.length);
        if (retries >= Math.min(retryMs.length, most)) throw gaveUp(verdict.cause, answer, tries);
        await this.#waitForRetry(retryMs[retries]!, verdict.cause, answer);
        retries += 1;
      }
    }
  }

  async #try(
    { kind, path, tally }: Errand,
    isRetry: boolean,
  ): Promise<{ answer: Answer | TransportFailure; epoch: number }> {
    const maxBytes = kind === 'cdx' ? this.#options.maxIndexBytes : this.#options.maxAnswerBytes;
    return await this.#pacing.run(kind, isRetry, async (onWritten) => {
      const epoch = this.#epoch;
      tally[kind] += 1;
      if (isRetry) tally.retries += 1;
      try {
        const answer = await this.#transport.get(path, onWritten, maxBytes);
        tally.receivedBytes += answer.packed.length;
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

  #noteSuccess({ kind, path }: Errand, epoch: number): void {
    this.#breaker.noteSuccess(kind, path);
    this.#refusedInRow = 0;
    // An answer that was on its way before the pause says nothing about whether the archive has calmed down.
    if (epoch !== this.#epoch) return;
    this.#isSuspect = false;
    this.#limitedInRow = 0;
    this.#pacing.open();
  }

  /** 429: one pause for the whole client, however many requests were under way and met it. */
  async #holdBackLimited(errand: Errand, epoch: number, answer: Answer): Promise<void> {
    const named = this.#readRetryAfter(answer);
    const table = this.#options.waits.limitedMs;
    if (epoch === this.#epoch) this.#limitedInRow += 1;
    const usual = table[this.#limitedInRow - 1] ?? (table.at(-1) ?? 0) * 2;
    const waitMs = named === null ? usual : Math.max(named, MIN_RETRY_AFTER_MS);
    if (this.#limitedInRow > table.length || waitMs > MAX_RETRY_AFTER_MS) {
      this.#stop('limited', `The archive limits us (429, ${this.#limitedInRow} times in a row).`, waitMs);
    }
    await this.#holdBack(errand, epoch, { reason: 'limited', waitMs, cause: '429 from the archive' });
  }

  async #holdBackRefused(errand: Errand, epoch: number, cause: string): Promise<void> {
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
    await this.#holdBack(errand, epoch, { reason: 'refused', waitMs, cause });
  }

  /**
   * Many different requests that fail in a row may mean that the archive is down. Something that it answered before is asked
   * again: if that is answered, what failed is to blame, and everything else goes on. If not, all hold back for long, and
   * once that did not help the run ends.
   */
  async #noteFailure(errand: Errand, epoch: number, cause: string): Promise<void> {
    const { kind, path } = errand;
    this.#breaker.noteFailure(kind, path);
    if (epoch !== this.#epoch) return;
    this.#pacing.probeAgain();
    if (!this.#isSuspect && !this.#breaker.isDoubtful(kind)) return;
    if (await this.#answersStill(errand)) return this.#breaker.clear(kind);
    if (epoch !== this.#epoch) return;
    if (this.#isSuspect)
      this.#stop('unavailable', `The archive is failing (${cause}), also after a long pause.`, BLOCKED_MS);
    this.#isSuspect = true;
    const pause: Wait = { reason: 'failing', waitMs: this.#options.waits.failingMs, cause };
    await this.#holdBack(errand, epoch, pause);
  }

  /** Asks again for something that was answered before; one such question at a time serves all who want to know. */
  async #answersStill(errand: Errand): Promise<boolean> {
    const path = this.#breaker.testPath(errand.kind);
    if (path === null || path === errand.path) return false;
    this.#test ??= this.#askTest({ ...errand, path }).finally(() => {
      this.#test = null;
    });
    return await this.#test;
  }

  /** As patiently as for any request: of an archive that fails in part, one failure more tells nothing. */
  async #askTest(errand: Errand): Promise<boolean> {
    for (const waitMs of [...this.#options.waits.retryMs, null]) {
      const { answer, epoch } = await this.#try(errand, true);
      if (!(answer instanceof TransportFailure) && answer.status === 429) {
        await this.#holdBackLimited(errand, epoch, answer);
        return true;
      }
      if (!(answer instanceof TransportFailure) && answer.status < 500) {
        this.#noteSuccess(errand, epoch);
        return true;
      }
      if (epoch !== this.#epoch) return false;
      this.#pacing.probeAgain();
      if (waitMs !== null) await this.#sleep(waitMs);
    }
    return false;
  }

  /** Holds all requests until the pause is over; a pause under way is made longer, not doubled. */
  async #holdBack({ tally }: Errand, epoch: number, wait: Wait): Promise<void> {
    const endsAt = this.#options.now() + wait.waitMs;
    if (epoch === this.#epoch) {
      this.#epoch += 1;
      tally.pauses += 1;
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

  /** Waits before a question that was answered is asked once more, longer each time. */
  async waitBefore(times: number, cause: string): Promise<void> {
    const { retryMs } = this.#options.waits;
    const waitMs = retryMs[Math.min(times, retryMs.length) - 1] ?? 0;
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
