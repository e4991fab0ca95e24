import { sha256 } from '../../hash.ts';
import type { Store } from '../open.ts';
import { packPayload, readPayload, writePayload } from '../payloads.ts';

interface PayloadRow {
  readonly id: number;
  readonly hash: string;
  readonly length_bytes: number;
  readonly base_id: number | null;
  /** 1 where its bytes were removed. */
  readonly isRemoved: number;
}

/** A payload that is not what its name says. */
export class DamagedPayload extends Error {}

/**
 * Adds the payloads of another store, each unpacked and held against its hash; one whose bytes were removed in either
 * store is filled from the other. Returns the numbers here by the numbers there, and how many were new.
 * @throws DamagedPayload
 */
export function mergePayloads(into: Store, from: Store): { ids: Map<number, number>; addedCount: number } {
  const select = `select id, hash, length_bytes, base_id, length(stored) = 0 as isRemoved from payloads`;
  const find = into.prepare(`${select} where hash = ?`);
  const rows = from.prepare(`${select} order by id`).all() as PayloadRow[];
  const ids = new Map<number, number>();
  let addedCount = 0;
  for (const row of rows) {
    const ours = find.get(row.hash) as PayloadRow | undefined;
    if (!ours) addedCount++;
    if (ours && (ours.isRemoved === 0 || row.isRemoved === 1)) ids.set(row.id, ours.id);
    else if (row.isRemoved === 1) ids.set(row.id, insertRemoved(into, row));
    else ids.set(row.id, copyPayload(into, from, row, ids));
  }
  return { ids, addedCount };
}

function insertRemoved(into: Store, { hash, length_bytes }: PayloadRow): number {
  return into
    .prepare(`insert into payloads (hash, length_bytes, chain, stored) values (?, ?, 0, x'')`)
    .run(hash, length_bytes).lastInsertRowid as number;
}

function copyPayload(into: Store, from: Store, row: PayloadRow, ids: ReadonlyMap<number, number>): number {
  const { id } = writePayload(into, readWhole(from, row));
  packPayload(into, id, row.base_id === null ? null : (ids.get(row.base_id) ?? null));
  return id;
}

function readWhole(from: Store, { id, hash }: PayloadRow): Buffer {
  let bytes: Buffer;
  try {
    bytes = readPayload(from, id);
  } catch (error) {
    throw new DamagedPayload(`payload ${id} cannot be unpacked (${(error as Error).message})`);
  }
  if (sha256(bytes) !== hash)
    throw new DamagedPayload(`the bytes of payload ${id} do not have the hash ${hash}`);
  return bytes;
}
