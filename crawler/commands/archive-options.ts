import type { Command } from 'commander';
import { ArchiveError } from '../errors.ts';
import { type AnswerJournal, type ArchiveClient, openArchive } from '../run/fetch/archives.ts';
import { parseArchive, parseCount, parseMoment, parsePositive } from './arguments.ts';
import { type CommandContext, DEFAULT_ARCHIVE } from './context.ts';
import type { ProgressLine } from './progress.ts';

/** Options of commands that ask an archive, as typed. */
export interface ArchiveFlags {
  readonly archive: string;
  readonly contact?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cdxRate: string;
  readonly mementoRate: string;
  readonly concurrency: string;
}

/** The same, read. */
export interface ArchiveChoices {
  readonly origin: string;
  readonly contact: string | null;
  readonly cdxRate: number;
  readonly mementoRate: number;
  readonly concurrency: number;
  readonly range: { from?: string; to?: string };
}

/** Adds the options of commands that ask an archive. */
export function addArchiveOptions(command: Command, { output }: CommandContext): Command {
  const { environment } = output;
  return command
    .option(
      '--archive <url>',
      'the archive to ask: an origin laid out like the Wayback Machine, or a pywb collection (PALIMPSEST_ARCHIVE)',
      environment.PALIMPSEST_ARCHIVE || DEFAULT_ARCHIVE,
    )
    .option(
      '--contact <text>',
      'how the archive can reach you: goes into the User-Agent (PALIMPSEST_CONTACT)',
      environment.PALIMPSEST_CONTACT,
    )
    .option('--from <date>', 'no captures before: a year, month or day')
    .option('--to <date>', 'no captures after: a year, month or day')
    .option('--cdx-rate <n>', 'index queries per second', '0.33')
    .option('--memento-rate <n>', 'captures asked for per second', '2')
    .option('--concurrency <n>', 'requests under way at a time, at most 16', '2');
}

/** @throws UserError for values that make no sense */
export function readArchiveFlags(flags: ArchiveFlags): ArchiveChoices {
  return {
    origin: parseArchive(flags.archive),
    contact: flags.contact ?? null,
    cdxRate: parsePositive(flags.cdxRate, '--cdx-rate'),
    mementoRate: parsePositive(flags.mementoRate, '--memento-rate'),
    concurrency: parseCount(flags.concurrency, '--concurrency', 16),
    range: {
      ...(flags.from ? { from: parseMoment(flags.from, '--from') } : {}),
      ...(flags.to ? { to: parseMoment(flags.to, '--to') } : {}),
    },
  };
}

/**
 * Opens the archive and says on the progress line why it waits. Who asks to stop while it waits, waits no longer: there
 * is no request under way that could be finished.
 */
export function startClient(
  { output, archiveOptions }: CommandContext,
  choices: ArchiveChoices,
  progress: ProgressLine,
  journal?: AnswerJournal,
): ArchiveClient {
  const end = new AbortController();
  const stop = () => end.abort(new ArchiveError('unreachable', 'stopped while waiting for the archive'));
  let waitsUntilMs = 0;
  output.onStop?.(() => {
    if (Date.now() < waitsUntilMs) stop();
  });
  const { range: _range, ...options } = choices;
  return openArchive({
    ...options,
    ...archiveOptions,
    ...(journal ? { journal } : {}),
    signal: end.signal,
    onWait: (wait) => {
      progress.wait(wait.cause, wait.waitMs);
      waitsUntilMs = Date.now() + wait.waitMs;
      if (output.isStopping()) stop();
    },
  });
}

/** Whether the archive is on this very machine, where nobody needs to be told who asks. */
export function isLoopback(origin: string): boolean {
  return /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(new URL(origin).hostname);
}
