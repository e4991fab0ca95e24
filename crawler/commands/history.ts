import type { Command } from 'commander';
import { formatDate } from '../core/index.ts';
import { describeClauseLife } from '../run/ask/clause-life.ts';
import { requireVersions } from '../run/ask/find-version.ts';
import { listHistorySteps } from '../run/ask/history.ts';
import { parseDomain } from '../run/domain.ts';
import type { Store } from '../run/stores.ts';
import { type CommandContext, type CommonOptions, newCommand, warnOfOldRules, withStore } from './context.ts';
import { formatTable, forTerminal, groupDigits, type Output } from './output.ts';

interface Options extends CommonOptions {
  readonly policy: string;
  readonly clause?: string;
}

export function historyCommand(context: CommandContext): Command {
  return newCommand(context, 'history', 'the versions of a policy, or the life of one clause', [
    'history example.com',
    'history example.com --clause "third-party cookies"',
  ])
    .argument('<domain>', 'a domain in the store')
    .option('--policy <name>', 'which of the domain’s policies', 'privacy')
    .option('--clause <text>', 'the life of the clause that fits this text best')
    .action((domain: string, options: Options) =>
      withStore(options.store, 'read', (store) => {
        const place = { domain: parseDomain(domain), policy: options.policy };
        requireVersions(store, place.domain, place.policy);
        warnOfOldRules(store, context.output);
        if (options.clause === undefined) printVersions(context.output, store, place, options);
        else printClause(context.output, store, place, options.clause, options);
      }),
    );
}

interface PolicyName {
  readonly domain: string;
  readonly policy: string;
}

const span = (first: string | null, last: string | null) =>
  first === null || last === null
    ? 'date unknown'
    : formatDate(first) === formatDate(last)
      ? formatDate(first)
      : `${formatDate(first)} to ${formatDate(last)}`;

function printVersions(output: Output, store: Store, place: PolicyName, options: Options): void {
  const versions = requireVersions(store, place.domain, place.policy);
  if (options.json) {
    for (const version of versions) output.line(JSON.stringify({ ...place, ...version }));
    return;
  }
  const steps = new Map(listHistorySteps(store, place).map((step) => [step.right, step]));
  const rows = versions.map((version) => {
    const step = steps.get(version.version);
    return [
      String(version.version),
      version.slug,
      span(version.firstSeen, version.lastSeen),
      String(version.captureCount),
      groupDigits(version.wordCount),
      step ? step.sizeClass : '',
      step ? `+${groupDigits(step.wordsAdded)} -${groupDigits(step.wordsRemoved)}` : '',
    ];
  });
  const head = ['', 'version', 'seen', 'captures', 'words', 'step', 'words in and out'];
  for (const line of formatTable([head, ...rows], [0, 3, 4])) output.line(line);
}

function printClause(output: Output, store: Store, place: PolicyName, text: string, options: Options): void {
  const life = describeClauseLife(store, place, text);
  if (options.json) {
    output.line(JSON.stringify({ ...place, ...life }));
    return;
  }
  output.line(forTerminal(life.label));
  for (const state of life.states) {
    const dates = span(state.firstSeen, state.lastSeen);
    output.line(`\n${dates}${state.text === null ? ': not present' : `, ${state.event}`}`);
    if (state.text !== null) output.line(`  ${forTerminal(state.text)}`);
  }
}
