import { createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Entry, open, type ZipFile } from 'yauzl';
import { UserError } from '../../errors.ts';
import { makeScratchFolder } from './scratch.ts';
import { checkSize } from './sources.ts';

/** A file inside a ZIP file. */
export interface ZippedFile {
  readonly path: string;
  readonly read: () => Promise<Buffer>;
  /** Unpacks it into a folder that goes with the process; returns where. */
  readonly extract: () => Promise<string>;
}

export interface OpenedZip {
  readonly entries: readonly ZippedFile[];
  readonly close: () => void;
}

/** Lists a ZIP file by its directory; what is in it stays there until it is asked for. */
export async function openZip(file: string): Promise<OpenedZip> {
  try {
    const zip = await openFile(file);
    const entries = await listEntries(zip);
    return { entries: entries.map((entry) => toZippedFile(file, zip, entry)), close: () => zip.close() };
  } catch (error) {
    throw damaged(file, error);
  }
}

function toZippedFile(file: string, zip: ZipFile, entry: Entry): ZippedFile {
  const name = `${file}/${entry.fileName}`;
  const attempt = async <T>(work: (stream: Readable) => Promise<T>): Promise<T> => {
    try {
      return await work(await openEntry(zip, entry));
    } catch (error) {
      throw damaged(name, error);
    }
  };
  return {
    path: entry.fileName,
    read: async () => {
      checkSize(name, entry.uncompressedSize);
      return await attempt(buffer);
    },
    extract: async () => {
      const target = join(makeScratchFolder(), basename(entry.fileName));
      await attempt((stream) => pipeline(stream, createWriteStream(target)));
      return target;
    },
  };
}

function damaged(name: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  return new UserError(
    `${name} cannot be unpacked: ${(error as Error).message}`,
    'It is damaged or encrypted: get it again, or unpack it yourself and import the folder.',
  );
}

function openFile(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(file, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/')) entries.push(entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries.sort((one, other) => (one.fileName < other.fileName ? -1 : 1))));
    zip.once('error', reject);
    zip.readEntry();
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
