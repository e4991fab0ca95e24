import { findDate } from '../core/stated-date.ts';
import { type Line, plainRuns } from './line.ts';

/** Typed plain text to lines: titles, `Label:` heads, bullets, hard-wrapped paragraphs. */

const BULLET = /^\s*(?:[•·●▪■◦‣○*–—-])\s+(\S.*)$/u;
/** `Cookies:  text`: what stands before the colon reads as a title. */
const LABEL_HEAD = /^(\p{Lu}[^.:;!?()"“]{1,59}(?:\.\w+[^.:;!?()"“]{0,40})?):(?:\s+|$)(.*)$/su;

interface Draft {
  text: string;
  kind: 'title' | 'item' | 'text';
}

const HEADING_LIKE = /^[\p{Lu}\d(][^\n]{1,99}$/u;

/** Paragraphs, blank lines between; lines inside a paragraph are joined where the text was wrapped by hand. */
function listParagraphs(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\f/g, '\n\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
    .filter((part) => part.length > 0);
}

function draftParagraph(lines: readonly string[]): Draft[] {
  const drafts: Draft[] = [];
  const isWrapped = lines.length > 1 && lines.slice(0, -1).every((line) => line.trim().length >= 45);
  for (const line of lines) {
    const item = BULLET.exec(line);
    const last = drafts.at(-1);
    const isLabelled = /^\s*(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s/i.test(line);
    if (item) drafts.push({ text: item[1]!.trim(), kind: 'item' });
    else if (
      last &&
      !isLabelled &&
      (isWrapped || last.kind === 'item' ? last.text.length >= 45 || last.kind === 'item' : false)
    ) {
      last.text += ` ${line.trim()}`;
    } else drafts.push({ text: line.trim(), kind: 'text' });
  }
  return drafts;
}

/** A short paragraph of one line, no sentence, with text below it. */
function isTitle(draft: Draft, next: Draft | undefined): boolean {
  if (draft.kind !== 'text' || !next) return false;
  const { text } = draft;
  if (!HEADING_LIKE.test(text) || /[.,;]$/.test(text) || findDate(text)) return false;
  if (/:$/.test(text) && text.length > 60) return false;
  return next.kind === 'item'
    ? !/:$/.test(text)
    : next.text.length > text.length || /^\p{Lu}[\p{Lu}\P{L}]+$/u.test(text);
}

/** How many label heads make a document one that uses them. */
const MIN_LABELS = 3;

export function readTypedLines(text: string): Line[] {
  const drafts = listParagraphs(text).map(draftParagraph);
  const flat = drafts.flat();
  const usesLabels =
    flat.filter((draft) => draft.kind === 'text' && LABEL_HEAD.exec(draft.text)?.[2]).length >= MIN_LABELS;
  const lines: Line[] = [];
  let block = 0;
  const push = (content: string, line: Partial<Line>) => {
    const runs = plainRuns(content);
    if (runs.length === 0) return;
    lines.push({
      kind: 'text',
      runs,
      heading: 0,
      isTerm: false,
      depth: 0,
      marker: null,
      breaks: 0,
      block: block++,
      indent: 0,
      ...line,
    });
  };
  for (const [at, draft] of flat.entries()) {
    const label = usesLabels ? LABEL_HEAD.exec(draft.text) : null;
    if (draft.kind === 'item') push(draft.text, { depth: 1, marker: '-' });
    else if (label) {
      push(`${label[1]}:`, { isTerm: true });
      push(label[2]!, {});
    } else push(draft.text, { isTerm: isTitle(draft, flat[at + 1]) });
  }
  return lines;
}
