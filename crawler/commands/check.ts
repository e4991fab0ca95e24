import type { Command } from 'commander';
import { exitCodes } from '../errors.ts';
import { type CheckReport, checkStore } from '../run/ask/check.ts';
import {
  type CommandContext,
  type CommonOptions,
  newCommand,
  terminalEffects,
  withStore,
} from './context.ts';
import { type Output, plural } from './output.ts';

export function checkCommand(context: CommandContext): Command {
  const { output, end } = context;
  return newCommand(context, 'check', 'recompute hashes, spans and references; says what is wrong', [
    'check',
  ]).action(async (options: CommonOptions) => {
    const { effects, progress } = terminalEffects(output, options);
    const report = await withStore(options.store, 'read', (store) => checkStore(store, effects));
    progress.end();
    if (output.isStopping()) output.note('Interrupted: not everything was looked at.');
    if (options.json) output.line(JSON.stringify(report));
    else printReport(output, report, options.store);
    if (output.isStopping()) end(exitCodes.interrupted);
    else if (report.problems.length > 0) end(exitCodes.store);
  });
}

function printReport(output: Output, report: CheckReport, file: string): void {
  for (const problem of report.problems) output.line(problem);
  const looked = `${plural(report.payloadCount, 'payload')}, ${plural(report.textCount, 'text')}, ${plural(report.stepCount, 'comparison')}`;
  if (report.problems.length > 0) {
    output.note(
      `${plural(report.problems.length, 'problem')} found in ${file}. Derived state can be rebuilt with \`palimpsest derive --whole\`; damaged payloads must come from a copy.`,
    );
  } else if (!output.isStopping()) output.line(`nothing wrong: ${looked} recomputed`);
  if (report.oldRules !== null) output.line(report.oldRules);
}
