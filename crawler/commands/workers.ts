import { availableParallelism } from 'node:os';
import { parseCount } from './arguments.ts';

/** More threads than any machine has cores cost memory and bring nothing. */
const MOST_WORKERS = 256;

/** What `--workers` says, or one thread for each of the machine's cores. */
export function parseWorkers(text: string | undefined): number {
  return text === undefined ? availableParallelism() : parseCount(text, '--workers', MOST_WORKERS);
}
