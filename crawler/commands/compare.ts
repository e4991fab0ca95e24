import type { Command } from 'commander';
import { type Change, type Span, summarizeComparison } from '../core/index.ts';
import { type ComparedPair, comparePair } from '../run/ask/compare-pair.ts';
import { type CommandContext, type CommonOptions, newCommand } from './context.ts';
import { forTerminal, type Output, paint } from './output.ts';

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
  const { comparison, left, right } = pair;
  output.line(`${left.name} ${pair.isAcross ? 'beside' : '→'} ${right.name}`);
  output.line(pair.isAcross ? summarizeAcross(pair) : summarizeComparison(comparison));
  if (comparison.approximate) output.line('approximate: the texts are too large to be compared exactly');
  for (const change of comparison.changes) printChange(output, pair, change);
}

/** Two companies' texts in a sentence: nothing came or went between them. */
function summarizeAcross({ left, right, comparison }: ComparedPair): string {
  const { unchanged, edited, added, removed } = comparison.counts;
  const languages =
    left.language === right.language
      ? ''
      : ` The texts are in two languages (${left.language}, ${right.language}).`;
  return (
    `${unchanged + edited} clauses in both, by topic or wording; ${removed} only in ${left.name}, ` +
    `${added} only in ${right.name}.${languages}`
  );
}

/** What is said of a change; of two companies, on which side a clause stands. */
function sayWhat({ left, right, isAcross }: ComparedPair, change: Change): string {
  if (!isAcross) return `${change.kind}${change.moved ? ', moved' : ''}`;
  if (change.kind === 'added') return `only in ${right.name}`;
  return change.kind === 'removed' ? `only in ${left.name}` : 'in both';
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
  const what = sayWhat(pair, change);
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
