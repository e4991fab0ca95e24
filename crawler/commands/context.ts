import { Command } from 'commander';
import type { Effects } from '../effects.ts';
import { UserError } from '../errors.ts';
import { describeOldRules } from '../run/ask/rules.ts';
import type { ArchiveOptions } from '../run/fetch/archives.ts';
import type { Store } from '../run/stores.ts';
import type { Output } from './output.ts';
import { createProgressLine, type ProgressLine } from './progress.ts';

export { withStore } from '../run/with-store.ts';

export const DEFAULT_STORE = 'data/archive.sqlite';
export const DEFAULT_ARCHIVE = 'https://web.archive.org';

/** What every command gets; `end` sets the exit code. */
export interface CommandContext {
  readonly output: Output;
  /** What tests change of the archive client: how long it waits. */
  readonly archiveOptions?: ArchiveOptions;
  readonly end: (exitCode: number) => void;
}

/** Options that all commands share. */
export interface CommonOptions {
  readonly store: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** A command with the options all commands share, and its examples below the help. */
export function newCommand(
  { output }: CommandContext,
  name: string,
  description: string,
  examples: readonly string[],
): Command {
  const store = output.environment.PALIMPSEST_STORE || DEFAULT_STORE;
  return new Command(name)
    .description(description)
    .option('--store <file>', 'the SQLite file to work on (PALIMPSEST_STORE)', parseStore, store)
    .option('--json', 'one JSON object per line on standard output, nothing else there')
    .option('--quiet', 'no progress')
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  palimpsest ${example}`).join('\n')}`);
}

function parseStore(file: string): string {
  if (file.trim() !== '') return file;
  throw new UserError('--store names no file', 'Write the path of a SQLite file behind it, or leave it out.');
}

/** Warns of a store whose policies were not all made by today's rules: what is said of it is said by the older ones. */
export function warnOfOldRules(store: Store, { note }: Output): void {
  const words = describeOldRules(store);
  if (words !== null) note(`warning: ${words}`);
}

/** The corridor's view of the terminal: progress and warnings on standard error. */
export function terminalEffects(
  output: Output,
  options: CommonOptions,
): { effects: Effects; progress: ProgressLine; warningCount: () => number } {
  const progress = createProgressLine(output, options.quiet === true);
  let warnings = 0;
  const effects: Effects = {
    now: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    progress: progress.show,
    warn: (message) => {
      warnings++;
      progress.say(`warning: ${message}`);
    },
    isStopping: output.isStopping,
  };
  return { effects, progress, warningCount: () => warnings };
}
