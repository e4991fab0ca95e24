import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { UserError } from '../errors.ts';
import type { CommandContext } from './context.ts';

/** The site builder and the demo are no part of the package from npm: they are programs of a checkout, started from here. */

const PARTS: Readonly<Record<string, string>> = {
  build: '../../site/build/build-site.ts',
  serve: '../../scripts/serve-site.ts',
  demo: '../../scripts/demo.ts',
};

/** Runs one of them in the user's folder, with the user's terminal; ends as it does. */
async function runPart(context: CommandContext, part: string, args: readonly string[]): Promise<void> {
  const file = fileURLToPath(new URL(PARTS[part]!, import.meta.url));
  if (!existsSync(file)) {
    throw new UserError(
      'the site builder and the demo are not part of this package',
      'Run the same in a checkout of the project: the store is one file, and --store names it from anywhere.',
    );
  }
  const child = spawn(process.execPath, [file, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...context.output.environment },
  });
  const [code, signal] = await once(child, 'exit');
  context.end(signal ? 130 : (code ?? 1));
}

const pass = (command: Command): Command =>
  command.argument('[options...]', 'as its own --help says').allowUnknownOption().helpOption(false);

export function siteCommand(context: CommandContext): Command {
  const site = new Command('site')
    .description('the site of a store as plain files: build it, then serve it to look at')
    .addHelpText(
      'after',
      '\nExamples:\n  palimpsest site build --store archive.sqlite --out dist\n  palimpsest site serve --folder dist',
    );
  for (const part of ['build', 'serve']) {
    site.addCommand(pass(new Command(part)).action((args: string[]) => runPart(context, part, args)));
  }
  return site;
}

export const demoCommand = (context: CommandContext): Command =>
  new Command('demo')
    .description('four invented companies, crawled, compared and shown')
    .argument('[options...]', '--no-serve, --port N')
    .allowUnknownOption()
    .addHelpText('after', '\nExamples:\n  palimpsest demo --port 8000')
    .action((args: string[]) => runPart(context, 'demo', args));
