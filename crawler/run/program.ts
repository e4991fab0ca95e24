import { readFileSync } from 'node:fs';

interface Manifest {
  name: string;
  version: string;
}

const manifest: Manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Version of the program, from the crawler's package.json. */
export const programVersion = manifest.version;

/** Name and version, as crawls record them. */
export const program = `${manifest.name}/${manifest.version}`;
