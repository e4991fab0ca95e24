import { weighText } from '../core/index.ts';
import { isMarked, type Line, lineText } from './line.ts';
import { namesKindAlone, namesPolicy, namesPrivacy } from './policy-words.ts';

/** Which line titles the whole text. */

/** Lines looked at before the first sentence, and longest line that can be a title. */
const MAX_LINES = 15;
const MAX_TITLE = 100;
/** Longest line that is no part of a sentence: the name of a site above the title. */
const MAX_NAME = 60;
/** A page that is called by its file. */
const FILE_NAME = /^\S+\.\w{2,5}$/;

/** Position of the first line that is plainly a sentence. */
function findFirstSentence(lines: readonly Line[]): number {
  const at = lines.findIndex((line) => {
    const text = lineText(line);
    const length = line.heading === 0 ? weighText(text) : 0;
    return length > 120 || (length > 50 && /[.:。：।។]$/.test(text));
  });
  return at < 0 ? lines.length : at;
}

/** A menu that names a policy among other pages titles none of them: most of its letters lead elsewhere. */
function isLinkRow({ runs }: Line): boolean {
  let linkCount = 0;
  let surplus = 0;
  for (const { text, href } of runs) {
    const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    if (href !== null) linkCount++;
    surplus += href === null ? -letters : letters;
  }
  return linkCount > 1 && surplus >= 0;
}

/** A plain line that no sentence goes on from, or into: around it are other blocks, empty lines or short ones. */
function standsAlone(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  const isNear = (other: Line | undefined, breaks: number | undefined) =>
    other !== undefined && other.block === line.block && breaks === 1;
  const [above, below] = [lines[at - 1], lines[at + 1]];
  const isJoined = isNear(above, line.breaks) && lineText(above!).length > MAX_NAME;
  return !isJoined && !isNear(below, below?.breaks);
}

/**
 * The title names a policy, or another document, before the first sentence; lines that look like headings are preferred
 * to plain ones, privacy to other documents. Failing that it is the only `h1`.
 * @returns position of the line, or -1
 */
export function findTitleLine(lines: readonly Line[]): number {
  const end = Math.min(MAX_LINES, findFirstSentence(lines) + 1);
  const early = lines.slice(0, end).map((line, at) => ({ line, at, text: lineText(line) }));
  const named = early.filter(
    ({ line, text }) =>
      line.kind === 'text' &&
      line.marker === null &&
      text.length <= MAX_TITLE &&
      !/[.;,]$/.test(text) &&
      namesPolicy(text) &&
      line.runs.some((run) => run.href === null) &&
      !isLinkRow(line),
  );
  const choice =
    named.find(({ line, text }) => isMarked(line) && namesPrivacy(text)) ??
    named.find(({ line }) => isMarked(line)) ??
    named.find(({ at }) => standsAlone(lines, at));
  if (choice) return choice.at;
  const heads = lines.flatMap((line, at) => (line.heading === 1 ? [at] : []));
  return heads.length === 1 && heads[0]! < MAX_LINES ? heads[0]! : -1;
}

/** What separates a document's name from the site's in `<title>`. */
const SEPARATOR = / [|–—·•»:-]+ | ?[|»｜：] ?|: /;

/** The part of a page's `<title>` that names a policy, or null. */
export function readPageTitle(pageTitle: string | null): string | null {
  if (pageTitle === null || FILE_NAME.test(pageTitle) || !namesPolicy(pageTitle)) return null;
  const part = pageTitle.split(SEPARATOR).find((piece) => namesPolicy(piece));
  return part !== undefined && part.length <= MAX_TITLE ? part.trim() : null;
}

/**
 * What a document is called: by the heading of its text, unless that names none, or only its kind, where the page's
 * `<title>` names a privacy policy ("Help Center", "Policy"); without the site's name where it stands beside the
 * document's.
 */
export function nameDocument(heading: string | null, pageTitle: string | null): string | null {
  const named = readPageTitle(pageTitle);
  if (heading === null) return named ?? pageTitle;
  if (named === null || !namesPrivacy(named)) return heading;
  return namesKindAlone(heading) || !namesPolicy(heading) ? named : heading;
}
