import PQueue from 'p-queue';
import type { ResolvedOptions } from './options.ts';

export type RequestKind = 'cdx' | 'memento';

/**
 * The clock of a server ticks a little differently from ours, and requests do not all travel equally fast. One part
 * in a hundred of slack keeps the rate below the limit as the server measures it.
 */
const SLACK = 1.01;

/**
 * Lets requests go: at most so many at once, each kind no faster than its rate, none at all while held. The order
 * matters: a request first has its connection and then waits for its turn. The other way round, requests that wait for
 * a slow connection would leave in a burst.
 */
export class Pacing {
  readonly #connections: PQueue;
  readonly #gates: Readonly<Record<RequestKind, PQueue>>;
  readonly #end: AbortSignal;
  #isHeld = false;

  /** Once `end` is aborted, nothing is sent any more: what waits, and what comes later, rejects with its reason. */
  constructor(options: Pick<ResolvedOptions, 'concurrency' | 'cdxRate' | 'mementoRate'>, end: AbortSignal) {
    this.#end = end;
    end.addEventListener('abort', () => this.#clear(), { once: true });
    this.#connections = new PQueue({ concurrency: options.concurrency });
    this.#gates = { cdx: createGate(options.cdxRate), memento: createGate(options.mementoRate) };
  }

  /** Runs `send` when its turn has come. Retries go before new requests, so that what was begun gets finished. */
  async run<Result>(kind: RequestKind, isRetry: boolean, send: () => Promise<Result>): Promise<Result> {
    this.#end.throwIfAborted();
    const priority = isRetry ? 1 : 0;
    try {
      return await this.#connections.add(
        async () => {
          do await this.#gates[kind].add(() => {}, { priority });
          while (this.#isHeld);
          this.#end.throwIfAborted();
          return await send();
        },
        { priority },
      );
    } catch (error) {
      this.#end.throwIfAborted();
      throw error;
    }
  }

  hold(): void {
    this.#isHeld = true;
    for (const gate of Object.values(this.#gates)) gate.pause();
  }

  release(): void {
    this.#isHeld = false;
    for (const gate of Object.values(this.#gates)) gate.start();
  }

  #clear(): void {
    for (const queue of [...Object.values(this.#gates), this.#connections]) queue.clear();
  }
}

/** A queue of empty tasks: one that is done means one request may go. */
function createGate(rate: number): PQueue {
  return new PQueue({ interval: Math.ceil((1000 / rate) * SLACK), intervalCap: 1, strict: true });
}
