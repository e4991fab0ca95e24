import { Command, CommanderError } from 'commander';
import { ArchiveError, exitCodes, UserError } from '../errors.ts';
import type { ArchiveOptions } from '../run/fetch/archives.ts';
import { programVersion } from '../run/program.ts';
import { alignCommand } from './align.ts';
import { checkCommand } from './check.ts';
import { demoCommand, siteCommand } from './checkout.ts';
import { compareCommand } from './compare.ts';
import { completionCommand } from './completion.ts';
import { readConfig } from './config.ts';
import type { CommandContext } from './context.ts';
import { crawlCommand } from './crawl.ts';
import { deriveCommand } from './derive.ts';
import { discoverCommand } from './discover.ts';
import { estimateCommand } from './estimate.ts';
import { exportCommand } from './export.ts';
import { historyCommand } from './history.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { labelCommand } from './label.ts';
import { mergeCommand } from './merge.ts';
import { normalizeCommand } from './normalize.ts';
import { forTerminal, type Output } from './output.ts';
import { queueCommand } from './queue.ts';
import { searchCommand } from './search.ts';
import { statsCommand } from './stats.ts';
import { workCommand } from './work.ts';

const EXIT_CODES_HELP = `
Exit codes:
  0    done
  1    unexpected error: a bug
  2    wrong usage or unusable input; nothing was changed
  3    nothing found: no captures, or no policy among them
  4    the archive is unreachable, or limits us; everything so far is kept
  5    finished, but some captures failed for now; run again to retry them
  6    the store cannot be used: damaged, locked, or newer than this program
  130  interrupted; everything so far is kept`;

/** The program with all its commands. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('palimpsest')
    .description('Privacy policies through time: what was promised, since when, and what stood there before.')
    .version(programVersion)
    .addHelpText('after', EXIT_CODES_HELP);
  const commands = [
    crawlCommand,
    discoverCommand,
    estimateCommand,
    queueCommand,
    workCommand,
    importCommand,
    deriveCommand,
    historyCommand,
    searchCommand,
    compareCommand,
    normalizeCommand,
    labelCommand,
    alignCommand,
    exportCommand,
    mergeCommand,
    checkCommand,
    statsCommand,
    siteCommand,
    initCommand,
    demoCommand,
    completionCommand,
  ];
  for (const command of commands) program.addCommand(command(context));
  for (const command of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => context.output.line(text.trimEnd()),
      // Usage errors are thrown and told in our own two lines.
      writeErr: () => {},
    });
  }
  return program;
}

/**
 * Runs one command line (without node and script); returns the exit code. `archiveOptions` are for tests, which cannot
 * wait for minutes.
 */
export async function main(
  argv: readonly string[],
  output: Output,
  archiveOptions: ArchiveOptions = {},
): Promise<number> {
  let exitCode: number = exitCodes.done;
  try {
    const defaults = output.folder === undefined ? {} : readConfig(output.folder);
    const told = { ...output, environment: { ...defaults, ...output.environment } };
    const program = createProgram({ output: told, archiveOptions, end: (code) => (exitCode = code) });
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error, argv, output);
  }
}

function report(error: unknown, argv: readonly string[], output: Output): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.done;
    const command = argv.find((word) => !word.startsWith('-'));
    const isCommand = error.code !== 'commander.unknownCommand' && command !== undefined;
    output.note(`palimpsest: ${error.message.replace(/^error: /, '').replaceAll('\n', ' ')}`);
    output.note(`See \`palimpsest ${isCommand ? `${command} ` : ''}--help\`.`);
    return exitCodes.usage;
  }
  if (error instanceof UserError) {
    output.note(`palimpsest: ${forTerminal(error.message)}`);
    output.note(error.remedy);
    return error.exitCode;
  }
  if (error instanceof ArchiveError) {
    output.note(`palimpsest: the archive cannot be used: ${forTerminal(error.message)}`);
    output.note('Everything so far is kept; run the same command again later to go on.');
    return exitCodes.archive;
  }
  output.note(`palimpsest: unexpected error, a bug: ${error instanceof Error ? error.stack : String(error)}`);
  return exitCodes.bug;
}
