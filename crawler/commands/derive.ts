import type { Command } from 'commander';
import { deriveAll } from '../derive/index.ts';
import { exitCodes } from '../errors.ts';
import {
  type CommandContext,
  type CommonOptions,
  newCommand,
  terminalEffects,
  withStore,
} from './context.ts';
import { plural } from './output.ts';

export function deriveCommand(context: CommandContext): Command {
  const { output, end } = context;
  return newCommand(context, 'derive', 'rebuild all derived state from ground state, offline', [
    'derive',
  ]).action(async (options: CommonOptions) => {
    const { effects, progress } = terminalEffects(output, options);
    const count = await withStore(options.store, 'write', (store) => deriveAll(store, effects));
    progress.end();
    if (output.isStopping()) {
      output.note(
        'Interrupted. The histories not yet reached are as they were; run `palimpsest derive` again.',
      );
      return end(exitCodes.interrupted);
    }
    output.line(
      options.json
        ? JSON.stringify({ policies: count })
        : `${plural(count, 'policy').replace('policys', 'policies')} derived anew`,
    );
  });
}
