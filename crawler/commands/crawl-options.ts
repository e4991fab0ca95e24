import type { Command } from 'commander';
import { type Every, everyChoices } from '../core/index.ts';
import type { Effects } from '../effects.ts';
import type { CrawlOptions } from '../run/crawl.ts';
import { type ArchiveClient, openAnswerJournal } from '../run/fetch/archives.ts';
import {
  type ArchiveChoices,
  archiveNames,
  askedOrigins,
  type ClientOptions,
  isLoopback,
  startClients,
} from './archive-options.ts';
import { parseChoice, parseCount } from './arguments.ts';
import { type CommandContext, type CommonOptions, terminalEffects } from './context.ts';
import { plural } from './output.ts';
import type { ProgressLine } from './progress.ts';

/** What all commands that crawl many domains share. */

/** Domains under way at a time: enough that one waits for the index while another fetches, and few enough to bound memory. */
export const DOMAINS_IN_FLIGHT = 4;

/** A list is left to itself: where the archive limits us, it waits longer than somebody at a terminal would. */
export const LIMITED_WAITS_MS = [60_000, 120_000, 300_000, 600_000];

/** Which captures are fetched, as typed. */
export interface SamplingFlags {
  readonly every: string;
  readonly adaptive?: boolean;
  readonly limit?: string;
}

export function addSamplingOptions(command: Command): Command {
  return command
    .option('--every <period>', `one capture per period: ${everyChoices.join(', ')}`, 'all')
    .option('--adaptive', 'fetch the ends, then only where the text differs: far fewer requests')
    .option('--limit <n>', 'fetch at most so many captures of each domain in this run, spread over time');
}

/** @throws UserError */
export function readSampling({
  every,
  adaptive,
  limit,
}: SamplingFlags): Pick<CrawlOptions, 'every' | 'isAdaptive' | 'limit'> {
  return {
    every: parseChoice<Every>(every, everyChoices, '--every'),
    isAdaptive: adaptive === true,
    limit: limit === undefined ? null : parseCount(limit, '--limit', 1_000_000),
  };
}

/** What every crawl is told that was asked for on a command line. @throws UserError */
export function readCrawlOptions(flags: SamplingFlags, choices: ArchiveChoices) {
  const archives = archiveNames(choices);
  return {
    ...(archives.length > 1 ? { archives } : {}),
    ...choices.range,
    ...readSampling(flags),
    concurrency: choices.concurrency,
  };
}

/** Archives that are open, and the terminal's view of what is done with them. */
export interface OpenArchives {
  readonly clients: readonly ArchiveClient[];
  readonly effects: Effects;
  readonly progress: ProgressLine;
}

/**
 * Opens the archives for some work and closes them after it. `journalBeside`: the store beside which answers wait until they
 * are kept; null where nothing is to be written.
 */
export async function withArchives<T>(
  context: CommandContext,
  options: CommonOptions,
  choices: ArchiveChoices,
  { journalBeside, ...more }: Omit<ClientOptions, 'journal'> & { readonly journalBeside: string | null },
  work: (open: OpenArchives) => Promise<T>,
): Promise<T> {
  const { output } = context;
  const { effects, progress, warningCount } = terminalEffects(output, options);
  if (!choices.contact && !askedOrigins(choices).every(isLoopback))
    effects.warn('no contact is set; the archive’s staff ask for one: --contact you@example.org');
  const journal = journalBeside === null ? undefined : openAnswerJournal(journalBeside);
  const clients = await startClients(
    context,
    choices,
    { progress, warn: effects.warn },
    { journal, ...more },
  );
  try {
    return await work({ clients, effects, progress });
  } finally {
    progress.end();
    if (warningCount() > 0) output.note(`${plural(warningCount(), 'warning')}, see above`);
    for (const client of clients) await client.close();
    journal?.close();
  }
}
