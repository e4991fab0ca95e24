import type { Command } from 'commander';
import { type LabelledFile, type LabelOptions, labelFile } from '../run/ask/label-file.ts';
import { readLocalFile } from '../run/ask/normalize-file.ts';
import { type CommandContext, type CommonOptions, newCommand } from './context.ts';
import { forTerminal } from './output.ts';

interface Options extends CommonOptions, LabelOptions {
  readonly summary?: true;
}

/** What a file says of the topics: a line for each kind of standing that occurs. */
function summarize({ file, language, standings }: LabelledFile): string[] {
  const named = Map.groupBy(standings.keys(), (topic) => standings.get(topic)!);
  if (named.has('not-judged')) return [`${file}: not judged: no rules for ${language ?? 'its language'}`];
  return [...named].map(([standing, topics]) => `${file}: ${standing}: ${topics.join(', ')}`);
}

function writeLabels(context: CommandContext, labelled: LabelledFile, options: Options): void {
  const { output } = context;
  if (options.json) {
    for (const clause of labelled.clauses) output.line(JSON.stringify(clause));
    const { file, language, standings } = labelled;
    if (options.summary)
      output.line(JSON.stringify({ file, language, standings: Object.fromEntries(standings) }));
    return;
  }
  for (const { topics, perhaps, text } of labelled.clauses) {
    const maybe = (perhaps ?? []).map((topic) => `${topic}?`);
    const named = topics === null ? 'not judged' : [...topics, ...maybe].join(' ') || '-';
    output.line(forTerminal(`${named} | ${text}`));
  }
  for (const line of summarize(labelled)) output.note(forTerminal(line));
}

export function labelCommand(context: CommandContext): Command {
  return newCommand(
    context,
    'label',
    'topics and terms of local files’ clauses, with the reasons, without a store',
    ['label policy.md', 'label --json --summary policies/*.md'],
  )
    .argument('<file...>', 'HTML, Markdown, plain text or PDF files')
    .option(
      '--language <code>',
      'the language of the files, by ISO 639-1, where it need not be told from the text',
    )
    .option('--domain <domain>', 'whose policy it is: that company is no third party')
    .option('--summary', 'with --json: after each file’s clauses a line on how it stands to each topic')
    .action(async (files: string[], options: Options) => {
      for (const file of files) readLocalFile(file);
      for (const file of files) writeLabels(context, await labelFile(file, options), options);
    });
}
