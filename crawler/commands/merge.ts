import type { Command } from 'commander';
import { exitCodes } from '../errors.ts';
import { checkMergeable, mergeStores } from '../run/share/merge-stores.ts';
import {
  type CommandContext,
  type CommonOptions,
  newCommand,
  terminalEffects,
  withStore,
} from './context.ts';
import { plural } from './output.ts';

export function mergeCommand(context: CommandContext): Command {
  const { output, end } = context;
  return newCommand(
    context,
    'merge',
    'other stores into this one; in any order, any number of times, with the same result',
    ['merge colleague.sqlite', 'merge 2024.sqlite 2025.sqlite --store data/all.sqlite'],
  )
    .argument('<other.sqlite...>', 'stores to take in; they stay as they are')
    .action(async (others: string[], options: CommonOptions) => {
      checkMergeable(options.store, others);
      const { effects, progress } = terminalEffects(output, options);
      const summaries = await withStore(options.store, 'write', (store) =>
        mergeStores(store, others, effects),
      );
      progress.end();
      for (const summary of summaries) {
        const { file, captureCount, mementoCount, payloadCount, removalCount } = summary;
        if (options.json) output.line(JSON.stringify(summary));
        else
          output.line(
            `${file}: ${plural(captureCount, 'capture')} added, ${plural(mementoCount, 'memento')}, ${plural(payloadCount, 'payload')}`,
          );
        if (removalCount > 0) {
          output.note(
            `${plural(removalCount, 'removal')} taken over from ${file}; a removals.csv beside the store overrules them, so add them there`,
          );
        }
      }
      if (output.isStopping()) {
        output.note('Interrupted before all histories were derived; run the same command again.');
        end(exitCodes.interrupted);
      }
    });
}
