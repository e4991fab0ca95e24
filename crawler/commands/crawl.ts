import type { Command } from 'commander';
import { exitCodes, UserError } from '../errors.ts';
import { openArchive } from '../run/archives.ts';
import { type CrawlOptions, type CrawlSummary, crawlDomain } from '../run/crawl.ts';
import { parseDomain } from '../run/domain.ts';
import { parseAddress, parseArchive, parseCount, parseMoment, parsePositive } from './arguments.ts';
import {
  type CommandContext,
  type CommonOptions,
  DEFAULT_ARCHIVE,
  newCommand,
  terminalEffects,
  withStore,
} from './context.ts';
import { type Output, plural } from './output.ts';

interface Options extends CommonOptions {
  readonly archive: string;
  readonly contact?: string;
  readonly url?: string[];
  readonly from?: string;
  readonly to?: string;
  readonly cdxRate: string;
  readonly mementoRate: string;
  readonly concurrency: string;
}

const EXIT_CODES: Readonly<Record<CrawlSummary['ended'], number>> = {
  done: exitCodes.done,
  'some-failed': exitCodes.someFailed,
  'nothing-found': exitCodes.nothingFound,
  archive: exitCodes.archive,
  interrupted: exitCodes.interrupted,
};

export function crawlCommand(context: CommandContext): Command {
  const { environment } = context.output;
  return newCommand(context, 'crawl', 'find, fetch and compare the versions of a domain’s privacy policy', [
    'crawl example.com',
    'crawl example.com --from 2001 --to 2006-06 --contact you@example.org',
    'crawl example.com --url http://www.example.com/about/privacy.html',
  ])
    .argument('<domain...>', 'bare domains, such as example.com')
    .option(
      '--archive <url>',
      'the archive to ask (PALIMPSEST_ARCHIVE)',
      environment.PALIMPSEST_ARCHIVE || DEFAULT_ARCHIVE,
    )
    .option(
      '--contact <text>',
      'how the archive can reach you: goes into the User-Agent (PALIMPSEST_CONTACT)',
      environment.PALIMPSEST_CONTACT,
    )
    .option('--url <url...>', 'the policy’s addresses: skips discovery')
    .option('--from <date>', 'no captures before: a year, month or day')
    .option('--to <date>', 'no captures after: a year, month or day')
    .option('--cdx-rate <n>', 'index queries per second', '0.33')
    .option('--memento-rate <n>', 'captures fetched per second', '2')
    .option('--concurrency <n>', 'requests under way at a time', '2')
    .action(async (domains: string[], options: Options) =>
      context.end(await crawl(context.output, domains, options)),
    );
}

function readOptions(options: Options): CrawlOptions {
  return {
    urls: (options.url ?? []).map((url) => parseAddress(url, '--url')),
    ...(options.from ? { from: parseMoment(options.from, '--from') } : {}),
    ...(options.to ? { to: parseMoment(options.to, '--to') } : {}),
    concurrency: parseCount(options.concurrency, '--concurrency'),
  };
}

async function crawl(output: Output, names: readonly string[], options: Options): Promise<number> {
  const domains = [...new Set(names.map(parseDomain))];
  const crawlOptions = readOptions(options);
  if (crawlOptions.urls.length > 0 && domains.length > 1) {
    throw new UserError(
      '--url belongs to one domain, and there are several',
      'Crawl that domain on its own.',
    );
  }
  const archive = parseArchive(options.archive);
  const rates = {
    cdxRate: parsePositive(options.cdxRate, '--cdx-rate'),
    mementoRate: parsePositive(options.mementoRate, '--memento-rate'),
  };
  return withStore(options.store, 'write', async (store) => {
    const { effects, progress } = terminalEffects(output, options);
    if (!options.contact && archive === DEFAULT_ARCHIVE) {
      effects.warn('no contact is set; the archive’s staff ask for one: --contact you@example.org');
    }
    const client = openArchive({
      origin: archive,
      contact: options.contact ?? null,
      ...rates,
      concurrency: crawlOptions.concurrency,
      onWait: (wait) => progress.wait(wait.cause, wait.waitMs),
    });
    const summaries: CrawlSummary[] = [];
    try {
      for (const domain of domains) {
        const summary = await crawlDomain(store, client, domain, crawlOptions, effects);
        progress.end();
        summaries.push(summary);
        printSummary(output, summary, options);
        if (summary.ended === 'archive' || summary.ended === 'interrupted') break;
      }
    } finally {
      progress.end();
      await client.close();
    }
    return judge(summaries);
  });
}

/** One exit code for all domains: the one that asks most of the user. */
function judge(summaries: readonly CrawlSummary[]): number {
  const codes = summaries.map((summary) => EXIT_CODES[summary.ended]);
  for (const code of [exitCodes.interrupted, exitCodes.archive, exitCodes.someFailed]) {
    if (codes.includes(code)) return code;
  }
  return codes.every((code) => code === exitCodes.nothingFound) ? exitCodes.nothingFound : exitCodes.done;
}

const ENDINGS: Readonly<Record<CrawlSummary['ended'], string>> = {
  done: '',
  'some-failed': 'Some captures could not be had for now. Run the same command again to retry them.',
  'nothing-found':
    'No policy was found. Name its address with --url, or look at what was tried: `palimpsest stats`.',
  archive:
    'The archive stopped answering. Everything so far is kept; run the same command again later to go on.',
  interrupted: 'Interrupted. Everything so far is kept; run the same command again to go on.',
};

function printSummary(output: Output, summary: CrawlSummary, options: Options): void {
  const { domain, counts, requests, ended, note } = summary;
  if (options.json) {
    output.line(JSON.stringify(summary));
    return;
  }
  output.line(
    `${domain}: ${plural(counts.versionCount, 'version')}, ${plural(counts.changeCount, 'change')}, ${plural(counts.captureCount, 'capture')}; ${plural(counts.payloadCount, 'payload')} kept, ${plural(requests.cdx + requests.memento, 'request')} made`,
  );
  for (const [outcome, byReason] of Object.entries(counts.outcomes)) {
    const reasons = Object.entries(byReason).map(([reason, count]) =>
      reason ? `${reason} ${count}` : String(count),
    );
    output.note(`  ${outcome}: ${reasons.join(', ')}`);
  }
  if (note) output.note(`  ${note}`);
  if (ENDINGS[ended]) output.note(ENDINGS[ended]);
  else
    output.note(
      `  store: ${options.store}; read it with \`palimpsest history ${domain}\` or \`npm run site:build\``,
    );
}
