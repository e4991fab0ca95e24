import type { Command } from 'commander';
import { formatDate, rejectReasons } from '../core/index.ts';
import { exitCodes, UserError } from '../errors.ts';
import { type CandidateAddress, type Discovery, discoverDomain } from '../run/discover/discover-domain.ts';
import { openAnswerJournal } from '../run/fetch/archives.ts';
import {
  type ArchiveFlags,
  addArchiveOptions,
  archiveNames,
  readArchiveFlags,
  startClients,
} from './archive-options.ts';
import {
  type CommandContext,
  type CommonOptions,
  newCommand,
  terminalEffects,
  withStore,
} from './context.ts';
import { readDomains } from './domain-list.ts';
import { formatTable, forTerminal, type Output, plural } from './output.ts';

interface Options extends CommonOptions, ArchiveFlags {
  readonly file?: string;
}

export function discoverCommand(context: CommandContext): Command {
  const command = newCommand(
    context,
    'discover',
    'show where a domain’s policies may stand: addresses with spans, evidence and confidence, rejected ones with the reason',
    ['discover example.com', 'discover example.com --json'],
  )
    .argument('[domain...]', 'bare domains, such as example.com')
    .option('--file <list>', 'a text file with one domain a line; # begins a remark; - reads standard input');
  return addArchiveOptions(command, context).action(async (names: string[], options: Options) =>
    context.end(await discover(context, names, options)),
  );
}

async function discover(
  context: CommandContext,
  names: readonly string[],
  options: Options,
): Promise<number> {
  const { output } = context;
  const domains = await readDomains(names, options.file, output);
  const { range, concurrency, ...choices } = readArchiveFlags(options);
  const archives = archiveNames({ range, concurrency, ...choices });
  if (archives.length > 1) {
    throw new UserError(
      `discover asks one archive at a time, and here are ${archives.length}: ${archives.join(', ')}`,
      'Run it once for each; `crawl` asks several for one history.',
    );
  }
  return withStore(options.store, 'write', async (store) => {
    const { effects, progress } = terminalEffects(output, options);
    const journal = openAnswerJournal(options.store);
    const voices = { progress, warn: effects.warn };
    const [client] = await startClients(context, { ...choices, range, concurrency }, voices, { journal });
    const found: Discovery[] = [];
    try {
      for (const domain of domains) {
        const discovery = await discoverDomain(store, client!, { domain, range, concurrency }, effects);
        progress.end();
        found.push(discovery);
        print(output, discovery, options);
        if (discovery.stopped !== null || effects.isStopping()) break;
      }
    } finally {
      progress.end();
      await client!.close();
      journal.close();
    }
    return judge(output, found);
  });
}

function judge(output: Output, found: readonly Discovery[]): number {
  if (output.isStopping()) {
    output.note('Interrupted. Everything so far is kept; run the same command again to go on.');
    return exitCodes.interrupted;
  }
  const stopped = found.find((discovery) => discovery.stopped !== null);
  if (stopped) {
    output.note(`The archive stopped answering: ${stopped.stopped} Run the same command again later.`);
    return exitCodes.archive;
  }
  const isFound = found.some(({ candidates }) => candidates.some(isLikely));
  return isFound ? exitCodes.done : exitCodes.nothingFound;
}

const isLikely = (candidate: CandidateAddress) => candidate.rejected === null && candidate.pageCount > 0;

function print(output: Output, { domain, candidates }: Discovery, options: Options): void {
  if (options.json) {
    for (const candidate of candidates) output.line(JSON.stringify({ domain, ...candidate }));
    return;
  }
  const likely = candidates.filter(isLikely);
  output.line(`${domain}: ${plural(likely.length, 'address').replace('addresss', 'addresses')}`);
  for (const line of formatTable(likely.map(toRow), [1])) output.line(`  ${line}`);
  const empty = candidates.filter((candidate) => candidate.rejected === null && candidate.pageCount === 0);
  if (empty.length > 0) output.line('  without captures of a page:');
  for (const { url, captureCount, listing, note } of empty) {
    const what =
      captureCount > 0 ? plural(captureCount, 'redirect or error') : (note ?? listing ?? 'not listed');
    output.line(`    ${forTerminal(url)}  ${forTerminal(what === 'complete' ? 'none' : what)}`);
  }
  const rejected = candidates.filter((candidate) => candidate.rejected !== null);
  if (rejected.length > 0) output.line('  rejected:');
  for (const { url, rejected: reason } of rejected) {
    const why = rejectReasons[reason as keyof typeof rejectReasons] ?? '';
    output.line(`    ${forTerminal(url)}  ${reason}: ${why}`);
  }
}

function toRow(candidate: CandidateAddress): string[] {
  const span = `${formatDate(candidate.firstSeen!)} to ${formatDate(candidate.lastSeen!)}`;
  return [
    candidate.policy ?? '',
    candidate.confidence.toFixed(2),
    forTerminal(candidate.url),
    plural(candidate.pageCount, 'capture'),
    span,
    describeEvidence(candidate),
  ];
}

/** The strongest word for it, and how often such a word was said. */
function describeEvidence({ evidence }: CandidateAddress): string {
  const first = evidence[0];
  if (!first) return '';
  const more = evidence.length > 1 ? ` and ${evidence.length - 1} more` : '';
  const text = first.text ? ` "${forTerminal(first.text).slice(0, 40)}"` : '';
  const from = first.from ? ` on ${forTerminal(first.from)}` : '';
  return `${first.kind}${text}${from}${more}`;
}
