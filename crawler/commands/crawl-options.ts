import type { Command } from 'commander';
import { type Every, everyChoices } from '../core/index.ts';
import type { CrawlOptions } from '../run/crawl.ts';
import { parseChoice, parseCount } from './arguments.ts';

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
