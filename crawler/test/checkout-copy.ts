import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CliResult, startCli } from './run-cli.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** A copy of the crawler whose sources may be edited, as whoever changes a rule does. */
export interface CheckoutCopy {
  /** Replaces words of a file, which must stand in it, until `undo`. */
  readonly edit: (file: string, words: string, others: string) => void;
  readonly undo: () => void;
  readonly run: (args: readonly string[]) => Promise<CliResult>;
}

/** Copies what the program is made of into a new folder; packages are those of this checkout. */
export function copyCheckout(folder: string): CheckoutCopy {
  mkdirSync(folder);
  cpSync(join(ROOT, 'crawler'), join(folder, 'crawler'), {
    recursive: true,
    filter: (path) => !/\.test\.ts$|\/node_modules(?:\/|$)/.test(path),
  });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(ROOT, file), join(folder, file));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const originals = new Map<string, string>();
  const edit = (file: string, words: string, others: string) => {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    if (!before.includes(words)) throw new Error(`${file} does not say “${words}”`);
    if (!originals.has(path)) originals.set(path, before);
    writeFileSync(path, before.replace(words, others));
  };
  const undo = () => {
    for (const [path, text] of originals) writeFileSync(path, text);
    originals.clear();
  };
  const program = join(folder, 'crawler', 'bin', 'palimpsest.mjs');
  return { edit, undo, run: (args) => startCli(args, {}, program).result };
}
