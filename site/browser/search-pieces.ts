/**
 * The search file's pieces: fetched whole, so that any static host will do, unpacked, and kept. Reading is at once or
 * not at all; what was missing is fetched afterwards and the reading tried again.
 */

/** `pieces.json`, as `scripts/build-search.ts` writes it. */
export interface PieceList {
  readonly format: 1;
  /** Folder of the pieces, named by the file's hash: pieces of two releases never mix. */
  readonly folder: string;
  readonly piece_bytes: number;
  readonly size_bytes: number;
  readonly clause_count: number;
}

/** Pieces fetched ahead where a question reads on, at most. */
const MOST_AHEAD = 8;

/** Kept between questions, at most. */
const MOST_KEPT_BYTES = 64e6;

/** A file as published; some hosts undo gzip on the way because of the name. */
export async function fetchUnpacked(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} could not be loaded (status ${answer.status})`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export class Pieces {
  readonly sizeBytes: number;
  private readonly pieceBytes: number;
  private readonly folder: string;
  private readonly kept = new Map<number, Uint8Array>();
  private readonly missing = new Set<number>();
  private run = { last: -1, length: 1 };

  constructor(list: PieceList, base: string) {
    this.sizeBytes = list.size_bytes;
    this.pieceBytes = list.piece_bytes;
    this.folder = `${base}${list.folder}/`;
  }

  /** Copies `target.length` bytes from `offset`; false where a piece of them is not here yet, which is then noted. */
  read(target: Uint8Array, offset: number): boolean {
    let isWhole = true;
    for (let at = 0; at < target.length; ) {
      const number = Math.floor((offset + at) / this.pieceBytes);
      const start = (offset + at) % this.pieceBytes;
      const length = Math.min(target.length - at, this.pieceBytes - start);
      const piece = this.kept.get(number);
      if (piece) target.set(piece.subarray(start, start + length), at);
      else isWhole = false;
      if (!piece) this.missing.add(number);
      at += length;
    }
    return isWhole;
  }

  get isMissingSome(): boolean {
    return this.missing.size > 0;
  }

  /** Fetches what was missing, all at a time, and more ahead the longer a question reads on. */
  async loadMissing(): Promise<void> {
    const wanted = [...this.missing];
    this.missing.clear();
    const [only] = wanted;
    const readsOn = wanted.length === 1 && only === this.run.last + 1;
    this.run.length = readsOn ? Math.min(MOST_AHEAD, this.run.length * 2) : 1;
    if (wanted.length === 1) {
      for (let k = 1; k < this.run.length; k++) wanted.push(only! + k);
    }
    const count = Math.ceil(this.sizeBytes / this.pieceBytes);
    const numbers = wanted.filter((number) => number < count && !this.kept.has(number));
    this.run.last = numbers.at(-1) ?? -1;
    await Promise.all(
      numbers.map(async (number) => {
        this.kept.set(number, await fetchUnpacked(`${this.folder}${number}.gz`));
      }),
    );
  }

  /** Forgets the pieces loaded first where many are kept. Only between questions: a question needs all it has read. */
  trim(): void {
    const most = Math.floor(MOST_KEPT_BYTES / this.pieceBytes);
    for (const number of [...this.kept.keys()].slice(0, Math.max(0, this.kept.size - most))) {
      this.kept.delete(number);
    }
  }
}
