import PQueue from 'p-queue';
import { Gate } from './gate.ts';
import type { ResolvedOptions } from './options.ts';
import type { SharedTurns } from './types.ts';

export type RequestKind = 'cdx' | 'memento';

/**
 * Lets requests go: at most so many at once, each kind no faster than its rate, none at all while held. The order
 * matters: a request first has its connection and then waits for its turn. The other way round, requests that wait for
 * a slow connection would leave in a burst.
 */
export class Pacing {
  readonly #connections: PQueue;
  readonly #gates: Readonly<Record<RequestKind, Gate>>;
  readonly #end: AbortSignal;
  /** `probing`: a pause is over, and one request finds out whether the archive answers again. */
  #mode: 'open' | 'held' | 'probing' = 'open';
  #isProbeOut = false;
  /** Resolved and made anew with every change of what may pass. */
  #changed = Promise.withResolvers<void>();

  /** Once `end` is aborted, nothing is sent any more: what waits, and what comes later, rejects with its reason. */
  constructor(
    options: Pick<ResolvedOptions, 'concurrency' | 'cdxRate' | 'mementoRate'> &
      Partial<Pick<ResolvedOptions, 'turns'>>,
    end: AbortSignal,
  ) {
    this.#end = end;
    this.#connections = new PQueue({ concurrency: options.concurrency });
    const gate = (kind: RequestKind, rate: number) =>
      new Gate(rate, (intervalMs) => this.#admit(kind, intervalMs, options.turns ?? null), end);
    this.#gates = { cdx: gate('cdx', options.cdxRate), memento: gate('memento', options.mementoRate) };
    end.addEventListener('abort', () => this.#notify(), { once: true });
  }

  /**
   * Runs `send` when its turn has come; `send` calls back at the moment the request is written. Retries go before new
   * requests, so that what was begun gets finished.
   */
  async run<Result>(
    kind: RequestKind,
    isRetry: boolean,
    send: (onWritten: () => void) => Promise<Result>,
  ): Promise<Result> {
    this.#end.throwIfAborted();
    const priority = isRetry ? 1 : 0;
    const options = { priority, signal: this.#end };
    try {
      return await this.#connections.add(() => this.#gates[kind].pass(priority, send), options);
    } catch (error) {
      this.#end.throwIfAborted();
      throw error;
    }
  }

  /** Lets nothing pass any more. */
  hold(): void {
    this.#mode = 'held';
  }

  /** Ends a pause: one request may pass, and the others once `open` says that it was answered. */
  release(): void {
    this.#mode = 'probing';
    this.#isProbeOut = false;
    this.#notify();
  }

  /** The request that went first after a pause has been answered. */
  open(): void {
    if (this.#mode !== 'probing') return;
    this.#mode = 'open';
    this.#notify();
  }

  /** That request told nothing: another one, or it again, may try. */
  probeAgain(): void {
    if (this.#mode === 'probing') this.release();
  }

  /** Returns what to call once the request is written. */
  async #admit(kind: RequestKind, intervalMs: number, turns: SharedTurns | null): Promise<() => void> {
    while (!this.#end.aborted && this.#mode !== 'open') {
      if (this.#mode === 'probing' && !this.#isProbeOut) {
        this.#isProbeOut = true;
        break;
      }
      await this.#changed.promise;
    }
    const turn = await turns?.take(kind, intervalMs, this.#end);
    return () => turn?.written();
  }

  #notify(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }
}
