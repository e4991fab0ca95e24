import type { Command } from 'commander';
import { formatDate } from '../core/timestamp.ts';
import { parseDomain } from '../run/domain.ts';
import { importFiles } from '../run/import.ts';
import { parseAddress, parseDay } from './arguments.ts';
import {
  type CommandContext,
  type CommonOptions,
  newCommand,
  terminalEffects,
  withStore,
} from './context.ts';
import { plural } from './output.ts';

interface Options extends CommonOptions {
  readonly domain?: string;
  readonly date?: string;
  readonly url?: string;
}

export function importCommand(context: CommandContext): Command {
  return newCommand(
    context,
    'import',
    'take in local documents: Markdown with a provenance header, plain text',
    ['import policies/*.md', 'import policy.txt --domain example.com --date 2002-12-15'],
  )
    .argument('<path...>', 'files')
    .option('--domain <domain>', 'whose policy it is, where the file does not say')
    .option('--date <date>', 'the day it stood there; without it the date is unknown')
    .option('--url <url>', 'the address it stood at')
    .action((paths: string[], options: Options) => runImport(context, paths, options));
}

async function runImport({ output }: CommandContext, paths: string[], options: Options): Promise<void> {
  const stated = {
    ...(options.domain ? { domain: parseDomain(options.domain) } : {}),
    ...(options.date ? { timestamp: parseDay(options.date, '--date') } : {}),
    ...(options.url ? { url: parseAddress(options.url, '--url') } : {}),
  };
  const { effects, progress } = terminalEffects(output, options);
  const summary = await withStore(options.store, 'write', (store) =>
    importFiles(store, paths, stated, effects),
  );
  progress.end();
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
