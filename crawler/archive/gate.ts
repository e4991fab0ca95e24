import { setTimeout as sleepFor } from 'node:timers/promises';
import PQueue from 'p-queue';

/**
 * Requests do not all travel equally fast, and a busy server looks at its clock late. Three parts in a hundred of slack
 * keep the rate below the limit as the server measures it, as long as one request is not delayed by 30 ms more than those
 * a second before; and they leave most of the five in a hundred that a crawl may take longer than its rates demand.
 */
const SLACK = 1.03;

/**
 * Lets requests of one kind pass one at a time, with their interval between the moments at which they are *written*:
 * what waits for a connection, or what a busy process is late with, moves all that follow and is never caught up with.
 */
export class Gate {
  readonly #intervalMs: number;
  readonly #admit: (intervalMs: number) => Promise<() => void>;
  readonly #end: AbortSignal;
  /** Requests that are to be let pass, in order; the one at its head waits for the interval. */
  readonly #queue = new PQueue({ concurrency: 1 });
  /** When the next request may pass, by `performance.now()`. */
  #opensAtMs = Number.NEGATIVE_INFINITY;

  /**
   * @param rate requests per second
   * @param admit resolves when a request may pass as far as pauses and the turns of others go, with what to call once it
   *   is written; asked last
   */
  constructor(rate: number, admit: (intervalMs: number) => Promise<() => void>, end: AbortSignal) {
    this.#intervalMs = (1000 / rate) * SLACK;
    this.#admit = admit;
    this.#end = end;
  }

  /** Waits for its turn, then begins `send`; the next may pass an interval after `send` has called back. */
  async pass<Result>(priority: number, send: (onWritten: () => void) => Promise<Result>): Promise<Result> {
    let answer: Promise<Result> | undefined;
    await this.#queue.add(
      async () => {
        await this.#waitForInterval();
        const noteWritten = await this.#admit(this.#intervalMs);
        if (this.#end.aborted) noteWritten();
        this.#end.throwIfAborted();
        const written = Promise.withResolvers<void>();
        answer = send(written.resolve);
        // One that fails without having been written has used its turn up all the same.
        answer.then(
          () => written.resolve(),
          () => written.resolve(),
        );
        await written.promise;
        noteWritten();
        this.#opensAtMs = performance.now() + this.#intervalMs;
      },
      { priority, signal: this.#end },
    );
    return await answer!;
  }

  /** Timers may be early by a little, too. */
  async #waitForInterval(): Promise<void> {
    for (;;) {
      const restMs = this.#opensAtMs - performance.now();
      if (restMs <= 0) return;
      await sleepFor(restMs, undefined, { signal: this.#end });
    }
  }
}
