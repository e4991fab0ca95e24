import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { exitCodes, UserError } from '../errors.ts';
import {
  type ExportFormat,
  type ExportOptions,
  exportDataset,
  exportFormats,
  layouts,
  type TextLayout,
} from '../export/index.ts';
import { verifyStore } from '../run/ask/check.ts';
import { program } from '../run/program.ts';
import { withPublishable } from '../run/share/publish-copy.ts';
import { type Store, withOthersStore } from '../run/stores.ts';
import {
  type CommandContext,
  type CommonOptions,
  newCommand,
  terminalEffects,
  warnOfOldRules,
  withStore,
} from './context.ts';
import { formatTable, groupDigits, type Output } from './output.ts';

interface Options extends CommonOptions {
  readonly redact?: boolean;
  readonly layout?: TextLayout;
  readonly payloads: boolean;
  readonly since?: string;
}

export function exportCommand(context: CommandContext): Command {
  return newCommand(
    context,
    'export',
    'write the dataset, with its descriptions and checksums, into a folder',
    [
      'export sqlite data/export',
      'export parquet tables --redact',
      'export sqlite 2026-12 --since 2026-11/palimpsest.sqlite',
      'export git history',
    ],
  )
    .argument('<format>', Object.keys(exportFormats).join(', '))
    .argument('<folder>', 'a new or empty folder, or that of an earlier export, which is replaced')
    .option('--redact', 'mask mail addresses and telephone numbers in texts, and say so')
    .option('--no-payloads', 'sqlite: without the bytes of the captures')
    .option('--layout <name>', `markdown, git: ${Object.keys(layouts).join(' or ')}`, parseLayout)
    .option('--since <old>', 'an earlier export as sqlite, or a store: list what is another since then')
    .action((format: string, folder: string, options: Options) =>
      withStore(options.store, 'read', (store) => runExport(context, store, format, folder, options)),
    );
}

async function runExport(
  { output, end }: CommandContext,
  store: Store,
  format: string,
  folder: string,
  options: Options,
): Promise<void> {
  const wanted = parseFormat(format);
  warnOfOldRules(store, output);
  const { effects, progress } = terminalEffects(output, options);
  const shipsPayloads = wanted === 'warc' || (wanted === 'sqlite' && options.payloads);
  await verifyStore(store, options.store, shipsPayloads, effects);
  progress.end();
  if (output.isStopping()) return end(exitCodes.interrupted);
  const { onScratch = () => {} } = output;
  const settings: ExportOptions = {
    ...(options.redact ? { redact: true } : {}),
    ...(options.layout ? { layout: options.layout } : {}),
    payloads: options.payloads,
    onScratch,
  };
  const write = (since?: Store) =>
    withPublishable(
      store,
      options.store,
      folder,
      (publishable) =>
        exportDataset(publishable, wanted, folder, program, { ...settings, ...(since ? { since } : {}) }),
      onScratch,
    );
  const written = options.since === undefined ? write() : withOthersStore(findEarlier(options.since), write);
  tell(output, written.files, folder, options);
}

function tell(
  output: Output,
  files: ReturnType<typeof exportDataset>['files'],
  folder: string,
  options: Options,
): void {
  if (options.json) {
    for (const file of files) output.line(JSON.stringify(file));
    return;
  }
  const rows = files
    .filter(({ path }) => !/\.(?:md|txt)$/.test(path) || path === 'README.md')
    .map((file) => [
      file.path,
      file.rowCount === null ? '' : groupDigits(file.rowCount),
      groupDigits(file.lengthBytes),
    ]);
  for (const line of formatTable([['file', 'rows', 'bytes'], ...rows], [1, 2])) output.line(line);
  output.note(`${groupDigits(files.length)} files in ${folder}`);
}

/** A folder stands for the SQLite file that an export puts there. */
function findEarlier(path: string): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  const file = isFolder ? join(path, 'palimpsest.sqlite') : path;
  if (existsSync(file)) return file;
  throw new UserError(
    `--since ${path}: ${isFolder ? 'the folder holds no palimpsest.sqlite' : 'there is no such file'}`,
    'Name an earlier export as sqlite, its folder, or the store as it was.',
  );
}

function parseLayout(text: string): TextLayout {
  if (Object.hasOwn(layouts, text)) return text as TextLayout;
  throw new UserError(`"${text}" is no layout`, `Use one of ${Object.keys(layouts).join(', ')}.`);
}

function parseFormat(text: string): ExportFormat {
  if (Object.hasOwn(exportFormats, text)) return text as ExportFormat;
  throw new UserError(
    `"${text}" is no format of an export`,
    `Use one of ${Object.keys(exportFormats).join(', ')}.`,
  );
}
