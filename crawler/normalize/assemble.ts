import { findStatedDate, type Removal } from '../core/index.ts';
import { arrangeBlocks } from './arrange.ts';
import { blockText } from './block.ts';
import { allow } from './budget.ts';
import { showsDamage } from './decode.ts';
import { logRemoval } from './extract.ts';
import { findHeadings } from './find-headings.ts';
import { findTitleLine, nameDocument, readPageTitle } from './find-title.ts';
import { type Extracted, judgeText } from './judge.ts';
import { detectLanguage } from './language.ts';
import { joinCutLines, type Line, lineText, markLetterBullets, plainRuns } from './line.ts';
import type { Flag, Normalization, Reason } from './normalization.ts';
import { splitRunInHeads } from './run-in-heads.ts';
import { settleLooks } from './settle-looks.ts';
import { trimLines } from './trim-lines.ts';
import { writeMarkdown } from './write-markdown.ts';

/** From the lines of a page to what is said of it. */

/** What is said of a page of which nothing is known. */
export const NOTHING: Normalization = {
  outcome: 'failed',
  reason: 'empty',
  title: null,
  language: null,
  statedDate: null,
  markdown: '',
  removed: [],
  flags: [],
  follow: null,
  charset: null,
};

export interface Source {
  readonly lines: readonly Line[];
  readonly removed: readonly Removal[];
  readonly flags: readonly Flag[];
  readonly follow: string | null;
  readonly charset: string | null;
  readonly pageTitle: string | null;
  /** What tells documents from other pages; null for texts handed in by a person: they are what they are. */
  readonly page: Pick<Extracted, 'proseChars' | 'readPageText' | 'scriptChars' | 'readAsksPassword'> | null;
  readonly takesAnyText?: boolean;
}

/** What a text is refused for that does not read like a policy; what is no page of the site at all is refused anyway. */
const NO_POLICY: ReadonlySet<Reason> = new Set(['wrong-document', 'too-short']);

/** Stops at more lines, or longer ones, than a budget allows. */
function allowLines(lines: readonly Line[]): void {
  allow(lines.length, 'lines');
  let total = 0;
  for (const line of lines) {
    const length = line.runs.reduce((sum, run) => sum + run.text.length, 0);
    allow(length, 'lineChars');
    total += length;
  }
  allow(total, 'textChars');
}

/** Lines of whatever source to the answer. */
export function assemble(source: Source): Normalization {
  const { follow, charset, pageTitle, page } = source;
  allowLines(source.lines);
  const whole = joinCutLines(markLetterBullets(settleLooks(source.lines)));
  const lines = splitRunInHeads(whole, findTitleLine(whole));
  const trimmed = trimLines(lines, findTitleLine(lines));
  const removed = [
    ...source.removed,
    ...trimmed.removed.map((line) => logRemoval('lines', 'words', lineText(line))),
  ];
  const blocks = arrangeBlocks(trimmed.lines, findHeadings(trimmed.lines, trimmed.title));
  const namedTitle =
    trimmed.title < 0 && !lines.some((line) => line.heading === 1) ? readPageTitle(pageTitle) : null;
  if (namedTitle !== null)
    blocks.unshift({ kind: 'heading', level: 1, marker: null, runs: plainRuns(namedTitle) });
  const clauses = blocks.map(blockText);
  const text = clauses.join('\n');
  const titleBlock = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  const heading = titleBlock ? blockText(titleBlock) : null;
  const language = detectLanguage(text);
  const statedDate = findStatedDate(clauses, language);
  const flags = source.flags.filter((flag) => flag !== 'mojibake' || showsDamage(text));
  if (statedDate?.date === null) flags.push('undecided-date');
  const common = {
    ...NOTHING,
    title: nameDocument(heading, pageTitle),
    language,
    removed,
    flags,
    follow,
    charset,
  };
  const reason =
    text === '' && !page
      ? 'too-short'
      : page && judgeText({ text, heading, pageTitle, follow, language, ...page });
  const isTaken = source.takesAnyText === true && text !== '' && reason !== null && NO_POLICY.has(reason);
  if (reason && !isTaken) return { ...common, outcome: 'not-a-policy', reason };
  return { ...common, outcome: 'version', reason: null, statedDate, markdown: writeMarkdown(blocks) };
}

export const failed = (reason: Reason, flags: readonly Flag[] = []): Normalization => ({
  ...NOTHING,
  reason,
  flags,
});
