import { spawnSync } from 'node:child_process';

/** Runs a script with this Node, to its end. */
export function runNode(args: readonly string[]): {
  exitCode: number | null;
  stdout: string;
  stderr: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { exitCode: status, stdout, stderr };
}
