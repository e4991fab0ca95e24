import {
  type Change,
  hideTypography,
  type PlacedClause,
  plainText,
  type Span,
} from '../../../crawler/core/index.ts';
import { escapeHtml, plainLabel } from '../html.ts';
import { renderInline, splitCells } from '../inline.ts';
import { changeLabel } from '../labels.ts';
import { plural } from '../plural.ts';
import { type ComparisonBlock, cutSpans, isMostlyChanged, type SideClause } from './comparison-blocks.ts';
import { foldSentences } from './fold-sentences.ts';
import { tellRepeats } from './repeats.ts';

/**
 * The changes of a comparison as HTML, for the built pages and for the comparison in the browser alike. Where the marks
 * of an edit stand otherwise in one text than in two columns, the change is there twice, and the page's style shows one
 * of the two; everything else is there once.
 */

/** What the blocks of a comparison are rendered with. */
export interface Rendering {
  /** A change in a sentence; '' where none is wanted. */
  readonly sentenceOf: (change: Change) => string;
  /** True for a change that is nothing but substitutions made elsewhere as well. */
  readonly isOnlyRepeats: (change: Change) => boolean;
  /** Attributes of the elements that hold a side's text. */
  readonly attributes: Readonly<Record<'left' | 'right', string>>;
  /** Address of a clause's history from the end of it. */
  readonly historyAddress: (slug: string) => string;
}

type ChangeBlock = ComparisonBlock & { type: 'change' };

/** Text of spans: `<ins>` and `<del>` get their spoken start and end words from the style sheet. */
export function renderSpans(spans: readonly Span[]): string {
  return spans
    .map(([kind, text]) => {
      const html = escapeHtml(text);
      if (kind === 'kept') return html;
      return kind === 'added' ? `<ins>${html}</ins>` : `<del>${html}</del>`;
    })
    .join('');
}

/** A clause in the dress of its kind; `content` is HTML. */
export function dress(clause: PlacedClause, content: string): string {
  if (clause.kind === 'heading') return `<p class="as-heading">${content}</p>`;
  if (clause.kind === 'item') return `<p class="as-item">${content}</p>`;
  return clause.kind === 'row' ? `<p class="as-row">${content}</p>` : `<p>${content}</p>`;
}

/** A clause of one side as it stands. */
export function renderClause(clause: PlacedClause): string {
  if (clause.kind !== 'row') return dress(clause, renderInline(clause.text));
  return dress(clause, splitCells(clause.text).map(renderInline).join('<span class="cell"> · </span>'));
}

const wrapAll = (tag: 'ins' | 'del', clauses: readonly PlacedClause[]): string =>
  clauses.map((clause) => dress(clause, `<${tag}>${escapeHtml(plainText(clause.text))}</${tag}>`)).join('');

/** True where both sides are whole texts without marks inside: such a change looks the same in every view. */
function isWhole({ change }: ChangeBlock): boolean {
  if (change.kind === 'added' || change.kind === 'removed') return true;
  return change.kind !== 'unchanged' && isMostlyChanged(change.spans);
}

/** One side of a change without marks inside; '' where it has none. */
const renderWhole = (block: ChangeBlock, side: 'left' | 'right'): string =>
  wrapAll(side === 'left' ? 'del' : 'ins', block[side]);

/** Both sides' marks in one text. */
function renderInlineForm({ change, right }: ChangeBlock): string {
  if (change.kind === 'unchanged') return right.map(renderClause).join('');
  const pieces = cutSpans(hideTypography(change.spans, 'right'), right, 'right');
  return right.map((clause, at) => dress(clause, foldSentences(pieces[at]!, renderSpans))).join('');
}

function renderSide(block: ChangeBlock, side: 'left' | 'right'): string {
  const clauses = block[side];
  const { change } = block;
  if (change.kind === 'unchanged') return clauses.map(renderClause).join('');
  const shown = hideTypography(change.spans, side);
  const own = shown.filter(([kind]) => kind !== (side === 'left' ? 'added' : 'removed'));
  const pieces = cutSpans(own, clauses, side);
  return clauses.map((clause, at) => dress(clause, renderSpans(pieces[at]!))).join('');
}

function renderForms(block: ChangeBlock, { attributes }: Rendering): string {
  const sides = (render: (side: 'left' | 'right') => string) =>
    `<div class="side-left"${attributes.left}>${render('left')}</div>` +
    `<div class="side-right"${attributes.right}>${render('right')}</div>`;
  if (isWhole(block)) {
    const classes = `both-forms${block.change.kind === 'edited' ? ' is-reworded' : ''}`;
    return `<div class="${classes}">${sides((side) => renderWhole(block, side))}</div>`;
  }
  return (
    `<div class="inline-form"${attributes.right}>${renderInlineForm(block)}</div>` +
    `<div class="side-form">${sides((side) => renderSide(block, side))}</div>`
  );
}

export function labelOf(clause: PlacedClause): string {
  const label = escapeHtml(plainLabel(clause.label));
  return clause.labelIsOurs ? `<span class="label">[${label}]</span>` : label;
}

const SIGNS: Readonly<Record<string, string>> = {
  added: '+',
  removed: '−',
  unchanged: '↕',
  split: '⋔',
  merged: '⋔',
};

function renderHistoryLink(clause: SideClause, { historyAddress }: Rendering): string {
  if (!clause.history) return '';
  return ` <a class="of-clause" href="${escapeHtml(historyAddress(clause.history))}">history of this clause</a>`;
}

/** `continues` a head that is seen: its own is only heard, and has no more than it needs. */
function renderHead(block: ChangeBlock, continues: boolean, rendering: Rendering): string {
  const { change, left, right, number } = block;
  const clause = (right[0] ?? left[0])!;
  const words = [changeLabel(change, clause.kind === 'heading')];
  if (change.kind === 'edited' && isMostlyChanged(change.spans)) words.push('mostly in other words');
  if (block.movedFrom !== null) {
    const from = block.movedFrom === '' ? 'the beginning' : `after “${plainLabel(block.movedFrom)}”`;
    words.push(`moved from ${from}`);
  }
  const what = words.map(escapeHtml).join(', ');
  const jump = change.moved ? ` <a href="#_from-${number}">old place</a>` : '';
  return (
    `<h3 class="change-head" tabindex="-1"><a class="number" href="#change-${number}">${number}</a> ` +
    `<span class="sign" aria-hidden="true">${SIGNS[change.kind] ?? '~'}</span> ` +
    `${labelOf(clause)} <span class="what">${what}${jump}</span>${continues ? '' : renderHistoryLink(clause, rendering)}</h3>`
  );
}

/** True where a change goes on what the one before began: the same happened to the next clause of the same section. */
function continuesChange(block: ChangeBlock, before: ComparisonBlock | undefined): boolean {
  if (before?.type !== 'change' || block.change.kind !== before.change.kind) return false;
  if (block.change.kind !== 'added' && block.change.kind !== 'removed') return false;
  const clause = (one: ChangeBlock) => (one.right[0] ?? one.left[0])!;
  const [own, last] = [clause(block), clause(before)];
  return own.kind !== 'heading' && own.label === last.label && !own.labelIsOurs;
}

/**
 * A change in words, in place of its marks where the reader asks for sentences. A clause that came or went needs none:
 * its head and its text say it.
 */
function renderSentence(number: number | null, sentence: string): string {
  if (sentence === '') return '';
  const text = escapeHtml(plainLabel(sentence));
  return number === null
    ? `<p class="sentence is-quiet">${text}</p>`
    : `<p class="sentence"><b>${number}</b> ${text}</p>`;
}

/** What a script filters by: how many words, and which topics. */
function filterData({ change, left, right }: ChangeBlock): string {
  const clauses = right.length > 0 ? right : left;
  const topics = [...new Set(clauses.flatMap(({ topics = [] }) => topics.map(({ topic }) => topic)))];
  const words = ` data-words="${change.wordsAdded + change.wordsRemoved}"`;
  return topics.length > 0 ? `${words} data-topics="${escapeHtml(topics.join(' '))}"` : words;
}

function renderChange(block: ChangeBlock, before: ComparisonBlock | undefined, rendering: Rendering): string {
  const { change, number } = block;
  const { sentenceOf, isOnlyRepeats } = rendering;
  const continues = continuesChange(block, before);
  const classes = [
    'change',
    `is-${change.kind}`,
    change.moved ? 'is-moved' : '',
    continues ? 'continues' : '',
  ]
    .filter(Boolean)
    .join(' ');
  const isOneSided = change.left.length === 0 || change.right.length === 0;
  const sentence = isOneSided ? '' : renderSentence(number, sentenceOf(change));
  const forms = renderForms(block, rendering);
  const shown = isOnlyRepeats(change)
    ? `<details class="repeat"><summary>only ${escapeHtml(plainLabel(tellRepeats(change)))}</summary>${forms}</details>`
    : forms;
  return (
    `<section class="${classes}" id="change-${number}"${filterData(block)}>` +
    `${renderHead(block, continues, rendering)}${sentence}${shown}</section>`
  );
}

function quietNote(change: Change | undefined): string {
  if (!change) return '';
  return `<p class="quiet-note">${changeLabel(change, false)}</p>`;
}

/** Names for the fold: the headings inside it, else the first label. */
function nameKept(clauses: readonly PlacedClause[]): string {
  const labels = [...new Set(clauses.map(labelOf))];
  const shown = labels.slice(0, 3).join(' · ');
  return labels.length > 3 ? `${shown} …` : shown;
}

function renderKept(
  block: ComparisonBlock & { type: 'kept' },
  { sentenceOf, attributes }: Rendering,
): string {
  const { clauses, quiet } = block;
  const sentences = [...quiet.values()].map((change) => renderSentence(null, sentenceOf(change)));
  const notes = quiet.size === 0 ? '' : `, ${plural(quiet.size, 'quiet change')}`;
  const body = clauses.map((clause, at) => renderClause(clause) + quietNote(quiet.get(at))).join('');
  return (
    `<details class="kept"><summary><span class="fold">${plural(clauses.length, 'clause')} unchanged${notes}</span> ` +
    `<span class="names">${nameKept(clauses)}</span></summary><div class="kept-text"${attributes.right}>${body}</div></details>${sentences.join('')}`
  );
}

function renderDeparture(block: ComparisonBlock & { type: 'departure' }): string {
  const label = escapeHtml(plainLabel(block.label));
  return (
    `<p class="departure" id="_from-${block.number}">“${label}” stood here; ` +
    `<a href="#change-${block.number}">moved to its new place</a></p>`
  );
}

/** The blocks of a comparison as HTML, one piece for each; each is rendered when it is asked for. */
export function* renderBlocks(blocks: readonly ComparisonBlock[], rendering: Rendering): Generator<string> {
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'change') yield renderChange(block, blocks[at - 1], rendering);
    else yield block.type === 'kept' ? renderKept(block, rendering) : renderDeparture(block);
  }
}
