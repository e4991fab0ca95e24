/**
 * The search file of a site: made from the store, cut into pieces that any static host serves, with SQLite's own
 * WebAssembly build beside them. Everything is compressed here, since not every host does.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatRuns } from '../../crawler/core/index.ts';
import { listStartPages, makeSearchFile, openStoreReadOnly, PAGE_BYTES } from '../../crawler/store/index.ts';

export interface SearchBuild {
  /** The file before it was cut. */
  readonly file: string;
  readonly clauseCount: number;
  readonly pieceCount: number;
  readonly sizeBytes: number;
  readonly compressedBytes: number;
  /** Bytes of the pages that every question reads. */
  readonly startBytes: number;
}

const pack = (bytes: Uint8Array) => gzipSync(bytes, { level: 9 });

interface WholeFile {
  readonly bytes: Uint8Array;
  readonly clauseCount: number;
  /** Numbers, from 0. */
  readonly startPages: readonly number[];
}

function makeWholeFile(storeFile: string, file: string): WholeFile {
  const store = openStoreReadOnly(storeFile);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    const made = makeSearchFile(store, part);
    const clauseCount = made.prepare('select count(*) from texts').pluck().get() as number;
    const startPages = listStartPages(made).map((number) => number - 1);
    made.close();
    renameSync(part, file);
    return { bytes: readFileSync(file), clauseCount, startPages };
  } finally {
    store.close();
  }
}

/** Returns the bytes written. */
function writePieces(bytes: Uint8Array, folder: string): number {
  let written = 0;
  for (let number = 0; number * PAGE_BYTES < bytes.length; number++) {
    const piece = pack(bytes.subarray(number * PAGE_BYTES, (number + 1) * PAGE_BYTES));
    writeFileSync(join(folder, `${number}.gz`), piece);
    written += piece.length;
  }
  return written;
}

/** Where `buildSearch` leaves the file as it was before it was cut: it is there from one moment to the next, and whole. */
export const searchFileIn = (work: string): string => join(work, 'search.sqlite');

/**
 * Writes `pieces.json`, `sqlite3.wasm.gz` and a folder of pieces into `folder`. `work` is an existing folder. The same store
 * gives the same bytes.
 */
export function buildSearch(storeFile: string, folder: string, work: string): SearchBuild {
  const file = searchFileIn(work);
  const { bytes, clauseCount, startPages } = makeWholeFile(storeFile, file);
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const pieces = join(folder, name);
  mkdirSync(pieces, { recursive: true });
  const compressedBytes = writePieces(bytes, pieces);
  const page = (number: number) => bytes.subarray(number * PAGE_BYTES, (number + 1) * PAGE_BYTES);
  const start = pack(Buffer.concat(startPages.map(page)));
  writeFileSync(join(pieces, 'start.gz'), start);
  // The names are those that the browser's `PieceList` reads.
  const list = {
    format: 2,
    folder: name,
    piece_bytes: PAGE_BYTES,
    size_bytes: bytes.length,
    compressed_bytes: compressedBytes,
    start: formatRuns(startPages),
  };
  writeFileSync(join(folder, 'pieces.json'), `${JSON.stringify(list)}\n`);
  const wasm = createRequire(import.meta.url).resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm');
  writeFileSync(join(folder, 'sqlite3.wasm.gz'), pack(readFileSync(wasm)));
  const pieceCount = Math.ceil(bytes.length / PAGE_BYTES);
  return {
    file,
    clauseCount,
    pieceCount,
    sizeBytes: bytes.length,
    compressedBytes,
    startBytes: start.length,
  };
}
