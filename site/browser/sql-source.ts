import type { ReadableFile } from './sqlite-file-system.ts';

/**
 * Where the SQL page's file is read from, in a worker, where reading may wait: a file of the reader's own, of which only
 * what a statement needs is read; the published one in parts, where the host gives parts; else the whole of it.
 */
export interface SqlSource extends ReadableFile {
  /** Bytes that came over the network so far. */
  readonly loadedBytes: () => number;
  /** Why the last reading failed; null where none did. */
  readonly failure: () => string | null;
  /** True where only parts of it are loaded. */
  readonly isInParts: boolean;
}

/** Where a header says that the file has a write-ahead log (sqlite.org/fileformat2.html, 1.3.3). */
const JOURNAL_FIELDS = [18, 19] as const;

/** A log cannot be opened here. What it would hold is not in the file. */
function withoutLog(target: Uint8Array, offset: number): void {
  for (const field of JOURNAL_FIELDS) {
    const at = field - offset;
    if (at >= 0 && at < target.length && target[at] === 2) target[at] = 1;
  }
}

/** A file of the reader's own; nothing of it leaves the machine. */
export function openBlob(blob: Blob): SqlSource {
  const reader = new FileReaderSync();
  return {
    sizeBytes: blob.size,
    loadedBytes: () => 0,
    failure: () => null,
    isInParts: false,
    read: (target, offset) => {
      target.set(new Uint8Array(reader.readAsArrayBuffer(blob.slice(offset, offset + target.length))));
      withoutLog(target, offset);
      return true;
    },
  };
}

/** A part as it is asked for: few pages, since what an index leads to lies scattered. */
const PART_BYTES = 16_384;
/** Where a statement reads on, more and more at a time. */
const MOST_AT_ONCE = 64;
/** Kept, at most. */
const MOST_KEPT = Math.floor(128e6 / PART_BYTES);

/** Parts of a published file by number; the last ones asked for are kept. */
class FileParts {
  loadedBytes = 0;
  readonly #address: string;
  readonly #sizeBytes: number;
  readonly #kept = new Map<number, Uint8Array>();
  #nextPart = -1;
  #atOnce = 1;

  constructor(address: string, sizeBytes: number) {
    this.#address = address;
    this.#sizeBytes = sizeBytes;
  }

  /** One part; fetches it, and more where the reader reads on. Throws where the host does not answer as it did. */
  take(number: number): Uint8Array {
    const known = this.#kept.get(number);
    if (known) return known;
    this.#atOnce = number === this.#nextPart ? Math.min(MOST_AT_ONCE, 2 * this.#atOnce) : 1;
    const bytes = this.#fetch(number, this.#atOnce);
    for (let k = 0; k * PART_BYTES < bytes.length; k++) {
      this.#kept.set(number + k, bytes.subarray(k * PART_BYTES, (k + 1) * PART_BYTES));
    }
    this.#nextPart = number + this.#atOnce;
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(old);
    }
    return this.#kept.get(number)!;
  }

  #fetch(number: number, count: number): Uint8Array {
    const from = number * PART_BYTES;
    const to = Math.min(this.#sizeBytes, from + count * PART_BYTES) - 1;
    const request = new XMLHttpRequest();
    request.open('GET', this.#address, false);
    request.responseType = 'arraybuffer';
    request.setRequestHeader('Range', `bytes=${from}-${to}`);
    request.send();
    const bytes = new Uint8Array(request.response ?? new ArrayBuffer());
    if (request.status !== 206 || bytes.length !== to - from + 1) {
      throw new Error(`the host gave no part of the file (status ${request.status})`);
    }
    this.loadedBytes += bytes.length;
    return bytes;
  }
}

function openParts(address: string, sizeBytes: number): SqlSource {
  const parts = new FileParts(address, sizeBytes);
  let failure: string | null = null;
  return {
    sizeBytes,
    loadedBytes: () => parts.loadedBytes,
    failure: () => failure,
    isInParts: true,
    read: (target, offset) => {
      // SQLite calls this from within; nothing may be thrown through it.
      try {
        for (let at = 0; at < target.length; ) {
          const from = (offset + at) % PART_BYTES;
          const part = parts.take(Math.floor((offset + at) / PART_BYTES)).subarray(from);
          const piece = part.subarray(0, target.length - at);
          target.set(piece, at);
          at += piece.length;
        }
      } catch (error) {
        failure = (error as Error).message;
        return false;
      }
      withoutLog(target, offset);
      return true;
    },
  };
}

/**
 * The published file: in parts where the host offers that, as its answer to a question for the first byte shows; else all of
 * it, telling how far it is. Throws an Error where it cannot be had.
 */
export async function openPublished(
  address: string,
  sizeBytes: number,
  tell: (loadedBytes: number) => void,
): Promise<SqlSource> {
  const answer = await fetch(address, { headers: { Range: 'bytes=0-0' } });
  if (!answer.ok) throw new Error(`the file could not be loaded: status ${answer.status}`);
  const [, total] = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '') ?? [];
  const isPacked = answer.headers.has('content-encoding');
  if (answer.status === 206 && Number(total) === sizeBytes && !isPacked) return openParts(address, sizeBytes);
  const whole = answer.status === 206 ? await fetch(address) : answer;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  const reader = whole.body!.getReader();
  for (;;) {
    const { value: part } = await reader.read();
    if (!part) break;
    parts.push(part);
    loaded += part.length;
    tell(loaded);
  }
  return { ...openBlob(new Blob(parts)), loadedBytes: () => loaded };
}
