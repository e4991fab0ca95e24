import { toUrlkey } from '../../crawler/archive/index.ts';
import { secondsBetween } from '../../crawler/core/index.ts';
import type { IndexEntry } from './warc-index.ts';

/** Looking up captures of one urlkey, and telling which of them can be played. */
export class Captures {
  readonly entries: readonly IndexEntry[];
  readonly #byUrlkey = new Map<string, IndexEntry[]>();
  readonly #unplayable: ReadonlySet<string>;

  /** `unplayable`: captures that are listed but not played, as `<timestamp> <url>`; the archive has such ones. */
  constructor(entries: readonly IndexEntry[], unplayable: readonly string[] = []) {
    this.entries = entries;
    for (const entry of entries) {
      const list = this.#byUrlkey.get(entry.urlkey);
      if (list) list.push(entry);
      else this.#byUrlkey.set(entry.urlkey, [entry]);
    }
    this.#unplayable = new Set(
      unplayable.map((line) => playKey(line.slice(0, 14), toUrlkey(line.slice(15)))),
    );
  }

  listOf(urlkey: string): readonly IndexEntry[] {
    return this.#byUrlkey.get(urlkey) ?? [];
  }

  /** The record that holds the body of a capture: itself, or what a revisit repeats; null where that is lost. */
  resolve(entry: IndexEntry): IndexEntry | null {
    if (this.#unplayable.has(playKey(entry.timestamp, entry.urlkey))) return null;
    if (!entry.isRevisit) return entry;
    const named = entry.refersTo;
    const candidates = named
      ? [...this.listOf(toUrlkey(named.url)), ...this.listOf(entry.urlkey)]
      : this.listOf(entry.urlkey);
    const bodies = candidates.filter((other) => !other.isRevisit && other.digest === entry.digest);
    return bodies.find((other) => other.timestamp === named?.timestamp) ?? bodies[0] ?? null;
  }

  /** The playable capture nearest in time; of several in one second, that of the very same address. */
  findNearest(timestamp: string, url: string): IndexEntry | null {
    const list = this.listOf(toUrlkey(url));
    const sameSecond = this.#listSecond(list, timestamp);
    if (sameSecond.length > 0) return sameSecond.find((entry) => entry.original === url) ?? sameSecond[0]!;
    let best: IndexEntry | null = null;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const entry of list) {
      const distance = Math.abs(secondsBetween(timestamp, entry.timestamp));
      if (distance < bestDistance && this.resolve(entry)) [best, bestDistance] = [entry, distance];
    }
    return best;
  }

  /** The playable captures of one second, found by halving: most requests name a second that is there. */
  #listSecond(list: readonly IndexEntry[], timestamp: string): readonly IndexEntry[] {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]!.timestamp < timestamp) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (list[end]?.timestamp === timestamp) end += 1;
    return list.slice(low, end).filter((entry) => this.resolve(entry));
  }
}

function playKey(timestamp: string, urlkey: string): string {
  return `${timestamp} ${urlkey}`;
}
