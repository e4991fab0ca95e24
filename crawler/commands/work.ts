import { hostname } from 'node:os';
import type { Command } from 'commander';
import { exitCodes } from '../errors.ts';
import type { CrawlSummary } from '../run/crawl.ts';
import { crawlDomain } from '../run/crawl.ts';
import type { DomainQueue } from '../run/queue/domain-queue.ts';
import { type ArchiveFlags, addArchiveOptions, readArchiveFlags } from './archive-options.ts';
import { parseCount } from './arguments.ts';
import { type CommandContext, type CommonOptions, newCommand, withStore } from './context.ts';
import {
  addSamplingOptions,
  DOMAINS_IN_FLIGHT,
  LIMITED_WAITS_MS,
  readCrawlOptions,
  type SamplingFlags,
  withArchives,
} from './crawl-options.ts';
import { judgeEndings, printSummary } from './crawl-report.ts';
import { addQueueOption, withQueue } from './queue.ts';
import { keepHeapSmall } from './small-heap.ts';

interface Options extends CommonOptions, ArchiveFlags, SamplingFlags {
  readonly queue?: string;
  readonly host: string;
  readonly address: string;
  readonly lease: string;
  readonly untilEmpty?: boolean;
}

export function workCommand(context: CommandContext): Command {
  const command = newCommand(
    context,
    'work',
    'take domains from a queue and crawl them into a store of this host’s own; run it on as many hosts as you like',
    [
      'work --queue redis://queue.example:6379 --store shard-1.sqlite --contact you@example.org',
      'work --queue redis://queue.example:6379 --store shard-2.sqlite --address office --until-empty',
    ],
  );
  return addSamplingOptions(addArchiveOptions(addQueueOption(command, context.output), context))
    .option('--host <name>', 'what this host is called in `queue status`', hostname())
    .option(
      '--address <name>',
      'hosts that reach the archive from one network address share its limits: the same name for all of them, another for each other address',
      'shared',
    )
    .option('--lease <seconds>', 'how long a domain stays with a host that is heard of no more', '60')
    .option('--until-empty', 'end when nothing is left; else wait for more')
    .action(async (options: Options) => context.end(await work(context, options)));
}

async function work(context: CommandContext, options: Options): Promise<number> {
  const { output } = context;
  const choices = readArchiveFlags(options);
  const crawl = { urls: [], ...readCrawlOptions(options, choices) };
  const leaseMs = parseCount(options.lease, '--lease', 86_400) * 1_000;
  keepHeapSmall();
  return await withQueue(options, (queue) =>
    withStore(options.store, 'write', (store) => {
      const more = {
        journalBeside: options.store,
        waits: { limitedMs: LIMITED_WAITS_MS },
        turnsAt: (origin: string) => queue.turns(options.address, origin),
      };
      return withArchives(context, options, choices, more, async ({ clients, effects, progress }) => {
        // The others come to rest when one of them meets what ends all.
        let isOver = false;
        const isStopping = () => isOver || effects.isStopping();
        const crawlOne = async (domain: string): Promise<CrawlSummary> => {
          try {
            const summary = await crawlDomain(store, clients, domain, crawl, { ...effects, isStopping });
            progress.end();
            printSummary(output, summary, options);
            isOver ||= summary.ended === 'archive';
            return summary;
          } catch (error) {
            isOver = true;
            throw error;
          }
        };
        const endings = await take(queue, options, { leaseMs, isStopping, warn: effects.warn }, crawlOne);
        if (effects.isStopping()) return exitCodes.interrupted;
        return endings.length === 0 ? exitCodes.done : judgeEndings(endings);
      });
    }),
  );
}

/** Takes domains until it is over; returns how they ended, each as it ended last. */
async function take(
  queue: DomainQueue,
  options: Options,
  {
    leaseMs,
    isStopping,
    warn,
  }: {
    readonly leaseMs: number;
    readonly isStopping: () => boolean;
    readonly warn: (message: string) => void;
  },
  crawlOne: (domain: string) => Promise<CrawlSummary>,
) {
  let isLost = false;
  const summaries = await queue.work(
    {
      host: options.host,
      atATime: DOMAINS_IN_FLIGHT,
      leaseMs,
      untilEmpty: options.untilEmpty === true,
      isStopping,
      onLost: (reason) => {
        if (!isLost) warn(`the queue cannot be reached (${reason}); going on once it is back`);
        isLost = true;
      },
    },
    async (domain) => {
      isLost = false;
      return await crawlOne(domain);
    },
  );
  return [...new Map(summaries.map(({ domain, ended }) => [domain, ended])).values()];
}
