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
  output.line(`${left.name} → ${right.name}`);
  output.line(summarizeComparison(comparison));
  if (comparison.approximate) output.line('approximate: the texts are too large to be compared exactly');
  for (const change of comparison.changes) printChange(output, pair, change);
}

const SIGNS: Readonly<Record<Change['kind'], string>> = {
  unchanged: '=',
  edited: '~',
  added: '+',
  removed: '-',
  split: '<',
  merged: '>',
};

function printChange(output: Output, { left, right }: ComparedPair, change: Change): void {
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
