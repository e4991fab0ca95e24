/**
 * The program's entry: argv in, lines and an exit code out. The only file that touches the process.
 */
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
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
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

/** The process's own terminal and signals. */
function processOutput(): Output {
  // Started by an older Node that could not run this: when that one is killed, nobody would stop us any more.
  if (process.channel) {
    process.on('disconnect', () => process.exit(exitCodes.interrupted));
    process.channel.unref();
  }
  // A reader that has seen enough (`| head`) closes the pipe: that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    throw error;
  });
  return {
    line: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
    draw: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    useColour: process.stdout.isTTY === true && !process.env.NO_COLOR,
    input: process.stdin,
    environment: process.env,
    ...watchInterrupts(),
  };
}

process.exitCode = await main(process.argv.slice(2), processOutput());
