import type { Command } from 'commander';
import {
  type ByTopic,
  type Change,
  findTwinSentences,
  type Span,
  summarizeComparison,
  TOPICS,
  type TopicGroup,
  type TwinSentence,
} from '../core/index.ts';
import { type ComparedPair, type ComparedText, comparePair } from '../run/ask/compare-pair.ts';
import { type CommandContext, type CommonOptions, newCommand } from './context.ts';
import { forTerminal, type Output, paint, plural } from './output.ts';

export function compareCommand(context: CommandContext): Command {
  return newCommand(context, 'compare', 'two versions, or two local files, clause by clause', [
    'compare example.com@2002-12-15 example.com@2006-12-28',
    'compare example.com@first example.com@latest',
    'compare old.md new.md',
  ])
    .argument('<left>', 'domain@version, or a Markdown or text file')
    .argument('<right>', 'the same')
    .action(async (left: string, right: string, options: CommonOptions) => {
      const pair = await comparePair(left, right, options.store);
      if (options.json) context.output.line(JSON.stringify(pair));
      else printPair(context.output, pair);
    });
}

function printPair(output: Output, pair: ComparedPair): void {
  const { comparison, left, right, byTopic } = pair;
  output.line(`${left.name} ${pair.isAcross ? 'beside' : '→'} ${right.name}`);
  output.line(byTopic ? summarizeAcross(pair, byTopic) : summarizeComparison(comparison));
  if (comparison.approximate) output.line('approximate: the texts are too large to be compared exactly');
  if (byTopic) for (const group of byTopic.groups) printGroup(output, pair, group);
  else for (const change of comparison.changes) printChange(output, pair, change);
}

/** Two companies' texts in a sentence: nothing came or went between them. */
function summarizeAcross({ left, right }: ComparedPair, { groups }: ByTopic): string {
  const count = (name: 'rows' | 'onlyLeft' | 'onlyRight') =>
    groups.reduce((sum, group) => sum + group[name].length, 0);
  const languages =
    left.language === right.language
      ? ''
      : ` The texts are in two languages (${left.language}, ${right.language}): wording cannot be compared.`;
  return (
    `${plural(count('rows'), 'pair')} in both, by topic or wording; ${count('onlyLeft')} only in ${left.name}, ` +
    `${count('onlyRight')} only in ${right.name}.${languages}`
  );
}

/** What two companies say on a topic; of what only one says the names of its clauses. */
function printGroup(output: Output, { left, right }: ComparedPair, group: TopicGroup): void {
  const title = TOPICS.find(({ name }) => name === group.topic)?.title ?? 'Other clauses';
  output.line(`\n${paint(output, 'bold', title)}`);
  for (const row of group.rows) {
    const [ours, theirs] = [row.left.map((i) => left.clauses[i]!), row.right.map((j) => right.clauses[j]!)];
    const twins = findTwinSentences(ours, theirs);
    output.line('');
    printSide(output, left.name, twins.left);
    printSide(output, right.name, twins.right);
  }
  printOnly(output, left, group.onlyLeft, 'only in');
  printOnly(output, right, group.onlyRight, 'only in');
  printOnly(output, left, group.elsewhere.left, 'under another topic also in');
  printOnly(output, right, group.elsewhere.right, 'under another topic also in');
}

function printSide(output: Output, name: string, clauses: readonly (readonly TwinSentence[])[]): void {
  output.line(`  ${paint(output, 'dim', name)}`);
  for (const sentences of clauses) {
    const words = sentences.map(({ text, twin }) => {
      const safe = forTerminal(text);
      return twin === null ? safe : paint(output, 'green', `[${twin}: ${safe}]`);
    });
    output.line(`    ${words.join(' ')}`);
  }
}

function printOnly(
  output: Output,
  { name, clauses }: ComparedText,
  positions: readonly number[],
  what: string,
): void {
  if (positions.length === 0) return;
  const labels = [...new Set(positions.map((at) => clauses[at]!.label))].map(forTerminal);
  output.line(`\n  ${what} ${name}, ${plural(positions.length, 'clause')}: ${labels.join(' · ')}`);
}

const SIGNS: Readonly<Record<Change['kind'], string>> = {
  unchanged: '=',
  edited: '~',
  added: '+',
  removed: '-',
  split: '<',
  merged: '>',
};

function printChange(output: Output, pair: ComparedPair, change: Change): void {
  const { left, right } = pair;
  const clause = change.right.length > 0 ? right.clauses[change.right[0]!]! : left.clauses[change.left[0]!]!;
  const what = `${change.kind}${change.moved ? ', moved' : ''}`;
  const detail = change.significance === 'substantive' ? '' : ` (${change.significance})`;
  const place = forTerminal([...clause.headingPath].join(' › ') || clause.label);
  output.line(
    `\n${SIGNS[change.kind]} ${paint(output, 'bold', what)}${detail}  ${paint(output, 'dim', place)}`,
  );
  output.line(`  ${markSpans(output, spansOf(change, left.clauses, right.clauses))}`);
}

type Texts = readonly { readonly text: string }[];

function spansOf(change: Change, left: Texts, right: Texts): readonly Span[] {
  if (change.spans.length > 0) return change.spans;
  const [kind, positions, texts] =
    change.right.length > 0
      ? (['added', change.right, right] as const)
      : (['removed', change.left, left] as const);
  const text = positions.map((position) => texts[position]!.text).join(' ');
  return [[change.kind === 'unchanged' ? 'kept' : kind, text]];
}

/** Words marked for the terminal: signs always, so that colour is never the only difference. */
function markSpans(output: Output, spans: readonly Span[]): string {
  return spans
    .map(([kind, text]) => {
      const safe = forTerminal(text);
      if (kind === 'added') return paint(output, 'green', `{+${safe}+}`);
      if (kind === 'removed') return paint(output, 'red', `[-${safe}-]`);
      return safe;
    })
    .join('');
}
