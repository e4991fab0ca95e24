import { citeRelease } from './dataset-file.ts';
import type { ReleaseFacts } from './release-files.ts';

/** The questions of “Datasheets for Datasets” (Gebru and others, 2021) with what can be said of any store's export. */
export function formatDatasheet(
  { title, description, release, contentHash, gatheredAt, program }: ReleaseFacts,
  counts: readonly (readonly [what: string, count: number])[],
): string {
  const sections: readonly (readonly [string, string])[] = [
    [
      'Why was it made?',
      'To read, compare and cite what companies promised about personal information, since when, and what stood there before.',
    ],
    [
      'What is in it?',
      `${description} Counted: ${counts.map(([what, count]) => `${count} ${what}`).join(', ')}. A version is a longest run of captures that read the same.`,
    ],
    [
      'What is not in it?',
      'What no archive captured, or what was not looked for. A half-year without captures is a gap, not a time without changes; `coverage` says where gaps are. Archives hold more of prominent sites than of others, and more of recent years: the companies are no sample of all companies.',
    ],
    [
      'How was it gathered?',
      `Captures were listed by a web archive’s index and read from it, or imported from collections of others; \`versions\` names each text’s copy, the time it was read, the run and the program. Written by ${program}${gatheredAt === null ? '' : `; the newest material is of ${gatheredAt}`}.`,
    ],
    [
      'How was it processed?',
      'Pages were reduced to the policy’s own text by rule; texts were cut into clauses and aligned; topics, names, promises and vague words were labelled by rules whose names stand beside the labels. `perhaps` marks what a model learned from headings says. `flags` names doubts. Nobody labelled by hand, and no text was changed.',
    ],
    [
      'Is there personal data in it?',
      'Policies name contact addresses and sometimes persons, as their publishers made them public. An export with `--redact` masks mail addresses and telephone numbers. What has to go is put on the removal list: `removals` says what was taken out.',
    ],
    [
      'What is it good for, and what not?',
      'For studies of what policies say and how that changed. Not as legal advice, not as what a company says today, and not for finding or contacting persons. A stated date is a claim of the text. That a text does not speak of a topic can be said only where `label_language` is not null.',
    ],
    [
      'Under which terms?',
      'What was added is offered under CC BY 4.0. The texts are their publishers’; they are held so that what was promised can be read, compared and cited.',
    ],
    [
      'How is it kept up?',
      `A release never changes: its name holds its day and its content’s hash. ${citeRelease(release, contentHash)}`,
    ],
  ];
  return `# Datasheet: ${title}\n\n${sections.map(([question, answer]) => `## ${question}\n\n${answer}`).join('\n\n')}\n`;
}
