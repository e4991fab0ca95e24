import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const bin = join(import.meta.dirname, '..', 'bin', 'palimpsest.mjs');

export interface CliResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the real program as a user would, and hands over the process to whoever wants to disturb it. */
export function startCli(
  args: readonly string[],
  environment: Record<string, string> = {},
  program = bin,
): { process: ChildProcess; result: Promise<CliResult> } {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  child.stdin.on('error', () => {});
  const result = new Promise<CliResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }));
  });
  return { process: child, result };
}

/** Runs the real program to its end. */
export function runCli(
  args: readonly string[],
  input = '',
  environment: Record<string, string> = {},
): Promise<CliResult> {
  const { process: child, result } = startCli(args, environment);
  child.stdin!.end(input);
  return result;
}
