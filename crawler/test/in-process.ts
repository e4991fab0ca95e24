import type { Output } from '../commands/output.ts';
import { main } from '../commands/program.ts';
import type { ArchiveOptions } from '../run/archives.ts';
import type { CliResult } from './run-cli.ts';

/** The archive client's waits, short enough for a test. */
export const SHORT_WAITS: ArchiveOptions = {
  readTimeoutMs: 400,
  waits: {
    limitedMs: [20, 40],
    refusedMs: [20, 40],
    retryMs: [5, 5, 10, 10, 20],
    failingMs: 50,
    failuresInRow: 10,
  },
};

/** Runs the program inside the test's own process, where the archive client can be told to wait less. */
export async function runHere(
  args: readonly string[],
  archiveOptions: ArchiveOptions = SHORT_WAITS,
): Promise<Omit<CliResult, 'signal'>> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const output: Output = {
    line: (text) => stdout.push(text),
    note: (text) => stderr.push(text),
    draw: () => {},
    isTerminal: false,
    useColour: false,
    input: (async function* () {})(),
    environment: {},
    isStopping: () => false,
  };
  const exitCode = await main(args, output, archiveOptions);
  return { exitCode, stdout: stdout.join('\n'), stderr: stderr.join('\n') };
}
