import type { Output } from '../commands/output.ts';
import { main } from '../commands/program.ts';
import type { ArchiveOptions } from '../run/fetch/archives.ts';
import type { CliResult } from './run-cli.ts';

/** The archive client's waits, short enough for a test. */
export const SHORT_WAITS: ArchiveOptions = {
  readTimeoutMs: 400,
  answerTimeoutMs: 1_500,
  waits: {
    limitedMs: [20, 40],
    refusedMs: [20, 40],
    retryMs: [5, 5, 10, 10, 20],
    failingMs: 50,
    failuresInRow: 10,
  },
};

/** An output that keeps what it is told, a line an entry, where there is no terminal. */
export function recordOutput(): { output: Output; lines: string[]; notes: string[] } {
  const lines: string[] = [];
  const notes: string[] = [];
  const output: Output = {
    line: (text) => lines.push(text),
    note: (text) => notes.push(text),
    draw: () => {},
    isTerminal: false,
    useColour: false,
    input: (async function* () {})(),
    environment: {},
    isStopping: () => false,
  };
  return { output, lines, notes };
}

/** Runs the program inside the test's own process, where the archive client can be told to wait less. */
export async function runHere(
  args: readonly string[],
  archiveOptions: ArchiveOptions = SHORT_WAITS,
): Promise<Omit<CliResult, 'signal'>> {
  const { output, lines, notes } = recordOutput();
  const exitCode = await main(args, output, archiveOptions);
  return { exitCode, stdout: lines.join('\n'), stderr: notes.join('\n') };
}
