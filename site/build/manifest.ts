import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of a site, by its path with `/`. */
export interface SiteFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly sha256: string;
}

const chunk = Buffer.allocUnsafe(1 << 20);

/** SHA-256 of a file of any size, in hexadecimal. */
export function hashFile(file: string): string {
  const hash = createHash('sha256');
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const length = readSync(handle, chunk);
      if (length === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, length));
    }
  } finally {
    closeSync(handle);
  }
}

/** Paths of all files below a folder, with `/`, in the order of their characters. */
export function listPaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** All files of a folder with size and hash. */
export function describeFiles(folder: string): SiteFile[] {
  return listPaths(folder).map((path) => {
    const file = join(folder, path);
    const { size, mtimeMs } = statSync(file);
    return { path, sizeBytes: size, modifiedMs: mtimeMs, sha256: hashFile(file) };
  });
}

/** Writes `manifest.json`: every file with its size and hash, so that a copy of the site can be checked. */
export function writeManifest(folder: string, files: readonly SiteFile[]): void {
  const list = files.map(({ path, sizeBytes, sha256 }) => ({ path, size_bytes: sizeBytes, sha256 }));
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify({ files: list }, null, 1)}\n`);
}
