/**
 * The search file of a site: made from the store, cut into pieces that any static host serves, with SQLite's own
 * WebAssembly build beside them. Everything is compressed here, since not every host does.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openStoreReadOnly } from '../crawler/store/open.ts';
import { makeSearchFile } from '../crawler/store/search-file.ts';

/** A third of it when compressed. Texts of hits lie far apart: small pieces bring little that is not shown. */
export const PIECE_BYTES = 16 * 1024;

export interface SearchBuild {
  readonly clauseCount: number;
  readonly pieceCount: number;
  readonly sizeBytes: number;
  readonly compressedBytes: number;
}

/**
 * Writes `pieces.json`, `sqlite3.wasm.gz` and a folder of pieces into `folder`. `work` is an existing folder for the
 * file before it is cut. The same store gives the same bytes.
 */
export function buildSearch(storeFile: string, folder: string, work: string): SearchBuild {
  const whole = join(work, 'search.sqlite');
  const store = openStoreReadOnly(storeFile);
  let clauseCount: number;
  try {
    const file = makeSearchFile(store, whole);
    clauseCount = file.prepare('select count(*) from clauses').pluck().get() as number;
    file.close();
  } finally {
    store.close();
  }
  const bytes = readFileSync(whole);
  rmSync(whole);
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  mkdirSync(join(folder, name), { recursive: true });
  const pieceCount = Math.ceil(bytes.length / PIECE_BYTES);
  let compressedBytes = 0;
  for (let number = 0; number < pieceCount; number++) {
    const piece = gzipSync(bytes.subarray(number * PIECE_BYTES, (number + 1) * PIECE_BYTES), { level: 9 });
    writeFileSync(join(folder, name, `${number}.gz`), piece);
    compressedBytes += piece.length;
  }
  // The names are those that the browser's `PieceList` reads.
  const list = {
    format: 1,
    folder: name,
    piece_bytes: PIECE_BYTES,
    size_bytes: bytes.length,
    clause_count: clauseCount,
  };
  writeFileSync(join(folder, 'pieces.json'), `${JSON.stringify(list)}\n`);
  const wasm = createRequire(import.meta.url).resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm');
  writeFileSync(join(folder, 'sqlite3.wasm.gz'), gzipSync(readFileSync(wasm), { level: 9 }));
  return { clauseCount, pieceCount, sizeBytes: bytes.length, compressedBytes };
}
