import type { Command } from 'commander';
import { formatDate } from '../core/index.ts';
import { exitCodes } from '../errors.ts';
import type { CrawlSummary } from '../run/crawl.ts';
import { parseDomain } from '../run/domain.ts';
import { type Document, describeDocument, type ImportOptions } from '../run/intake/describe-document.ts';
import { type ImportSummary, importDocuments } from '../run/intake/import.ts';
import { importWarcs } from '../run/intake/import-warcs.ts';
import { findLocalFiles } from '../run/intake/local-files.ts';
import { parseAddress, parseDay } from './arguments.ts';
import {
  type CommandContext,
  type CommonOptions,
  newCommand,
  terminalEffects,
  withStore,
} from './context.ts';
import { judgeEndings, printSummary } from './crawl-report.ts';
import { type Output, plural } from './output.ts';

interface Options extends CommonOptions {
  readonly domain?: string;
  readonly date?: string;
  readonly url?: string;
}

export function importCommand(context: CommandContext): Command {
  return newCommand(
    context,
    'import',
    'take in local material: WARC files, saved HTML pages, Markdown with a provenance header, plain text, PDF',
    [
      'import policies/*.md',
      'import crawl.warc.gz',
      'import crawl.warc.gz --domain example.com --url http://example.com/rules.html',
      'import saved-pages --domain example.com',
      'import policy.txt --domain example.com --date 2002-12-15',
    ],
  )
    .argument('<path...>', 'files, or folders that hold some')
    .option('--domain <domain>', 'whose policy it is, where the file does not say')
    .option('--date <date>', 'the day it stood there; without it the date is unknown')
    .option('--url <url>', 'the address it stood at; of a WARC file, the one to take')
    .action(async (paths: string[], options: Options) =>
      context.end(await runImport(context, paths, options)),
    );
}

/** Everything is checked before the store is touched. */
async function runImport(context: CommandContext, paths: string[], options: Options): Promise<number> {
  const { output } = context;
  const stated: ImportOptions = {
    ...(options.domain ? { domain: parseDomain(options.domain) } : {}),
    ...(options.date ? { timestamp: parseDay(options.date, '--date') } : {}),
    ...(options.url ? { url: parseAddress(options.url, '--url') } : {}),
  };
  const files = findLocalFiles(paths);
  const documents = files.documents.map((file): Document => describeDocument(file, stated));
  return withStore(options.store, 'write', async (store) => {
    const { effects, progress } = terminalEffects(output, options);
    const summary = await importDocuments(store, documents, effects);
    const crawls = files.warcs.length > 0 ? await importWarcs(store, files.warcs, stated, effects) : [];
    progress.end();
    for (const crawl of crawls) printSummary(output, crawl, options);
    if (documents.length > 0) printDocuments(output, summary, options);
    if (files.otherCount > 0) output.note(`${plural(files.otherCount, 'other file')} passed over`);
    return judge(output, crawls, documents.length);
  });
}

function judge(output: Output, crawls: readonly CrawlSummary[], documentCount: number): number {
  if (output.isStopping()) return exitCodes.interrupted;
  return documentCount > 0 && crawls.length === 0 ? exitCodes.done : judgeEndings(crawls);
}

function printDocuments(output: Output, summary: ImportSummary, options: Options): void {
  for (const document of summary.imported) {
    if (options.json) output.line(JSON.stringify(document));
    else {
      const date = document.timestamp === null ? 'date unknown' : formatDate(document.timestamp);
      output.line(`${document.file}: ${document.domain}, ${date}`);
    }
  }
  const known = summary.knownCount > 0 ? `, ${plural(summary.knownCount, 'document')} known already` : '';
  output.note(`${plural(summary.imported.length, 'document')} imported${known}`);
}
