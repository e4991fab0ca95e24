import { parseRuns } from '../../crawler/core/index.ts';
import { fetchUnpacked } from './fetch-unpacked.ts';

/**
 * The search file's pieces: fetched whole, so that any static host will do, unpacked, and kept. Reading is
 * at once or not at all; what was missing is fetched afterwards and the reading tried again.
 */

/** `pieces.json`, as `site/build/build-search.ts` writes it. */
export interface PieceList {
  readonly format: 2;
  /** Folder of the pieces, named by the file's hash: pieces of two releases never mix. */
  readonly folder: string;
  /** Bytes of a piece, which is a page of the database. */
  readonly piece_bytes: number;
  readonly size_bytes: number;
  readonly compressed_bytes: number;
  /** Numbers of the pieces in `start.gz`, from 0, as runs: those that every question reads. */
  readonly start: string;
}

/** Pieces fetched ahead where a question reads on, at most. */
const MOST_AHEAD = 16;

/** Kept between questions, at most. */
const MOST_KEPT_BYTES = 64e6;

export class Pieces {
  readonly sizeBytes: number;
  /** Bytes of all pieces, as published. */
  readonly compressedBytes: number;
  private readonly list: PieceList;
  private readonly folder: string;
  /** Pieces by number. Those of the start stay. */
  private readonly start = new Map<number, Uint8Array>();
  private readonly kept = new Map<number, Uint8Array>();
  private readonly missing = new Set<number>();
  /** Readings that missed something, ever. */
  missedCount = 0;
  /** Where each run of pieces that a question reads one after the other ends, and how many it fetched last. */
  private runs = new Map<number, number>();

  private constructor(list: PieceList, base: string) {
    this.list = list;
    this.sizeBytes = list.size_bytes;
    this.compressedBytes = list.compressed_bytes;
    this.folder = `${base}${list.folder}/`;
  }

  /** Reads what lies in the folder `base` (ends with `/`). Throws an Error where that cannot be loaded. */
  static async open(base: string): Promise<Pieces> {
    const text = new TextDecoder().decode(await fetchUnpacked(`${base}pieces.json`));
    const list = JSON.parse(text) as PieceList;
    if (list.format !== 2) throw new Error('the search file is in an unknown format');
    const pieces = new Pieces(list, base);
    const bytes = await fetchUnpacked(`${pieces.folder}start.gz`);
    parseRuns(list.start).forEach((number, at) => {
      pieces.start.set(number, bytes.subarray(at * list.piece_bytes, (at + 1) * list.piece_bytes));
    });
    return pieces;
  }

  /** Copies `target.length` bytes from `offset`; false where a piece of them is not here yet, which is then noted. */
  read(target: Uint8Array, offset: number): boolean {
    const { piece_bytes: pieceBytes } = this.list;
    let isWhole = true;
    for (let at = 0; at < target.length; ) {
      const number = Math.floor((offset + at) / pieceBytes);
      const from = (offset + at) % pieceBytes;
      const length = Math.min(target.length - at, pieceBytes - from);
      const piece = this.start.get(number) ?? this.kept.get(number);
      if (piece) target.set(piece.subarray(from, from + length), at);
      else this.missing.add(number);
      isWhole &&= piece !== undefined;
      at += length;
    }
    if (!isWhole) this.missedCount++;
    return isWhole;
  }

  get isMissingSome(): boolean {
    return this.missing.size > 0;
  }

  /** Fetches what was missing, all at a time, and more ahead the longer a question reads on. */
  async loadMissing(): Promise<void> {
    const count = Math.ceil(this.sizeBytes / this.list.piece_bytes);
    const wanted = new Set<number>();
    const runs = new Map<number, number>();
    for (const piece of this.missing) {
      const length = Math.min(MOST_AHEAD, 2 * (this.runs.get(piece - 1) ?? 0.5));
      for (let k = 0; k < length && piece + k < count; k++) wanted.add(piece + k);
      this.runs.delete(piece - 1);
      runs.set(piece + length - 1, length);
    }
    for (const [end, length] of runs) this.runs.set(end, length);
    this.missing.clear();
    const numbers = [...wanted].filter((piece) => !this.kept.has(piece) && !this.start.has(piece));
    await Promise.all(
      numbers.map(async (piece) => {
        this.kept.set(piece, await fetchUnpacked(`${this.folder}${piece}.gz`));
      }),
    );
  }

  /** Forgets the pieces loaded first where many are kept. Only between questions: a question needs all it has read. */
  trim(): void {
    this.runs.clear();
    const most = Math.floor(MOST_KEPT_BYTES / this.list.piece_bytes);
    for (const piece of [...this.kept.keys()].slice(0, Math.max(0, this.kept.size - most))) {
      this.kept.delete(piece);
    }
  }
}
