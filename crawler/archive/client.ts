import { ArchiveError } from '../errors.ts';
import { listCaptures } from './cdx.ts';
import { RobotsRefusal } from './cdx-answer.ts';
import { fetchMemento } from './memento.ts';
import { formatMementoPath, toLayout } from './memento-url.ts';
import { resolveOptions } from './options.ts';
import { Requests } from './requests.ts';
import { toUrlkey, urlkeyHost } from './surt.ts';
import type {
  ArchiveClient,
  ArchiveOptions,
  CaptureAddress,
  CaptureQuery,
  FetchOptions,
  Listing,
  Playback,
} from './types.ts';

/**
 * A client for one archive, polite by default. Two of them on one network address count as one to the archive: have
 * only one at a time.
 * @throws UserError for options that make no sense
 */
export function createArchiveClient(options: ArchiveOptions = {}): ArchiveClient {
  return new Client(options);
}

class Client implements ArchiveClient {
  readonly origin: string;
  readonly #options;
  readonly #layout;
  readonly #requests: Requests;
  /** Hosts that the archive says are excluded, and why: they are not asked for again. */
  readonly #excluded = new Map<string, string>();

  constructor(options: ArchiveOptions) {
    this.#options = resolveOptions(options);
    this.#layout = toLayout(this.#options.base);
    this.#requests = new Requests(this.#options);
    this.origin = this.#options.base.href.replace(/\/+$/, '');
  }

  get stopped(): ArchiveError | null {
    return this.#requests.stopped;
  }

  async listCaptures(query: CaptureQuery): Promise<Listing> {
    const host = hostOf(query.url.replace(/^\*\.|\*$/g, ''));
    const known = this.#excluded.get(host);
    if (known !== undefined) throw new ArchiveError('excluded', known);
    try {
      return await listCaptures(this.#requests, this.#layout, query, this.#options.now);
    } catch (error) {
      const isExcluded = error instanceof ArchiveError && error.kind === 'excluded';
      if (isExcluded && !(error instanceof RobotsRefusal)) this.#excluded.set(host, error.message);
      throw error;
    }
  }

  async fetchMemento(capture: CaptureAddress, options: FetchOptions = {}): Promise<Playback> {
    const host = hostOf(capture.original);
    const known = this.#excluded.get(host);
    if (known !== undefined) return { kind: 'excluded', reason: known, hops: [], status: 0, nearest: null };
    const limits = {
      maxHops: this.#options.maxHops,
      landingWindowSeconds: options.landingWindowSeconds ?? this.#options.landingWindowSeconds,
    };
    const playback = await fetchMemento(this.#requests, this.#layout, capture, limits);
    // After a redirect it is the target's host that is excluded, and not this one.
    if (playback.kind === 'excluded' && playback.hops.length === 1) this.#excluded.set(host, playback.reason);
    return playback;
  }

  settle(playback: Playback): void {
    const { hops } = playback.kind === 'memento' ? playback.memento : playback;
    for (const { url } of hops) this.#options.journal.forget(url);
  }

  mementoUrl(timestamp: string, original: string): string {
    return `${this.#layout.origin}${formatMementoPath(this.#layout, { timestamp, original })}`;
  }

  counts() {
    return this.#requests.counts();
  }

  async close(): Promise<void> {
    await this.#requests.close();
  }
}

function hostOf(url: string): string {
  return urlkeyHost(toUrlkey(url));
}
