import { findDate } from '../core/index.ts';
import { allow } from './budget.ts';
import { readLabelHead } from './label-head.ts';
import { type Line, plainRuns } from './line.ts';
import { namesPolicy } from './policy-words.ts';

/** Typed plain text to lines: titles, `Label:` heads, bullets, hard-wrapped paragraphs. */

const BULLET = /^\s*(?:[•·●▪■◦‣○*–—-])\s+(\S.*)$/u;
/** A row of signs below a title, or between two parts. */
const RULE = /^\s*([-=_~*#])\1{2,}\s*$/;

interface UnfinishedLine {
  text: string;
  kind: 'item' | 'text';
  /** Rank that an underline gives it, 0 for none: `=` ranks above all others. */
  heading: number;
}

/** Longest title, and shortest line that was wrapped by hand. */
const MAX_TITLE = 100;
const MIN_WRAPPED = 45;
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

/** A line and the rule below it that is as long, or that follows the first line of a paragraph: a title. */
function isUnderlined(line: string, rule: string | undefined, isFirst: boolean): boolean {
  if (rule === undefined || !RULE.test(rule) || RULE.test(line)) return false;
  const text = line.trim();
  if (text.length > MAX_TITLE || BULLET.test(line)) return false;
  return Math.abs(text.length - rule.trim().length) <= 3 || (isFirst && !/[.,;]$/.test(text));
}

/** Lines between rules are paragraphs of their own; rules themselves are no text. */
function draftParagraph(lines: readonly string[]): UnfinishedLine[] {
  const drafts: UnfinishedLine[] = [];
  let part: string[] = [];
  for (const [at, line] of lines.entries()) {
    const rule = lines[at + 1];
    const isTitle = isUnderlined(line, rule, part.length === 0);
    if (!isTitle && !RULE.test(line)) part.push(line);
    else {
      drafts.push(...draftLines(part));
      part = [];
    }
    if (isTitle) drafts.push({ text: line.trim(), kind: 'text', heading: rule!.includes('=') ? 1 : 2 });
  }
  return [...drafts, ...draftLines(part)];
}

function draftLines(lines: readonly string[]): UnfinishedLine[] {
  const drafts: UnfinishedLine[] = [];
  const isWrapped = lines.length > 1 && lines.slice(0, -1).every((line) => line.trim().length >= MIN_WRAPPED);
  for (const line of lines) {
    const item = BULLET.exec(line);
    const last = drafts.at(-1);
    const isLabelled = /^\s*(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s/i.test(line);
    const goesOn = last && (last.kind === 'item' || (isWrapped && last.text.length >= MIN_WRAPPED));
    if (item) drafts.push({ text: item[1]!.trim(), kind: 'item', heading: 0 });
    else if (goesOn && !isLabelled) last.text += ` ${line.trim()}`;
    else drafts.push({ text: line.trim(), kind: 'text', heading: 0 });
  }
  return drafts;
}

/** A short paragraph of one line, no sentence, with text below it; what names a policy at the very start needs no more. */
function isTitle(draft: UnfinishedLine, next: UnfinishedLine | undefined, isFirst: boolean): boolean {
  if (draft.kind !== 'text' || !next) return false;
  const { text } = draft;
  if (!HEADING_LIKE.test(text) || /[.,;]$/.test(text) || findDate(text)) return false;
  if (text.endsWith(':')) return next.kind !== 'item' && readLabelHead(text) !== null;
  if (next.kind === 'item' || (isFirst && namesPolicy(text))) return true;
  return next.text.length > text.length || /^\p{Lu}[\p{Lu}\P{L}]+$/u.test(text);
}

/** How many label heads make a document one that uses them. */
const MIN_LABELS = 3;

export function readTypedLines(text: string): Line[] {
  allow(text.length, 'textChars');
  const drafts = listParagraphs(text).flatMap(draftParagraph);
  const labels = drafts.map(({ kind, text }) => (kind === 'text' ? readLabelHead(text) : null));
  const usesLabels = labels.filter((label) => label && label.rest !== '').length >= MIN_LABELS;
  const lines: Line[] = [];
  const push = (content: string, look: Partial<Line>) => {
    const runs = plainRuns(content);
    if (runs.length > 0) lines.push({ ...PLAIN_LINE, runs, block: lines.length, ...look });
  };
  for (const [at, draft] of drafts.entries()) {
    const label = usesLabels && draft.heading === 0 ? labels[at] : null;
    if (draft.kind === 'item') push(draft.text, { depth: 1, marker: '-' });
    else if (label) {
      push(`${label.label}:`, { isTerm: true, indent: 1 });
      push(label.rest, {});
    } else if (draft.heading > 0) push(draft.text, { heading: draft.heading });
    else push(draft.text, { isTerm: isTitle(draft, drafts[at + 1], at === 0) });
  }
  return lines;
}

const PLAIN_LINE: Omit<Line, 'block'> = {
  kind: 'text',
  runs: [],
  heading: 0,
  isTerm: false,
  depth: 0,
  marker: null,
  breaks: 0,
  dress: '',
  indent: 0,
};
