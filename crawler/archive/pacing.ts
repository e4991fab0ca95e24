import PQueue from 'p-queue';
import { Gate } from './gate.ts';
import type { ResolvedOptions } from './options.ts';

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

  /** Once `end` is aborted, nothing is sent any more: what waits, and what comes later, rejects with its reason. */
  constructor(options: Pick<ResolvedOptions, 'concurrency' | 'cdxRate' | 'mementoRate'>, end: AbortSignal) {
    this.#end = end;
    this.#connections = new PQueue({ concurrency: options.concurrency });
    this.#gates = { cdx: new Gate(options.cdxRate, end), memento: new Gate(options.mementoRate, end) };
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

  hold(): void {
    for (const gate of Object.values(this.#gates)) gate.hold();
  }

  release(): void {
    for (const gate of Object.values(this.#gates)) gate.release();
  }
}
