import type { Command } from 'commander';
import { deriveAll, deriveStale, hasOldRules } from '../derive/index.ts';
import { exitCodes, UserError } from '../errors.ts';
import {
  type CommandContext,
  type CommonOptions,
  newCommand,
  terminalEffects,
  withStore,
} from './context.ts';
import { plural } from './output.ts';
import { parseWorkers } from './workers.ts';

interface Options extends CommonOptions {
  readonly whole?: boolean;
  readonly stale?: boolean;
  readonly workers?: string;
}

/**
 * Without options, what other rules made is made anew, each policy from the first stage that changed; in a store that today's
 * rules made, everything is, from the payloads. Both come to the same: all derived state as today's rules make it.
 */
export function deriveCommand(context: CommandContext): Command {
  const { output, end } = context;
  return newCommand(context, 'derive', 'rebuild all derived state from ground state, offline', [
    'derive',
    'derive --whole',
    'derive --stale',
  ])
    .option('--whole', 'everything from the payloads, whatever rules made it')
    .option('--stale', 'only what other rules made, from the first stage that changed')
    .option('--workers <n>', 'threads that do the work (by default one for each core)')
    .action(async (options: Options) => {
      if (options.whole && options.stale) {
        throw new UserError('--whole and --stale exclude each other', 'Give one of them, or neither.');
      }
      const workers = parseWorkers(options.workers);
      const { effects, progress } = terminalEffects(output, options);
      const count = await withStore(options.store, 'write', (store) => {
        const isPartial = options.stale || (!options.whole && hasOldRules(store));
        return isPartial ? deriveStale(store, effects, workers) : deriveAll(store, effects, workers);
      });
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
