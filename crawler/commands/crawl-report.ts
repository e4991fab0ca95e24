import { exitCodes } from '../errors.ts';
import type { CrawlSummary, Ending } from '../run/crawl.ts';
import type { CrawlEstimate } from '../run/discover/estimate.ts';
import { forTerminal, groupDigits, type Output, plural } from './output.ts';
import { formatSeconds } from './progress.ts';

/** What `crawl` says at the end of each domain, and the exit code of all of them. */

const EXIT_CODES: Readonly<Record<Ending, number>> = {
  done: exitCodes.done,
  'some-failed': exitCodes.someFailed,
  'nothing-found': exitCodes.nothingFound,
  archive: exitCodes.archive,
  interrupted: exitCodes.interrupted,
};

/** One exit code for all domains: the one that asks most of the user. */
export function judgeEndings(endings: readonly Ending[]): number {
  const codes = endings.map((ended) => EXIT_CODES[ended]);
  for (const code of [exitCodes.interrupted, exitCodes.archive, exitCodes.someFailed]) {
    if (codes.includes(code)) return code;
  }
  return codes.every((code) => code === exitCodes.nothingFound) ? exitCodes.nothingFound : exitCodes.done;
}

const ENDINGS: Readonly<Record<Ending, string>> = {
  done: '',
  'some-failed': 'Some of it could not be had for now. Run the same command again to retry.',
  'nothing-found':
    'No policy was found. `palimpsest discover DOMAIN` shows what was tried; --url names its address.',
  archive:
    'The archive stopped answering. Everything so far is kept; run the same command again later to go on.',
  interrupted: 'Interrupted. Everything so far is kept; run the same command again to go on.',
};

/** A result line on standard output, what became of the captures on standard error. */
export function printSummary(
  output: Output,
  summary: CrawlSummary,
  options: { json?: boolean; quiet?: boolean; store: string },
): void {
  if (options.json) {
    output.line(JSON.stringify(summary));
    return;
  }
  const { domain, counts, added, requests, ended, note } = summary;
  output.line(
    `${domain}: ${plural(counts.versionCount, 'version')}${tellNew(added.versionCount, counts.versionCount)}, ${plural(counts.changeCount, 'change')}, ${plural(counts.captureCount, 'capture')}${tellNew(added.captureCount, counts.captureCount)}; ${plural(counts.payloadCount, 'payload')} kept, ${plural(requests.cdx + requests.memento, 'request')} made${ended === 'done' ? '' : ` (${ended.replace('-', ' ')})`}`,
  );
  if (options.quiet && ended === 'done') return;
  for (const [outcome, byReason] of Object.entries(counts.outcomes)) {
    const reasons = Object.entries(byReason).map(([reason, count]) =>
      reason ? `${reason} ${count}` : String(count),
    );
    output.note(`  ${outcome}: ${reasons.join(', ')}`);
  }
  if (note) output.note(`  ${forTerminal(note)}`);
  const refused = countRefused(summary);
  if (ended === 'nothing-found' && refused > 0)
    output.note(
      `  ${plural(refused, 'capture')} read as no policy. Where you know that one stands there, name the address and take its text as it is: --url ADDRESS --any-text`,
    );
  else if (ENDINGS[ended]) output.note(`  ${ENDINGS[ended]}`);
  else
    output.note(
      `  store: ${options.store}; read it with \`palimpsest history ${domain}\` or \`npm run site:build\``,
    );
}

/** Captures refused for what they say, which `--any-text` would take. */
function countRefused({ counts }: CrawlSummary): number {
  const refused = counts.outcomes['not-a-policy'] ?? {};
  return (refused['wrong-document'] ?? 0) + (refused['too-short'] ?? 0);
}

/** How many of a number are new since the last run; nothing where all are, in a first run. */
function tellNew(added: number, count: number): string {
  return added <= 0 || added === count ? '' : ` (${groupDigits(added)} new)`;
}

/** What a crawl would cost. `archive`: which one would be asked, where there are several. */
export function printEstimate(
  output: Output,
  estimate: CrawlEstimate,
  options: { json?: boolean },
  archive: string | null = null,
): void {
  if (options.json) {
    output.line(JSON.stringify(archive === null ? estimate : { ...estimate, archive }));
    return;
  }
  const { domain, captureCount, distinctDigestCount, heldCount, requests, minutes } = estimate;
  output.line(
    `${domain}${archive === null ? '' : ` in ${archive}`}: ${plural(captureCount, 'capture')} at ${plural(estimate.addressCount, 'address').replace('addresss', 'addresses')}, ${plural(distinctDigestCount, 'distinct digest')}, ${plural(heldCount, 'payload')} there already; ${estimate.isUpperBound ? 'at most ' : ''}${plural(requests.cdx + requests.memento, 'request')} (${requests.cdx} to the index, ${requests.memento} for captures), about ${formatSeconds(Math.ceil(minutes * 60))} at the current limits`,
  );
}

/** What a crawl of a whole list would cost: index and captures of different domains are asked for at the same time. */
export function printEstimates(
  output: Output,
  estimates: readonly CrawlEstimate[],
  { cdxRate, mementoRate }: { readonly cdxRate: number; readonly mementoRate: number },
  options: { json?: boolean },
): void {
  const sum = (kind: 'cdx' | 'memento') =>
    estimates.reduce((total, { requests }) => total + requests[kind], 0);
  const requests = { cdx: sum('cdx'), memento: sum('memento') };
  const seconds = Math.ceil(Math.max(requests.cdx / cdxRate, requests.memento / mementoRate));
  if (options.json) {
    const minutes = Math.round(seconds / 6) / 10;
    output.line(JSON.stringify({ domains: countDomains(estimates), requests, minutes }));
    return;
  }
  output.line(
    `${plural(countDomains(estimates), 'domain')} in all: ${plural(requests.cdx + requests.memento, 'request')} (${groupDigits(requests.cdx)} to the index, ${groupDigits(requests.memento)} for captures), about ${formatSeconds(seconds)} at the current limits`,
  );
}

const countDomains = (estimates: readonly CrawlEstimate[]) =>
  new Set(estimates.map(({ domain }) => domain)).size;
