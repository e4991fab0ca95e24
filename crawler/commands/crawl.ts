import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { type Every, everyChoices } from '../core/index.ts';
import type { Effects } from '../effects.ts';
import { exitCodes, UserError } from '../errors.ts';
import { type CrawlOptions, type CrawlSummary, crawlDomain } from '../run/crawl.ts';
import { type CrawlEstimate, estimateCrawl } from '../run/discover/estimate.ts';
import { type ArchiveClient, openAnswerJournal } from '../run/fetch/archives.ts';
import { type Store, withoutWriting } from '../run/stores.ts';
import {
  type ArchiveChoices,
  type ArchiveFlags,
  addArchiveOptions,
  isLoopback,
  readArchiveFlags,
  startClient,
} from './archive-options.ts';
import { parseAddress, parseChoice, parseCount } from './arguments.ts';
import {
  type CommandContext,
  type CommonOptions,
  newCommand,
  terminalEffects,
  withStore,
} from './context.ts';
import { judgeEndings, printEstimate, printSummary } from './crawl-report.ts';
import { readDomains } from './domain-list.ts';
import { plural } from './output.ts';
import { keepHeapSmall } from './small-heap.ts';

interface Options extends CommonOptions, ArchiveFlags {
  readonly url?: string[];
  readonly anyText?: boolean;
  readonly file?: string;
  readonly every: string;
  readonly adaptive?: boolean;
  readonly limit?: string;
  readonly dryRun?: boolean;
}

export function crawlCommand(context: CommandContext): Command {
  const command = newCommand(
    context,
    'crawl',
    'find, fetch and compare the versions of a domain’s privacy policies; run again to go on or to add what is new',
    [
      'crawl example.com --contact you@example.org',
      'crawl example.com --from 2001 --to 2006-06 --every quarter',
      'crawl example.com --url http://www.example.com/about/privacy.html',
      'crawl example.com --dry-run',
      'crawl --file domains.txt --adaptive --limit 200',
    ],
  )
    .argument('[domain...]', 'bare domains, such as example.com')
    .option('--file <list>', 'a text file with one domain a line; # begins a remark')
    .option('--url <url...>', 'the policy’s addresses: skips discovery')
    .option(
      '--any-text',
      'with --url: take whatever text stands there, whether or not it reads like a policy',
    );
  return addArchiveOptions(command, context)
    .option('--every <period>', `one capture per period: ${everyChoices.join(', ')}`, 'all')
    .option('--adaptive', 'fetch the ends, then only where the text differs: far fewer requests')
    .option('--limit <n>', 'fetch at most so many captures of each domain in this run, spread over time')
    .option('--dry-run', 'say what a crawl would cost; writes nothing')
    .action(async (domains: string[], options: Options) =>
      context.end(await runCrawl(context, domains, options)),
    );
}

interface Plan {
  readonly domains: readonly string[];
  readonly choices: ArchiveChoices;
  readonly crawl: CrawlOptions;
}

function readPlan(names: readonly string[], options: Options): Plan {
  const domains = readDomains(names, options.file);
  const urls = (options.url ?? []).map((url) => parseAddress(url, '--url'));
  if (urls.length > 0 && domains.length > 1) {
    throw new UserError(
      '--url belongs to one domain, and there are several',
      'Crawl that domain on its own.',
    );
  }
  if (options.anyText && urls.length === 0) {
    throw new UserError('--any-text needs addresses to take texts from', 'Name them: --url ADDRESS.');
  }
  const choices = readArchiveFlags(options);
  const crawl = {
    urls,
    ...(options.anyText ? { takesAnyText: true } : {}),
    ...choices.range,
    every: parseChoice<Every>(options.every, everyChoices, '--every'),
    isAdaptive: options.adaptive === true,
    limit: options.limit === undefined ? null : parseCount(options.limit, '--limit', 1_000_000),
    concurrency: choices.concurrency,
  };
  return { domains, choices, crawl };
}

async function runCrawl(
  context: CommandContext,
  names: readonly string[],
  options: Options,
): Promise<number> {
  const { output } = context;
  const plan = readPlan(names, options);
  keepHeapSmall();
  // Where there is no store yet, a dry run makes none.
  const file = options.dryRun && !existsSync(options.store) ? ':memory:' : options.store;
  return withStore(file, 'write', async (store) => {
    const { effects, progress, warningCount } = terminalEffects(output, options);
    if (!plan.choices.contact && !isLoopback(plan.choices.origin)) {
      effects.warn('no contact is set; the archive’s staff ask for one: --contact you@example.org');
    }
    // A dry run asks the index only, and writes nothing.
    const journal = options.dryRun ? undefined : openAnswerJournal(file);
    const client = startClient(context, plan.choices, progress, journal);
    try {
      return options.dryRun
        ? await estimateAll(context, store, client, plan, options, effects)
        : await crawlAll(context, store, client, plan, options, effects, progress.end);
    } finally {
      progress.end();
      if (warningCount() > 0) output.note(`${plural(warningCount(), 'warning')}, see above`);
      await client.close();
      journal?.close();
    }
  });
}

async function crawlAll(
  { output }: CommandContext,
  store: Store,
  client: ArchiveClient,
  { domains, crawl }: Plan,
  options: Options,
  effects: Effects,
  clearProgress: () => void,
): Promise<number> {
  const summaries: CrawlSummary[] = [];
  for (const domain of domains) {
    const summary = await crawlDomain(store, client, domain, crawl, effects);
    clearProgress();
    summaries.push(summary);
    printSummary(output, summary, options);
    if (summary.ended === 'archive' || summary.ended === 'interrupted') break;
  }
  const left = domains.length - summaries.length;
  if (left > 0) output.note(`${left} of ${domains.length} domains were not begun.`);
  return judgeEndings(summaries);
}

async function estimateAll(
  { output }: CommandContext,
  store: Store,
  client: ArchiveClient,
  { domains, choices, crawl }: Plan,
  options: Options,
  effects: Effects,
): Promise<number> {
  const estimates: CrawlEstimate[] = [];
  for (const domain of domains) {
    const sampling = {
      every: crawl.every,
      isAdaptive: crawl.isAdaptive,
      budget: { left: crawl.limit ?? Number.POSITIVE_INFINITY },
    };
    const { urls, takesAnyText = false } = crawl;
    const context = { ...choices, urls, takesAnyText, sampling };
    const estimate = await withoutWriting(store, () =>
      estimateCrawl(store, client, domain, context, effects),
    );
    printEstimate(output, estimate, options);
    estimates.push(estimate);
  }
  output.note(
    'Nothing was written. Redirects, and frames only found in the captures, may add some requests.',
  );
  return estimates.every((estimate) => estimate.captureCount === 0) ? exitCodes.nothingFound : exitCodes.done;
}
