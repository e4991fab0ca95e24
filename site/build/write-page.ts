import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a site has the file of an address: a page's address ends in `/`, another file's in its name. */
export function fileAt(pathname: string): string {
  const path = decodeURI(pathname).slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/**
 * Writes pages into a folder, one at a time. Not in the background: for files this small the way through the thread pool
 * costs three times what writing them does (measured: 0.88 ms for a folder with two files, 0.29 this way).
 */
export function pageWriter(folder: string): (file: string, body: Uint8Array) => void {
  const made = new Set<string>();
  return (file, body) => {
    const parent = join(folder, file, '..');
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(join(folder, file), body);
  };
}
