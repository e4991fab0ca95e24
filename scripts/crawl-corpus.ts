/**
 * Crawls the real captures of the corpora: makes WARC files of them, serves those on loopback, and runs the program on
 * each domain as itself, with the policy's addresses given, since these archives hold no home pages. Prints a table,
 * what `check` says of the store, and how far the versions found agree with the corpus.
 *
 *     PALIMPSEST_CORPUS=FOLDER node scripts/crawl-corpus.ts OUT_FOLDER [DOMAIN …]
 *
 * OUT_FOLDER gets warcs/, real.sqlite and predictions.jsonl. It must lie outside the repository: the pages are other
 * people's.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTable } from '../crawler/commands/output.ts';
import { UserError } from '../crawler/errors.ts';
import { readFlags, runMain } from '../crawler/run-main.ts';
import { runCli } from '../crawler/test/run-cli.ts';
import { startArchiveServer } from './archive-server.ts';
import { crawlDomains, type DomainCrawl } from './corpus/crawl-domains.ts';
import { predictChanges } from './corpus/predict-changes.ts';
import { type CorpusWarc, corpusFolder, writeCorpusWarcs } from './corpus-to-warc.ts';

const HEAD = [
  'domain',
  'captures',
  'requests',
  'payloads',
  'versions',
  'changes',
  'seconds',
  'exit',
  'without a version',
];

function toRow({ domain, summary, seconds, exitCode }: DomainCrawl): string[] {
  const { captureCount, payloadCount, versionCount, changeCount, outcomes } = summary!.counts;
  const { cdx, memento } = summary!.requests;
  const numbers = [captureCount, cdx + memento, payloadCount, versionCount, changeCount];
  const reasons = Object.entries(outcomes).flatMap(([outcome, counts]) =>
    outcome === 'version'
      ? []
      : Object.entries(counts).map(([reason, count]) => `${outcome} ${reason} ${count}`),
  );
  return [domain, ...numbers.map(String), seconds.toFixed(1), String(exitCode), reasons.join(', ')];
}

/** Sums of the numeric columns; of the reasons, over all domains. */
function sumRows(crawls: readonly DomainCrawl[]): string[] {
  const rows = crawls.map(toRow);
  const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);
  const reasons = new Map<string, number>();
  for (const reason of rows.flatMap((row) => row.at(-1)!.split(', ').filter(Boolean))) {
    const [, name, count] = /^(.*) (\d+)$/.exec(reason)!;
    reasons.set(name!, (reasons.get(name!) ?? 0) + Number(count));
  }
  return [
    `${crawls.length} domains`,
    ...[1, 2, 3, 4, 5].map((column) => String(sum(column))),
    sum(6).toFixed(1),
    '',
    [...reasons].map(([name, count]) => `${name} ${count}`).join(', '),
  ];
}

async function crawlAll(warcs: readonly CorpusWarc[], store: string): Promise<DomainCrawl[]> {
  const server = await startArchiveServer({ warcs: warcs.map(({ file }) => file) });
  try {
    const crawls: DomainCrawl[] = [];
    for await (const crawl of crawlDomains(warcs, server.origin, store)) {
      if (!crawl.summary) throw new Error(`${crawl.domain} ended with ${crawl.exitCode}:\n${crawl.stderr}`);
      console.error(`${crawl.domain}: ${crawl.seconds.toFixed(1)} s`);
      crawls.push(crawl);
    }
    return crawls;
  } finally {
    await server.close();
  }
}

/** The corpus's own scorer, on the versions the store holds. */
function scoreChanges(outFolder: string, store: string, warcs: readonly CorpusWarc[]): string {
  const file = join(outFolder, 'predictions.jsonl');
  const lines = predictChanges(store, warcs).map((prediction) => JSON.stringify(prediction));
  writeFileSync(file, `${lines.join('\n')}\n`);
  const corpus = join(corpusFolder(), 'corpus');
  const scorer = join(corpus, 'score-changes.mjs');
  return execFileSync(process.execPath, [scorer, corpus, file, '--type', 'Privacy Policy'], {
    encoding: 'utf8',
  });
}

async function main(): Promise<void> {
  const { positionals } = readFlags(
    { allowPositionals: true },
    'PALIMPSEST_CORPUS=FOLDER node scripts/crawl-corpus.ts OUT_FOLDER [DOMAIN …]',
  );
  const [outFolder, ...domains] = positionals;
  if (!outFolder) {
    throw new UserError('No folder to write into is named.', 'Name one: node scripts/crawl-corpus.ts FOLDER');
  }
  const store = join(outFolder, 'real.sqlite');
  if (existsSync(store)) {
    throw new UserError(
      `There is a store ${store} already.`,
      'Name another folder, or delete that file first.',
    );
  }
  const warcs = await writeCorpusWarcs({
    corpus: corpusFolder(),
    outFolder: join(outFolder, 'warcs'),
    ...(domains.length > 0 ? { domains } : {}),
  });
  const crawls = await crawlAll(warcs, store);
  for (const line of formatTable([HEAD, ...crawls.map(toRow), sumRows(crawls)], [1, 2, 3, 4, 5, 6, 7])) {
    console.log(line);
  }
  const check = await runCli(['check', '--store', store, '--quiet']);
  console.log(`\ncheck: exit ${check.exitCode}\n${check.stdout}`);
  console.log(scoreChanges(outFolder, store, warcs));
}

await runMain(main);
