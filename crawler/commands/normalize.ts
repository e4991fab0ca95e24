import type { Command } from 'commander';
import { exitCodes } from '../errors.ts';
import { normalizeFile, readLocalFile } from '../run/ask/normalize-file.ts';
import { type CommandContext, type CommonOptions, newCommand } from './context.ts';
import { forTerminal } from './output.ts';

export function normalizeCommand(context: CommandContext): Command {
  const { output, end } = context;
  return newCommand(context, 'normalize', 'local files to Markdown on standard output, without a store', [
    'normalize page.html',
    'normalize --json pages/*.html',
  ])
    .argument('<file...>', 'HTML, MHTML, Markdown, plain text or PDF files')
    .action(async (files: string[], options: CommonOptions) => {
      for (const file of files) readLocalFile(file);
      let failed = 0;
      for (const file of files) {
        const normalized = await normalizeFile(file);
        if (normalized.outcome === 'failed') failed++;
        if (options.json) output.line(JSON.stringify(normalized));
        else if (normalized.outcome === 'version') output.line(forTerminal(normalized.markdown.trimEnd()));
        else output.note(`${file}: ${normalized.outcome} (${normalized.reason})`);
      }
      if (failed > 0) end(exitCodes.someFailed);
    });
}
