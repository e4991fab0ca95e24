import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { exitCodes, UserError } from '../errors.ts';
import { type CrawlOptions, crawlDomain, type Ending } from '../run/crawl.ts';
import { type CrawlEstimate, estimateCrawl } from '../run/discover/estimate.ts';
import { inFlight, planListRun } from '../run/list-run.ts';
import { type Store, withoutWriting } from '../run/stores.ts';
import {
  type ArchiveChoices,
  type ArchiveFlags,
  addArchiveOptions,
  archiveNames,
  readArchiveFlags,
} from './archive-options.ts';
import { parseAddress, parseAge } from './arguments.ts';
import { type CommandContext, type CommonOptions, newCommand, withStore } from './context.ts';
import {
  addSamplingOptions,
  DOMAINS_IN_FLIGHT,
  LIMITED_WAITS_MS,
  type OpenArchives,
  readCrawlOptions,
  type SamplingFlags,
  withArchives,
} from './crawl-options.ts';
import { judgeEndings, printEstimate, printEstimates, printSummary } from './crawl-report.ts';
import { chooseShard, readDomains } from './domain-list.ts';
import { plural } from './output.ts';
import { keepHeapSmall } from './small-heap.ts';

interface Options extends CommonOptions, ArchiveFlags, SamplingFlags {
  readonly url?: string[];
  readonly anyText?: boolean;
  readonly file?: string;
  readonly shard?: string;
  readonly refreshAfter?: string;
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
      'crawl example.com --archive https://web.archive.org --archive https://arquivo.pt/wayback',
      'crawl --file domains.txt --index rows.parquet --memento-rate 20',
    ],
  )
    .argument('[domain...]', 'bare domains, such as example.com')
    .option('--file <list>', 'a text file with one domain a line; # begins a remark; - reads standard input')
    .option('--url <url...>', 'the policy’s addresses: skips discovery')
    .option(
      '--any-text',
      'with --url: take whatever text stands there, whether or not it reads like a policy',
    );
  return addSamplingOptions(addArchiveOptions(command, context))
    .option('--shard <k/n>', 'of the domains only the k-th of n parts: for schedulers that hand out numbers')
    .option('--refresh-after <age>', 'do not ask again for domains finished within this time: 30d, 12h')
    .option('--dry-run', 'say what a crawl would cost; writes nothing')
    .action(async (domains: string[], options: Options) =>
      context.end(await runCrawl(context, domains, options)),
    );
}

interface CrawlPlan {
  readonly domains: readonly string[];
  /** Age from which a domain is crawled again, in milliseconds; null: it always is. */
  readonly refreshAfterMs: number | null;
  readonly choices: ArchiveChoices;
  readonly crawl: CrawlOptions;
}

async function readPlan(
  { output }: CommandContext,
  names: readonly string[],
  options: Options,
): Promise<CrawlPlan> {
  const listed = await readDomains(names, options.file, output);
  const domains = options.shard === undefined ? listed : chooseShard(listed, options.shard);
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
    ...readCrawlOptions(options, choices),
  };
  const refreshAfterMs =
    options.refreshAfter === undefined ? null : parseAge(options.refreshAfter, '--refresh-after');
  return { domains, refreshAfterMs, choices, crawl };
}

async function runCrawl(
  context: CommandContext,
  names: readonly string[],
  options: Options,
): Promise<number> {
  const plan = await readPlan(context, names, options);
  keepHeapSmall();
  // Where there is no store yet, a dry run makes none.
  const file = options.dryRun && !existsSync(options.store) ? ':memory:' : options.store;
  return withStore(file, options.dryRun ? 'try' : 'write', (store) => {
    const more = {
      // A dry run asks the index only, and writes nothing.
      journalBeside: options.dryRun ? null : file,
      ...(plan.domains.length > 1 ? { waits: { limitedMs: LIMITED_WAITS_MS } } : {}),
    };
    return withArchives(context, options, plan.choices, more, async (open) => {
      const task = { context, store, plan, options, ...open };
      return await (options.dryRun ? estimateAll(task) : crawlAll(task));
    });
  });
}

interface CrawlTask extends OpenArchives {
  readonly context: CommandContext;
  readonly store: Store;
  readonly plan: CrawlPlan;
  readonly options: Options;
}

async function crawlAll(task: CrawlTask): Promise<number> {
  const { context, store, clients, plan, options, effects, progress } = task;
  const { output } = context;
  const { crawl, due, finished } = planRun(task);
  const endings: Ending[] = [...finished.values()];
  // The others come to rest when one of them meets what ends all.
  let isOver = false;
  const isStopping = () => isOver || effects.isStopping();
  progress.startList(due.length);
  await inFlight(due, DOMAINS_IN_FLIGHT, async (domain) => {
    try {
      const summary = await crawlDomain(store, clients, domain, crawl, { ...effects, isStopping });
      progress.end();
      progress.countDomain();
      endings.push(summary.ended);
      printSummary(output, summary, options);
      if (options.store !== ':memory:' && !existsSync(options.store)) throw storeIsGone(options.store);
      return summary.ended === 'archive' || summary.ended === 'interrupted' ? 'stop' : 'go-on';
    } catch (error) {
      isOver = true;
      throw error;
    }
  });
  const left = plan.domains.length - endings.length;
  if (left > 0) output.note(`${left} of ${plan.domains.length} domains were not begun.`);
  return judgeEndings(endings);
}

/** What of the plan is still to be done, and as part of which run; says what need not be. */
function planRun({ context, store, clients, plan, effects }: CrawlTask) {
  const { domains, crawl, refreshAfterMs } = plan;
  if (domains.length === 1 && refreshAfterMs === null)
    return { crawl, due: domains, finished: new Map<string, Ending>() };
  const now = effects.now();
  const freshAfter =
    refreshAfterMs === null ? null : new Date(Date.parse(now) - refreshAfterMs).toISOString();
  const { run, due, finished } = planListRun(store, clients[0]!.origin, domains, crawl, { now, freshAfter });
  if (finished.size > 0) {
    const since = freshAfter ?? run;
    context.output.note(
      `${finished.size} of ${plural(domains.length, 'domain')} were finished since ${since} and are not asked again (--refresh-after 0d asks for all).`,
    );
  }
  return { crawl: domains.length > 1 ? { ...crawl, run } : crawl, due, finished };
}

function storeIsGone(file: string): UserError {
  return new UserError(
    `store ${file} was deleted while it was being filled`,
    'What was fetched is lost; run the same command again, and leave the file where it is.',
    exitCodes.store,
  );
}

async function estimateAll({ context, store, clients, plan, options, effects }: CrawlTask): Promise<number> {
  const { output } = context;
  const { domains, choices, crawl } = plan;
  const estimates: CrawlEstimate[] = [];
  for (const domain of domains) {
    const sampling = {
      every: crawl.every,
      isAdaptive: crawl.isAdaptive,
      budget: { left: crawl.limit ?? Number.POSITIVE_INFINITY },
    };
    const { urls, takesAnyText = false } = crawl;
    const asked = { ...choices, archives: archiveNames(choices), urls, takesAnyText, sampling };
    for (const client of clients) {
      const estimate = await withoutWriting(store, () =>
        estimateCrawl(store, client, domain, asked, effects),
      );
      printEstimate(output, estimate, options, clients.length > 1 ? client.origin : null);
      estimates.push(estimate);
    }
  }
  if (estimates.length > 1) printEstimates(output, estimates, choices, options);
  output.note(
    'Nothing was written. Redirects, and frames only found in the captures, may add some requests.',
  );
  return estimates.every((estimate) => estimate.captureCount === 0) ? exitCodes.nothingFound : exitCodes.done;
}
