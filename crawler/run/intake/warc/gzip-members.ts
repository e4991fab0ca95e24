import { constants, createInflateRaw, inflateRawSync } from 'node:zlib';
import { gzipBodyStart } from '../../../content-coding.ts';
import type { Bytes } from './bytes.ts';

/** One member of a gzip file; in a WARC file usually one record. */
export interface Member {
  readonly start: number;
  /** Where the next one begins. */
  readonly end: number;
  /** What it unpacks to, as far as it is kept in memory. */
  readonly bytes: Buffer;
  /** `bytes` are only the beginning. */
  readonly isTooLarge: boolean;
  /** The file ends before the member does. */
  readonly isCut: boolean;
}

/** Largest member unpacked in memory. */
export const MAX_MEMBER_BYTES = 96 * 1024 * 1024;
const FIRST_WINDOW = 64 * 1024;
const GROWTH = 8;
const TRAILER_LENGTH = 8;
/** Of a member that is too large, so much is kept: its record's head. */
const KEPT_OF_LARGE = 512 * 1024;

/** The member at a place; null where none begins there, or what begins is damaged. */
export async function readMember(file: Bytes, start: number): Promise<Member | null> {
  for (let length = FIRST_WINDOW; ; length *= GROWTH) {
    const window = file.slice(start, start + length);
    const body = gzipBodyStart(window, 0);
    if (body === null) return null;
    const isLast = start + window.length >= file.length;
    try {
      const { buffer, engine } = inflateRawSync(window.subarray(body), {
        maxOutputLength: MAX_MEMBER_BYTES,
        info: true,
      }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
      const end = start + body + engine.bytesWritten + TRAILER_LENGTH;
      return { start, end, bytes: buffer, isTooLarge: false, isCut: end > file.length };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ERR_BUFFER_TOO_LARGE') return await readLargeMember(file, start, body);
      if (code !== 'Z_BUF_ERROR') return null;
      if (isLast)
        return {
          start,
          end: file.length,
          bytes: unpackStart(window.subarray(body)),
          isTooLarge: false,
          isCut: true,
        };
    }
  }
}

/** What there is of a member that does not end. */
function unpackStart(packed: Buffer): Buffer {
  return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_MEMBER_BYTES });
}

/** Unpacks through to the end, keeping the beginning. */
async function readLargeMember(file: Bytes, start: number, body: number): Promise<Member> {
  const inflate = createInflateRaw();
  const kept: Buffer[] = [];
  let keptLength = 0;
  inflate.on('data', (chunk: Buffer) => {
    if (keptLength >= KEPT_OF_LARGE) return;
    kept.push(chunk);
    keptLength += chunk.length;
  });
  const isEnded = new Promise<boolean>((resolve) => {
    inflate.once('end', () => resolve(true));
    inflate.once('error', () => resolve(false));
  });
  let hasEnded = false;
  void isEnded.then(() => (hasEnded = true));
  for (let at = start + body; at < file.length && !hasEnded; at += FIRST_WINDOW) {
    const written = new Promise<void>((resolve) =>
      inflate.write(file.slice(at, at + FIRST_WINDOW), () => resolve()),
    );
    // What is written after the end of the member is never answered.
    await Promise.race([written, isEnded]);
  }
  if (!hasEnded) inflate.end();
  const isWhole = await isEnded;
  const end = isWhole ? start + body + inflate.bytesWritten + TRAILER_LENGTH : file.length;
  return { start, end, bytes: Buffer.concat(kept), isTooLarge: true, isCut: !isWhole };
}

const SEARCH_WINDOW = 1 << 20;

/** Where the next member may begin, at or after a place; null where none does. */
export function findMember(file: Bytes, from: number): number | null {
  for (let at = from; at < file.length; at += SEARCH_WINDOW) {
    const found = file.slice(at, at + SEARCH_WINDOW + 2).indexOf(Buffer.from([0x1f, 0x8b, 8]));
    if (found >= 0) return at + found;
  }
  return null;
}
