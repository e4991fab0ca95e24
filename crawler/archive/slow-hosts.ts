import { hostIn } from './breaker.ts';
import { type Answer, TransportFailure } from './transport.ts';
import { GaveUp } from './verdict.ts';

/** Answers about one host that kept coming without an end, before no more is asked about it in this run. */
const MOST = 3;

/**
 * Hosts about which answers come a byte now and then, without an end. Each holds one of few connections for minutes, so that
 * a site with many of them would hold up all others: after a few in a row, whichever they were asked for, nothing more is
 * asked. Until then a slow answer is one failure like others: it says more of the archive's hour than of the host.
 */
export class SlowHosts {
  readonly #counts = new Map<string, number>();

  /** @throws GaveUp for a path about a host that has had its chances */
  refuse(path: string): void {
    if ((this.#counts.get(hostIn(path)) ?? 0) < MOST) return;
    throw new GaveUp(
      'unreachable',
      `Answers about ${hostIn(path)} do not end; it is left to a later run.`,
      null,
    );
  }

  /** Retries that a failed request may have, at most as many as it would have by itself. */
  maxRetries(path: string, answer: Answer | TransportFailure, usual: number): number {
    if (!(answer instanceof TransportFailure) || answer.kind !== 'slow') return usual;
    const count = (this.#counts.get(hostIn(path)) ?? 0) + 1;
    this.#counts.set(hostIn(path), count);
    return count >= MOST ? 0 : usual;
  }

  /** Something about the host was answered. */
  clear(path: string): void {
    this.#counts.delete(hostIn(path));
  }
}
