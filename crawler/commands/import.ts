import type { Command } from 'commander';
import { formatDate } from '../core/index.ts';
import { exitCodes, UserError } from '../errors.ts';
import type { CrawlSummary } from '../run/crawl.ts';
import { parseDomain } from '../run/domain.ts';
import type { ImportOptions } from '../run/intake/describe-document.ts';
import { importTables, type TablesSummary } from '../run/intake/exports/import-tables.ts';
import {
  type ImportedDocument,
  type ImportPlan,
  type ImportSummary,
  importDocuments,
  listShort,
  planImport,
} from '../run/intake/import.ts';
import { parsePolicy, readImportMap } from '../run/intake/import-map.ts';
import { importWarcs } from '../run/intake/import-warcs.ts';
import { findLocalFiles, type LocalFiles } from '../run/intake/local-files.ts';
import { checkMergeable, type MergeSummary, mergeStores } from '../run/share/merge-stores.ts';
import { parseAddress, parseDay } from './arguments.ts';
import {
  type CommandContext,
  type CommonOptions,
  newCommand,
  terminalEffects,
  withStore,
} from './context.ts';
import { judgeEndings, printSummary } from './crawl-report.ts';
import { forTerminal, type Output, plural } from './output.ts';
import { keepHeapSmall } from './small-heap.ts';

interface Options extends CommonOptions {
  readonly domain?: string;
  readonly date?: string;
  readonly url?: string;
  readonly policy?: string;
  readonly map?: string;
}

export function importCommand(context: CommandContext): Command {
  return newCommand(
    context,
    'import',
    'take in local material: WARC and WACZ files, saved pages (HTML, MHTML, SingleFile), Markdown with a provenance header, plain text, PDF; folders, ZIP files and git repositories of them',
    [
      'import policies/*.md',
      'import crawl.warc.gz',
      'import crawl.warc.gz --domain example.com --url http://example.com/rules.html',
      'import saved-pages --domain example.com',
      'import policy.txt --domain example.com --date 2002-12-15',
      'import terms-collection.git --map services.csv',
    ],
  )
    .argument('<path...>', 'files, or folders, ZIP files and repositories that hold some')
    .option('--domain <domain>', 'whose policy it is, where the file does not say')
    .option('--date <date>', 'the day it stood there; without it the date is unknown')
    .option('--url <url>', 'the address it stood at; of a WARC file, the one to take')
    .option('--policy <name>', 'which of the company’s policies it is, where the file does not say')
    .option('--map <file>', 'a CSV file with the columns match, domain, policy: whose a folder or address is')
    .action(async (paths: string[], options: Options) =>
      context.end(await runImport(context, paths, options)),
    );
}

/** Everything is checked before the store is touched. */
async function runImport(context: CommandContext, paths: string[], options: Options): Promise<number> {
  keepHeapSmall();
  const stated: ImportOptions = {
    ...(options.domain ? { domain: parseDomain(options.domain) } : {}),
    ...(options.date ? { timestamp: parseDay(options.date, '--date') } : {}),
    ...(options.url ? { url: parseAddress(options.url, '--url') } : {}),
    ...(options.policy ? { policy: parsePolicy(options.policy, '--policy') } : {}),
    ...(options.map ? { map: readImportMap(options.map) } : {}),
  };
  const files = await findLocalFiles(paths);
  try {
    const plan = await planImport(files.sources, stated);
    const { warcs, exports, stores } = files;
    if (plan.documents.length + warcs.length + exports.length + stores.length === 0)
      throw nothingUsable(plan);
    checkMergeable(options.store, stores);
    return await takeIn(context, files, plan, stated, options);
  } finally {
    files.close();
  }
}

/** Why none of the files could be taken. */
function nothingUsable({ passed, refused }: ImportPlan): UserError {
  const services = [...new Set(passed.flatMap(({ service }) => service ?? []))].sort();
  if (services.length > 0) {
    return new UserError(
      `no domain is known of ${plural(services.length, 'service')}: ${listShort(services)}`,
      services.length === 1
        ? 'Add --domain example.com.'
        : 'Say whose each is: --map FILE, a CSV file with the columns match, domain and policy.',
    );
  }
  const [first] = passed;
  const [bad] = refused;
  if (bad) return new UserError(`${bad.file} ${bad.reason}`, 'Name files that hold the text of a policy.');
  if (first?.passed.startsWith('of another kind')) {
    return new UserError(
      `no privacy policy is among these documents: ${first.file} and others are ${first.passed}`,
      'Name the kind to take: --policy terms-of-service.',
    );
  }
  return new UserError(
    `${first?.file} does not say whose policy it is`,
    'Add --domain example.com (and --date 2002-12-15 if you know when it stood there).',
  );
}

function takeIn(
  { output }: CommandContext,
  files: LocalFiles,
  plan: ImportPlan,
  stated: ImportOptions,
  options: Options,
): Promise<number> {
  return withStore(options.store, 'write', async (store) => {
    const { effects, progress } = terminalEffects(output, options);
    const summary = await importDocuments(store, plan.documents, effects);
    const crawls = files.warcs.length > 0 ? await importWarcs(store, files.warcs, stated, effects) : [];
    const tables: TablesSummary[] = [];
    for (const one of files.exports) tables.push(await importTables(store, one, effects));
    const merged = files.stores.length > 0 ? await mergeStores(store, files.stores, effects) : [];
    progress.end();
    for (const summary of [...tables, ...merged]) printTaken(output, summary, options);
    for (const crawl of crawls) printSummary(output, crawl, options);
    if (plan.documents.length > 0) printDocuments(output, summary, options);
    printPassed(output, plan, files.otherCount);
    const documents = plan.documents.length > 0 ? summary : null;
    if (crawls.length === 0 && documents === null)
      return output.isStopping() ? exitCodes.interrupted : exitCodes.done;
    return judge(output, crawls, documents);
  });
}

function judge(output: Output, crawls: readonly CrawlSummary[], summary: ImportSummary | null): number {
  if (output.isStopping()) return exitCodes.interrupted;
  if (crawls.length > 0 || summary === null) return judgeEndings(crawls.map(({ ended }) => ended));
  const isFruitless = summary.knownCount === 0 && !summary.imported.some(isText);
  return isFruitless ? exitCodes.nothingFound : exitCodes.done;
}

/** What came of an export or a store. */
function printTaken(output: Output, summary: TablesSummary | MergeSummary, options: Options): void {
  if (options.json) {
    output.line(JSON.stringify(summary));
    return;
  }
  const name = 'folder' in summary ? summary.folder : summary.file;
  const leftOut = 'leftOutCount' in summary && summary.leftOutCount > 0 ? summary.leftOutCount : 0;
  output.line(forTerminal(`${name}: ${plural(summary.captureCount, 'capture')} added`));
  if (leftOut > 0) {
    output.note(
      `${plural(leftOut, 'capture')} without a text of the policy left out: the export does not hold their bytes`,
    );
  }
}

function printDocuments(output: Output, summary: ImportSummary, options: Options): void {
  for (const document of summary.imported) {
    if (options.json) output.line(JSON.stringify(document));
    else output.line(formatDocument(document));
  }
  const refused = summary.imported.filter((document) => !isText(document)).length;
  const taken = plural(summary.imported.length - refused, 'document');
  const without = refused > 0 ? `, ${plural(refused, 'document')} kept that hold no text of a policy` : '';
  const known = summary.knownCount > 0 ? `, ${plural(summary.knownCount, 'document')} known already` : '';
  output.note(`${taken} imported${without}${known}`);
}

/** Whether a document is a text of its policy, its own or one known already. */
const isText = ({ outcome }: ImportedDocument): boolean => outcome === 'version' || outcome === 'duplicate';

function formatDocument(document: ImportedDocument): string {
  const { file, domain, policy, timestamp, reason } = document;
  const date = timestamp === null ? 'date unknown' : formatDate(timestamp);
  const which = policy === 'privacy' ? '' : `, ${policy}`;
  const doubt = isText(document) ? '' : `; no text of a policy: ${reason}`;
  return forTerminal(`${file}: ${domain}${which}, ${date}${doubt}`);
}

function printPassed(output: Output, { passed, refused }: ImportPlan, otherCount: number): void {
  for (const { file, reason } of refused) output.note(forTerminal(`refused: ${file} ${reason}`));
  const counts = Map.groupBy(passed, (file) => file.passed);
  for (const [what, files] of counts) {
    output.note(forTerminal(`${plural(files.length, 'file')} ${what}: passed over`));
  }
  if (otherCount > 0) output.note(`${plural(otherCount, 'other file')} passed over`);
}
