/**
 * The program's entry: argv in, lines and an exit code out. The only file that touches the process.
 */
import { rmSync } from 'node:fs';
import type { Output } from './commands/output.ts';
import { main } from './commands/program.ts';
import { exitCodes } from './errors.ts';

/** Two signals so close together are one Ctrl-C: npm and our own launcher pass on what the terminal sent already. */
const SAME_PRESS_MS = 150;

/** Counts requests to stop; the second one ends the process at once. What is in the store by then stays valid. */
function watchInterrupts(): Pick<Output, 'isStopping' | 'onStop'> {
  const listeners: (() => void)[] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  let isStopping = false;
  // SIGHUP: the terminal is gone, as when a connection drops.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const isSamePress = performance.now() - lastMs < SAME_PRESS_MS;
      lastMs = performance.now();
      if (isSamePress) return;
      if (isStopping) process.exit(exitCodes.interrupted);
      isStopping = true;
      process.stderr.write('\nstopping after the item in hand; press Ctrl-C again to stop at once\n');
      for (const listener of listeners) listener();
    });
  }
  return { isStopping: () => isStopping, onStop: (listener) => void listeners.push(listener) };
}

/** Errors of a stream whose other end is gone: a reader that has seen enough (`| head`), a terminal that was closed. */
const GONE = new Set(['EPIPE', 'EIO', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

/**
 * Writes to both streams. Where nobody reads any more the work goes on, unheard, and its exit code stays true; where a
 * result cannot be written for another reason, as on a full disk, nothing is gained by going on.
 */
function watchStreams(): { line: (text: string) => void; note: (text: string) => void } {
  const isGone = { stdout: false, stderr: false };
  process.stderr.on('error', () => {
    isGone.stderr = true;
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    isGone.stdout = true;
    if (GONE.has(error.code ?? '')) return;
    if (!isGone.stderr) {
      process.stderr.write(`palimpsest: the result cannot be written: ${error.message}\n`);
      process.stderr.write('Make room where standard output leads to, and run the same command again.\n');
    }
    process.exit(exitCodes.store);
  });
  return {
    line: (text) => {
      if (!isGone.stdout) process.stdout.write(text);
    },
    note: (text) => {
      if (!isGone.stderr) process.stderr.write(text);
    },
  };
}

/** The process's own terminal and signals. */
function processOutput(): Output {
  // Started by a process that answers for us (bin/supervise.mjs): when that one is killed, nobody would stop us any more.
  const unfinished = new Set<string>();
  if (process.channel) {
    process.on('disconnect', () => {
      for (const folder of unfinished) rmSync(folder, { recursive: true, force: true });
      process.exit(exitCodes.interrupted);
    });
    process.channel.unref();
  }
  const { line, note } = watchStreams();
  return {
    line: (text) => line(`${text}\n`),
    note: (text) => note(`${text}\n`),
    draw: note,
    isTerminal: process.stderr.isTTY === true,
    columns: () => process.stderr.columns,
    useColour: process.stdout.isTTY === true && !process.env.NO_COLOR,
    input: process.stdin,
    environment: process.env,
    folder: process.cwd(),
    onScratch: (folder, isThere) => {
      if (isThere) unfinished.add(folder);
      else unfinished.delete(folder);
      process.send?.({ scratch: folder, isThere });
    },
    ...watchInterrupts(),
  };
}

process.exitCode = await main(process.argv.slice(2), processOutput());
