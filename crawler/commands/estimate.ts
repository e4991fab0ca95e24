import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import {
  type ListCost,
  measureDomainCost,
  reckonList,
  UPDATE_COST,
  USUAL_COST,
} from '../run/ask/list-cost.ts';
import { DEFAULT_RATES, parseRate } from './archive-options.ts';
import { parseCount } from './arguments.ts';
import { type CommandContext, type CommonOptions, newCommand, withStore } from './context.ts';
import { readDomains } from './domain-list.ts';
import { groupDigits, plural } from './output.ts';
import { formatSeconds } from './progress.ts';

interface Options extends CommonOptions {
  readonly file?: string;
  readonly cdxRate: string;
  readonly mementoRate: string;
  readonly hosts: string;
}

export function estimateCommand(context: CommandContext): Command {
  return newCommand(
    context,
    'estimate',
    'how long a list of domains takes, reckoned from requests measured in the store, or before; asks nothing',
    ['estimate --file domains.txt', 'estimate --file domains.txt --hosts 4 --json'],
  )
    .argument('[domain...]', 'bare domains, such as example.com')
    .option('--file <list>', 'a text file with one domain a line; # begins a remark; - reads standard input')
    .option('--cdx-rate <n>', 'index queries per second', DEFAULT_RATES.cdx)
    .option('--memento-rate <n>', 'captures asked for per second', DEFAULT_RATES.memento)
    .option('--hosts <n>', 'network addresses that share the list, each with limits of its own', '1')
    .action(async (names: string[], options: Options) => estimate(context, names, options));
}

async function estimate(
  { output }: CommandContext,
  names: readonly string[],
  options: Options,
): Promise<void> {
  const limits = {
    cdxRate: parseRate(options.cdxRate, '--cdx-rate'),
    mementoRate: parseRate(options.mementoRate, '--memento-rate'),
    hosts: parseCount(options.hosts, '--hosts', 100_000),
  };
  const domains = await readDomains(names, options.file, output);
  const measured = existsSync(options.store)
    ? await withStore(options.store, 'read', measureDomainCost)
    : null;
  const cost = measured ?? USUAL_COST;
  const first = reckonList(domains.length, cost, limits);
  const update = reckonList(domains.length, UPDATE_COST, limits);
  if (options.json) {
    const perDomain = { cdx: round(cost.cdx), memento: round(cost.memento) };
    const { domainCount: measuredDomains } = cost;
    output.line(
      JSON.stringify({ domains: domains.length, ...limits, measuredDomains, perDomain, first, update }),
    );
    return;
  }
  const where = measured
    ? `measured on ${plural(cost.domainCount, 'domain')} of this store`
    : 'as measured before';
  output.line(
    `${plural(domains.length, 'domain')}, ${round(cost.cdx)} index queries and ${round(cost.memento)} captures each, ${where}`,
  );
  output.line(`first crawl: ${tell(first)}`);
  output.line(`update where nothing is new: ${tell(update)}`);
}

const round = (count: number) => Math.round(count * 10) / 10;

function tell({ requests, seconds, pace }: ListCost): string {
  const asked = `${groupDigits(requests.cdx)} index queries, ${groupDigits(requests.memento)} captures`;
  return `${asked}; about ${formatSeconds(seconds)}, at the pace of ${pace === 'index' ? 'the index' : 'captures'}`;
}
