import { type ParseArgsConfig, parseArgs } from 'node:util';
import { exitCodes, UserError } from './errors.ts';

/** Runs a script's work; a UserError ends it in two lines and its exit code, anything else is a bug with its stack. */
export async function runMain(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof UserError) {
      console.error(`error: ${error.message}\n${error.remedy}`);
      process.exitCode = error.exitCode;
    } else {
      console.error(error);
      process.exitCode = exitCodes.bug;
    }
  }
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
