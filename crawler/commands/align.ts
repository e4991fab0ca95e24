import type { Command } from 'commander';
import { answerQuestion, type Clause, type ComparisonQuestion } from '../core/index.ts';
import { UserError } from '../errors.ts';
import { type CommandContext, newCommand } from './context.ts';
import { readLines } from './input-lines.ts';

export function alignCommand(context: CommandContext): Command {
  return newCommand(
    context,
    'align',
    'answer questions of other programs: one JSON object a line in, one a line out, in order',
    ['align < questions.jsonl'],
  )
    .addHelpText(
      'after',
      `
Questions and their answers:
  {left: [clause…], right: [clause…]}  {matches: [{left, right, kind, moved, score}…], approximate}
  {left: "text", right: "text"}        {spans: [["kept" | "removed" | "added", text]…]}
  {versions: [[clause…]…]}             {lineages: [[id…]…]}
A clause is {kind: "heading" | "paragraph" | "item" | "row", level, text}; text is inline Markdown.`,
    )
    .action(async () => {
      const { input, line } = context.output;
      let number = 0;
      for await (const text of readLines(input)) {
        number++;
        if (text.trim() !== '') line(JSON.stringify(answerQuestion(parseQuestion(text, number))));
      }
    });
}

const KINDS = new Set(['heading', 'paragraph', 'item', 'row']);

function isClause(value: unknown): value is Clause {
  const clause = value as Partial<Clause> | null;
  return (
    typeof clause === 'object' &&
    clause !== null &&
    KINDS.has(clause.kind as string) &&
    Number.isInteger(clause.level) &&
    typeof clause.text === 'string'
  );
}

const isClauses = (value: unknown): value is Clause[] => Array.isArray(value) && value.every(isClause);

/** One question, checked. Throws a UserError that names the line. */
function parseQuestion(text: string, number: number): ComparisonQuestion {
  const wrong = (what: string) =>
    new UserError(
      `line ${number} of standard input ${what}`,
      'See `palimpsest align --help` for the three questions.',
    );
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw wrong(`is no JSON: ${(error as Error).message}`);
  }
  const { left, right, versions } = value ?? {};
  if (typeof left === 'string' && typeof right === 'string') return { left, right };
  if (isClauses(left) && isClauses(right)) return { left, right };
  if (Array.isArray(versions) && versions.every(isClauses)) return { versions };
  throw wrong('is none of the three questions, or a clause in it lacks kind, level or text');
}
