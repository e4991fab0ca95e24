import { ArchiveError } from '../errors.ts';
import { listBelievably } from './believe.ts';
import { BareRefusal, RobotsRefusal } from './cdx-answer.ts';
import { Doubts } from './doubts.ts';
import { fetchMemento } from './memento.ts';
import { type ArchiveLayout, formatMementoPath, toLayout } from './memento-url.ts';
import { type ResolvedOptions, resolveOptions } from './options.ts';
import { Requests } from './requests.ts';
import { toUrlkey, urlkeyHost } from './surt.ts';
import { Tally } from './tally.ts';
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
  const resolved = resolveOptions(options);
  return new Client({
    options: resolved,
    layout: toLayout(resolved.base),
    requests: new Requests(resolved),
    doubts: new Doubts(resolved.journal, resolved.base.origin),
    excluded: new Map(),
    refused: new Set(),
  });
}

const FORBIDDEN = 403;

/** What all users of one archive share: its limits and pauses, and what is known of it. */
interface Shared {
  readonly options: ResolvedOptions;
  readonly layout: ArchiveLayout;
  readonly requests: Requests;
  readonly doubts: Doubts;
  /** Hosts that the archive says are excluded, and why: they are not asked for again. */
  readonly excluded: Map<string, string>;
  /** Hosts of which one thing was refused without a reason: a second one, and they count as excluded. */
  readonly refused: Set<string>;
}

class Client implements ArchiveClient {
  readonly origin: string;
  readonly #shared: Shared;
  readonly #tally = new Tally();

  constructor(shared: Shared, knownAs?: string) {
    this.#shared = shared;
    this.origin = knownAs ?? shared.options.base.href.replace(/(?<!\/)\/+$/, '');
  }

  share(knownAs?: string): ArchiveClient {
    return new Client(this.#shared, knownAs);
  }

  get doubts(): Doubts {
    return this.#shared.doubts;
  }

  get stopped(): ArchiveError | null {
    return this.#shared.requests.stopped;
  }

  async listCaptures(query: CaptureQuery): Promise<Listing> {
    const host = hostOf(query.url.replace(/^\*\.|\*$/g, ''));
    const known = this.#shared.excluded.get(host);
    if (known !== undefined) throw new ArchiveError('excluded', known);
    try {
      return await listBelievably({ ...this.#shared, tally: this.#tally }, query);
    } catch (error) {
      const isExcluded = error instanceof ArchiveError && error.kind === 'excluded';
      if (isExcluded && !(error instanceof RobotsRefusal))
        this.#noteExcluded(host, error.message, !(error instanceof BareRefusal));
      throw error;
    }
  }

  async fetchMemento(capture: CaptureAddress, options: FetchOptions = {}): Promise<Playback> {
    const host = hostOf(capture.original);
    const known = this.#shared.excluded.get(host);
    if (known !== undefined) return { kind: 'excluded', reason: known, hops: [], status: 0, nearest: null };
    const limits = {
      maxHops: this.#shared.options.maxHops,
      landingWindowSeconds: options.landingWindowSeconds ?? this.#shared.options.landingWindowSeconds,
    };
    const playback = await fetchMemento({ ...this.#shared, tally: this.#tally }, capture, limits);
    // After a redirect it is the target's host that is excluded, and not this one.
    const isBare = playback.kind === 'refused' && playback.status === FORBIDDEN;
    if (playback.kind !== 'memento' && playback.hops.length === 1 && (isBare || playback.kind === 'excluded'))
      this.#noteExcluded(host, playback.reason, !isBare);
    return playback;
  }

  #noteExcluded(host: string, reason: string, isTold: boolean): void {
    const { excluded, refused } = this.#shared;
    if (isTold || refused.has(host)) excluded.set(host, reason);
    else refused.add(host);
  }

  settle(playback: Playback): void {
    const { hops } = playback.kind === 'memento' ? playback.memento : playback;
    for (const { url } of hops) this.#shared.options.journal.forget(url);
  }

  mementoUrl(timestamp: string, original: string): string {
    return `${this.#shared.layout.origin}${formatMementoPath(this.#shared.layout, { timestamp, original })}`;
  }

  counts() {
    return this.#tally.toCounts();
  }

  async close(): Promise<void> {
    await this.#shared.requests.close();
  }
}

function hostOf(url: string): string {
  return urlkeyHost(toUrlkey(url));
}
