import type { Command } from 'commander';
import type { Effects } from '../effects.ts';
import { ArchiveError, UserError } from '../errors.ts';
import {
  type AnswerJournal,
  type ArchiveClient,
  type ArchiveOptions,
  DEFAULT_WARC_FILES,
  nameOfArchive,
  nameOfRows,
  openArchive,
  openRows,
  type SharedTurns,
} from '../run/fetch/archives.ts';
import { parseArchive, parseCount, parseMoment, parsePositive } from './arguments.ts';
import { type CommandContext, DEFAULT_ARCHIVE } from './context.ts';
import type { Output } from './output.ts';
import type { ProgressLine } from './progress.ts';

/** Options of commands that ask an archive, as typed. */
export interface ArchiveFlags {
  /** One a time the option was given; the default alone where it was not. */
  readonly archive: string | readonly string[];
  readonly index?: readonly string[];
  readonly warcFiles: string;
  readonly contact?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cdxRate: string;
  readonly mementoRate: string;
  readonly concurrency: string;
}

/** The options of archives, checked and read. */
export interface ArchiveChoices {
  /** Each once, in the order given. */
  readonly origins: readonly string[];
  /** Files with rows of an index. */
  readonly rows: readonly string[];
  /** Where the WARC files lie that an index or its rows name. */
  readonly warcFiles: string;
  readonly contact: string | null;
  readonly cdxRate: number;
  readonly mementoRate: number;
  readonly concurrency: number;
  readonly range: { from?: string; to?: string };
}

/** Requests per second, as typed. */
export const DEFAULT_RATES = { cdx: '0.33', memento: '2' };

/** Adds the options of commands that ask an archive. */
export function addArchiveOptions(command: Command, { output }: CommandContext): Command {
  const { environment } = output;
  return command
    .option(
      '--archive <url>',
      'the archive to ask: an origin laid out like the Wayback Machine, or a pywb collection; given more than once, all of them for one history (PALIMPSEST_ARCHIVE)',
      (url: string, before: string | readonly string[]) => (Array.isArray(before) ? [...before, url] : [url]),
      environment.PALIMPSEST_ARCHIVE || DEFAULT_ARCHIVE,
    )
    .option(
      '--index <file...>',
      'Parquet files with rows of Common Crawl’s columnar index, asked in place of an archive',
    )
    .option(
      '--warc-files <url>',
      'where the WARC files lie that rows or an index name, read by ranges of bytes',
      DEFAULT_WARC_FILES,
    )
    .option(
      '--contact <text>',
      'how the archive can reach you: goes into the User-Agent (PALIMPSEST_CONTACT)',
      environment.PALIMPSEST_CONTACT,
    )
    .option('--from <date>', 'no captures before: a year, month or day')
    .option('--to <date>', 'no captures after: a year, month or day')
    .option('--cdx-rate <n>', 'index queries per second', DEFAULT_RATES.cdx)
    .option('--memento-rate <n>', 'captures asked for per second', DEFAULT_RATES.memento)
    .option('--concurrency <n>', 'requests under way at a time, at most 16', '2');
}

/** @throws UserError for values that make no sense, before anything is begun */
export function readArchiveFlags(flags: ArchiveFlags): ArchiveChoices {
  const rows = flags.index ?? [];
  // An archive that nobody named is not asked beside rows.
  const archives = rows.length > 0 && typeof flags.archive === 'string' ? [] : [flags.archive].flat();
  return {
    origins: [...new Set(archives.map((text) => parseArchive(text)))],
    rows,
    warcFiles: parseArchive(flags.warcFiles, '--warc-files'),
    contact: flags.contact === undefined ? null : parseContact(flags.contact),
    cdxRate: parseRate(flags.cdxRate, '--cdx-rate'),
    mementoRate: parseRate(flags.mementoRate, '--memento-rate'),
    concurrency: parseCount(flags.concurrency, '--concurrency', 16),
    range: parseRange(flags.from, flags.to),
  };
}

/** By which names the captures of the archives are known that are to be asked. */
export const archiveNames = ({ origins, rows, warcFiles }: ArchiveChoices): string[] => [
  ...origins.map(nameOfArchive),
  ...(rows.length > 0 ? [nameOfRows(warcFiles)] : []),
];

/** Every address on the web that is to be asked. */
export const askedOrigins = ({ origins, rows, warcFiles }: ArchiveChoices): string[] =>
  rows.length > 0 ? [...origins, warcFiles] : [...origins];

/** A rate as typed. @throws UserError */
export function parseRate(text: string, option: string): number {
  const rate = parsePositive(text, option);
  if (rate < 0.001 || rate > 1000) {
    throw new UserError(`${option} ${text} is not a rate`, 'Give requests per second, from 0.001 to 1000.');
  }
  return rate;
}

function parseContact(text: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw new UserError(
    `--contact '${text}' cannot be sent`,
    'Give a mail address or a web address, without spaces and in plain letters.',
  );
}

function parseRange(from: string | undefined, to: string | undefined): { from?: string; to?: string } {
  const range = {
    ...(from ? { from: parseMoment(from, '--from') } : {}),
    ...(to ? { to: parseMoment(to, '--to') } : {}),
  };
  if (range.from && range.to && range.from > range.to.padEnd(14, '9')) {
    throw new UserError(`--from ${from} lies after --to ${to}`, 'Give the earlier date with --from.');
  }
  return range;
}

/** What else a client may be given. */
export interface ClientOptions extends Omit<ArchiveOptions, 'journal' | 'turns'> {
  readonly journal?: AnswerJournal | undefined;
  /** Rates and pauses shared with others who ask the archive at an address. */
  readonly turnsAt?: (origin: string) => SharedTurns;
}

/**
 * Opens the archives and says on the progress line why one waits. Who asks to stop while it waits, waits no longer: there
 * is no request under way that could be finished.
 * @throws UserError for rows of an index that cannot be read
 */
export async function startClients(
  { output, archiveOptions }: CommandContext,
  { origins, rows, warcFiles, range: _range, ...choices }: ArchiveChoices,
  { progress, warn }: { readonly progress: ProgressLine; readonly warn: Effects['warn'] },
  { journal, turnsAt, ...more }: ClientOptions = {},
): Promise<ArchiveClient[]> {
  const optionsOf = (origin: string) => ({
    ...choices,
    ...more,
    ...archiveOptions,
    ...(journal ? { journal } : {}),
    ...waitAloud(output, progress, turnsAt?.(origin)),
  });
  const clients = origins.map((origin) => openArchive({ ...optionsOf(origin), origin }, warcFiles));
  return rows.length === 0
    ? clients
    : [...clients, await openRows(rows, optionsOf(warcFiles), warcFiles, { warn })];
}

/** Why a client waits that all waits of others who ask from the same address are for, too. */
const CONCERNS_ALL: ReadonlySet<string> = new Set(['limited', 'refused']);

/** Says on the progress line why a client waits, tells those who share its turns, and ends its waits for who asks to stop. */
function waitAloud(
  output: Output,
  progress: ProgressLine,
  turns: SharedTurns | undefined,
): Pick<ArchiveOptions, 'signal' | 'onWait' | 'turns'> {
  const end = new AbortController();
  const stop = () => end.abort(new ArchiveError('unreachable', 'stopped while waiting for the archive'));
  let waitsUntilMs = 0;
  output.onStop?.(() => {
    if (Date.now() < waitsUntilMs) stop();
  });
  return {
    signal: end.signal,
    ...(turns ? { turns } : {}),
    onWait: (wait) => {
      if (CONCERNS_ALL.has(wait.reason)) turns?.hold(wait.waitMs);
      progress.wait(wait.cause, wait.waitMs);
      waitsUntilMs = Date.now() + wait.waitMs;
      if (output.isStopping()) stop();
    },
  };
}

/** Whether the archive is on this very machine, where nobody needs to be told who asks. */
export function isLoopback(origin: string): boolean {
  return /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(new URL(origin).hostname);
}
