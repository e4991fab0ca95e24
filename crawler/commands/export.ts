import type { Command } from 'commander';
import { exitCodes, UserError } from '../errors.ts';
import { type ExportFormat, exportDataset, exportFormats } from '../export/index.ts';
import { verifyStore } from '../run/ask/check.ts';
import { program } from '../run/program.ts';
import { withPublishable } from '../run/share/publish-copy.ts';
import {
  type CommandContext,
  type CommonOptions,
  newCommand,
  terminalEffects,
  warnOfOldRules,
  withStore,
} from './context.ts';
import { formatTable, groupDigits } from './output.ts';

export function exportCommand(context: CommandContext): Command {
  const { output, end } = context;
  return newCommand(
    context,
    'export',
    'write the dataset, with its description and checksums, into a folder',
    ['export sqlite data/export', 'export csv tables --store data/archive.sqlite'],
  )
    .argument('<format>', Object.keys(exportFormats).join(', '))
    .argument('<folder>', 'a new or empty folder, or that of an earlier export, which is replaced')
    .action((format: string, folder: string, options: CommonOptions) =>
      withStore(options.store, 'read', async (store) => {
        const wanted = parseFormat(format);
        warnOfOldRules(store, output);
        const { effects, progress } = terminalEffects(output, options);
        await verifyStore(store, options.store, wanted === 'sqlite' || wanted === 'warc', effects);
        progress.end();
        if (output.isStopping()) return end(exitCodes.interrupted);
        const { onScratch = () => {} } = output;
        const written = withPublishable(
          store,
          options.store,
          folder,
          (publishable) => exportDataset(publishable, wanted, folder, program, onScratch),
          onScratch,
        );
        if (options.json) {
          for (const file of written.files) output.line(JSON.stringify(file));
          return;
        }
        const rows = written.files
          .filter((file) => !file.path.endsWith('.md') || file.path === 'README.md')
          .map((file) => [
            file.path,
            file.rowCount === null ? '' : groupDigits(file.rowCount),
            groupDigits(file.lengthBytes),
          ]);
        for (const line of formatTable([['file', 'rows', 'bytes'], ...rows], [1, 2])) output.line(line);
        output.note(`${groupDigits(written.files.length)} files in ${folder}`);
      }),
    );
}

function parseFormat(text: string): ExportFormat {
  if (Object.hasOwn(exportFormats, text)) return text as ExportFormat;
  throw new UserError(
    `"${text}" is no format of an export`,
    `Use one of ${Object.keys(exportFormats).join(', ')}.`,
  );
}
