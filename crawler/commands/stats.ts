import type { Command } from 'commander';
import { describeOldRules } from '../run/ask/rules.ts';
import { readStats } from '../run/ask/stats.ts';
import { type CommandContext, type CommonOptions, newCommand, withStore } from './context.ts';
import { formatTable, groupDigits } from './output.ts';

export function statsCommand(context: CommandContext): Command {
  const { output } = context;
  return newCommand(context, 'stats', 'counts per domain, outcome and year', [
    'stats',
    'stats --json',
  ]).action((options: CommonOptions) =>
    withStore(options.store, 'read', (store) => {
      const stats = readStats(store);
      if (options.json) {
        for (const row of stats.domains) output.line(JSON.stringify(row));
        return;
      }
      const rows = stats.domains.map(({ domain, counts }) => [
        domain,
        groupDigits(counts.captureCount),
        groupDigits(counts.versionCount),
        groupDigits(counts.changeCount),
        groupDigits(counts.payloadCount),
      ]);
      const head = ['domain', 'captures', 'versions', 'changes', 'payloads'];
      for (const line of formatTable([head, ...rows], [1, 2, 3, 4])) output.line(line);
      output.line('');
      const outcomes = stats.domains.flatMap(({ domain, counts }) =>
        Object.entries(counts.outcomes).flatMap(([outcome, reasons]) =>
          Object.entries(reasons).map(([reason, count]) => [domain, outcome, reason, groupDigits(count)]),
        ),
      );
      for (const line of formatTable([['domain', 'outcome', 'reason', 'captures'], ...outcomes], [3]))
        output.line(line);
      output.line('');
      const years = stats.years.map((row) => [
        row.domain,
        row.year,
        groupDigits(row.captureCount),
        groupDigits(row.versionCount),
      ]);
      for (const line of formatTable([['domain', 'year', 'captures', 'versions'], ...years], [2, 3]))
        output.line(line);
      const oldRules = describeOldRules(store);
      if (oldRules !== null) output.line(`\n${oldRules}`);
    }),
  );
}
