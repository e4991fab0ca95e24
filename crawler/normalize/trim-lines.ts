import { findDate, findStatedDate } from '../core/index.ts';
import { dropStart, type Line, lineText, plainRuns } from './line.ts';
import { todaysDateLength } from './todays-date.ts';
import { isVisitorCounter } from './visitor-counter.ts';

/** Furniture that only its words give away, line by line: menus around the text, copyright lines, ways back to the top. */

const TO_TOP =
  /^\W{0,20}(?:(?:back|return|go|jump|scroll)?\s*(?:to\s+)?(?:the\s+)?top(?:\s+of\s+(?:the\s+)?page)?|retour\s+(?:en|au)\s+haut(?:\s+de\s+(?:la\s+)?page)?|haut\s+de\s+(?:la\s+)?page|(?:zur[üu]ck\s+)?nach\s+oben|zum\s+(?:seiten)?anfang|volver\s+arriba|torna\s+su|naar\s+boven)\W*$/iu;
const INTERFACE =
  /^\W{0,20}(?:print(?:\s+(?:this\s+)?(?:page|policy))?|imprimer|drucken|share(?:\s+this(?:\s+(?:page|article))?)?|partager(?:\s+cet\s+article)?|copy\s+link|copier\s+le\s+lien|skip\s+to\s+(?:main\s+)?content|close(?:\s+window)?|fermer|schlie[ßs]en|return\s+to\s+(?:the\s+)?(?:home|main)\s*page|(?:back\s+to\s+)?home(?:\s*page)?|accueil|suivant|pr[ée]c[ée]dent|next|previous|was\s+this\s+(?:article\s+|page\s+)?helpful|email\s+this\s+page)\W*$/iu;
/** What opens and shuts a part of the page; the part itself is text. */
const DISCLOSURE =
  /^\W{0,20}(?:(?:see|show|view|hide|read)\s+(?:more|less|details|all)|expand(?:\s+all)?|collapse(?:\s+all)?|(?:voir|afficher|masquer)\s+(?:plus|moins|les\s+d[ée]tails)|mehr\s+anzeigen|weniger\s+anzeigen|ver\s+m[áa]s|mostra\s+(?:di\s+pi[ùu]|altro)|meer\s+weergeven)\W*$/iu;
const COPYRIGHT =
  /^(?:copyright|©|\(c\)|all\s+rights\s+reserved|tous\s+droits\s+r[ée]serv|alle\s+rechte\s+vorbehalten)|(?:©|\(c\)|copyright)\s*(?:19|20)\d\d|all\s+rights\s+reserved\.?$/iu;
/** A copyright line is short; a clause about copyright is not. */
export const MAX_COPYRIGHT = 300;
/** `¶`, `#`: ways to link to a heading. */
const PERMALINK = /^[#¶§🔗\u2693]+$/u;

/** A line that says whose the page is, and nothing else worth reading. */
export function isCopyrightLine(text: string): boolean {
  return text.length <= MAX_COPYRIGHT && COPYRIGHT.test(text);
}

const hasDate = (text: string) => findDate(text) !== null;
/** Today's date and nothing else. */
const isToday = (text: string) => text !== '' && todaysDateLength(text) === text.length;

/** A menu's line without the visitor counter after its last link. */
function withoutCounter(line: Line): Line {
  const last = line.runs.findLastIndex((run) => run.href !== null);
  const counter = line.runs.slice(last + 1).map((run) => run.text);
  return last >= 0 && isVisitorCounter(counter.join(''))
    ? { ...line, runs: line.runs.slice(0, last + 1) }
    : line;
}

/** Nearly all of it links that lead away, with little between them. */
function isMenuLine(whole: Line): boolean {
  if (whole.kind === 'row' || whole.depth > 0) return false;
  const line = withoutCounter(whole);
  const text = lineText(line);
  const linked = line.runs.reduce(
    (sum, run) => sum + (run.href && !run.href.startsWith('mailto:') ? run.text.length : 0),
    0,
  );
  const between = text.replace(/[\s|·•»>/:,-]/g, '').length;
  const links = line.runs.filter((run) => run.href !== null).length;
  return linked > 0 && linked >= between * 0.8 && (links > 1 || text.length <= 60) && !/^https?:/i.test(text);
}

function isInterface(line: Line): boolean {
  const text = lineText(line);
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  return text.length <= 80 && (TO_TOP.test(text) || PERMALINK.test(text) || DISCLOSURE.test(text));
}

const isSentence = (text: string) =>
  !COPYRIGHT.test(text) &&
  !isVisitorCounter(text) &&
  (text.length > 120 || (text.length > 40 && /[.!?]$/.test(text)));

function isTrailer(line: Line): boolean {
  const text = lineText(line);
  if (isCopyrightLine(text)) return cutCopyright(line) === line;
  if (isVisitorCounter(text)) return true;
  if (hasDate(text)) return isToday(text);
  return isMenuLine(line) || INTERFACE.test(text);
}

/** `Copyright 2001 Example. Updated 3 May 2001`: the date is the policy's, the rest is the page's. */
function cutCopyright(line: Line): Line {
  const text = lineText(line);
  const stated = isCopyrightLine(text) ? findStatedDate([text]) : null;
  return stated && stated.kind !== 'posted' ? { ...line, runs: plainRuns(stated.words) } : line;
}

export interface Trimmed {
  readonly lines: Line[];
  /** Position of the title among them, or -1. */
  readonly title: number;
  readonly removed: Line[];
}

/** @param title position of the line that titles the text, or -1 */
export function trimLines(lines: readonly Line[], title: number): Trimmed {
  let from = 0;
  const removed: Line[] = [];
  const kept: Line[] = [];
  while (from < lines.length && from !== title && (isTrailer(lines[from]!) || isInterface(lines[from]!)))
    from++;
  const lastSentence = lines.findLastIndex((line) => line.kind === 'row' || isSentence(lineText(line)));
  let keptTitle = -1;
  for (const [at, line] of lines.entries()) {
    const text = lineText(line);
    const isBefore = at < title && text.length < 120 && (!hasDate(text) || isToday(text));
    const isAfter = at > Math.max(lastSentence, title) && isTrailer(line);
    if (at < from || isAfter || isBefore || (at !== title && isInterface(line))) removed.push(line);
    else {
      if (at === title) keptTitle = kept.length;
      const shown = at === title ? { ...line, runs: dropStart(line.runs, todaysDateLength(text)) } : line;
      kept.push(at > lastSentence ? cutCopyright(shown) : shown);
    }
  }
  return { lines: kept, title: keptTitle, removed };
}
