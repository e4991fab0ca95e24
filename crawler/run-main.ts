import { type ParseArgsConfig, parseArgs } from 'node:util';
import { exitCodes, UserError } from './errors.ts';

/** Runs a script's work; a UserError ends it in two lines and its exit code, anything else is a bug with its stack. */
export async function runMain(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.exitCode = tellError(error);
  }
}

/** Says what went wrong; returns the exit code. */
function tellError(error: unknown): number {
  if (!(error instanceof UserError)) {
    console.error(error);
    return exitCodes.bug;
  }
  console.error(`error: ${error.message}\n${error.remedy}`);
  return error.exitCode;
}

/**
 * A script's flags, and what is named beside them. `usage` is what follows “Usage: ”; `--help` prints it and ends the
 * script. Throws a UserError for an option that is not known: a misspelt one must never do something else.
 */
export function readFlags<T extends ParseArgsConfig>(config: T, usage: string) {
  if ((config.args ?? process.argv.slice(2)).includes('--help')) {
    console.log(`Usage: ${usage}`);
    process.exit(exitCodes.done);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UserError((error as Error).message, `Usage: ${usage}`);
  }
}

/** Reads the flags of a script that is one piece from top to bottom: what it cannot use ends it at once. */
export function orEnd<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    process.exit(tellError(error));
  }
}

/** A whole number from 1 on, as it was given. Throws a UserError for anything else. */
export function parseCount(text: string, usage: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UserError(`“${text}” is no whole number from 1 on`, `Usage: ${usage}`);
}
