import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import { CONFIG_FILE } from './config.ts';
import { type CommandContext, newCommand } from './context.ts';

const FILES: Readonly<Record<string, string>> = {
  [CONFIG_FILE]: `${JSON.stringify({ store: 'archive.sqlite', contact: '' }, null, 2)}\n`,
  'domains.txt': `# One domain a line; remarks like this one do no harm.\n# example.com\n`,
  '.gitignore': '*.sqlite-*\n*.bak\ndist/\n',
};

export function initCommand(context: CommandContext): Command {
  return newCommand(
    context,
    'init',
    'begin a collection in a folder of your own: defaults for --store and --contact, and a list of domains',
    ['init', 'init policies'],
  )
    .argument('[folder]', 'the folder to begin in', '.')
    .action((folder: string) => {
      const names = Object.keys(FILES);
      const there = names.filter((name) => existsSync(join(folder, name)));
      if (there.length > 0) {
        throw new UserError(
          `${folder} holds ${there.join(' and ')} already`,
          'Begin in another folder, or edit what is there; nothing was changed.',
        );
      }
      mkdirSync(folder, { recursive: true });
      for (const name of names) writeFileSync(join(folder, name), FILES[name]!);
      const { line } = context.output;
      line(
        `${names.join(', ')} are in ${folder}. Write your mail address and some domains into them, then there:`,
      );
      line('  npx palimpsest crawl --file domains.txt');
    });
}
