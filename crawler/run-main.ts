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
