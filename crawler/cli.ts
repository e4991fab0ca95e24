/**
 * The program's entry: argv in, lines and an exit code out. The only file that touches the process.
 */
import type { Output } from './commands/output.ts';
import { main } from './commands/program.ts';
import { exitCodes } from './errors.ts';

/** The process's own terminal and signals. */
function processOutput(): Output {
  let interrupts = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      interrupts++;
      if (interrupts > 1) process.exit(exitCodes.interrupted);
      process.stderr.write('\nstopping after the item in hand; press Ctrl-C again to stop at once\n');
    });
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
    isStopping: () => interrupts > 0,
  };
}

process.exitCode = await main(process.argv.slice(2), processOutput());
