import { asRead } from '../core/as-read.ts';
import { parseClauses } from '../core/clauses.ts';
import type { PlacedClause, Removal } from '../core/model.ts';
import { logRemoval } from './extract.ts';

/**
 * Furniture that no single page gives away, learned from the captures of one policy: where the text between the first
 * and the last sentence stays the same word for word while short lines around it rotate (related links, ratings,
 * offers), the lines that rotate are the page's.
 */

/** From so many different rims around one and the same core on, what differs between them is furniture. */
const MIN_VARIANTS = 3;
/** Longest line at the rim that can be furniture. */
const MAX_RIM_LINE = 160;

interface Split {
  readonly clauses: readonly PlacedClause[];
  /** Positions of the first and last clause that is plainly a sentence. */
  readonly from: number;
  readonly to: number;
}

function isSentence(clause: PlacedClause): boolean {
  return clause.kind !== 'heading' && clause.text.length > 80 && /[.!?]\W*$/.test(asRead(clause.text));
}

function splitText(markdown: string): Split {
  const clauses = parseClauses(markdown);
  return { clauses, from: clauses.findIndex(isSentence), to: clauses.findLastIndex(isSentence) };
}

const isRim = ({ from, to }: Split, position: number) => from >= 0 && (position < from || position > to);

function rimOf(split: Split): string[] {
  return split.clauses
    .filter((clause) => isRim(split, clause.position) && clause.text.length <= MAX_RIM_LINE)
    .map((clause) => asRead(clause.text));
}

function coreOf({ clauses, from, to }: Split): string {
  return clauses
    .slice(from, to + 1)
    .map((clause) => asRead(clause.text))
    .join('\n');
}

/**
 * Lines that are furniture in the captures of one policy.
 * @param texts Markdown of the captures' texts, in any order; equal ones may be given once or often
 * @returns the lines as a reader reads them (`asRead`)
 */
export function learnFurniture(texts: readonly string[]): ReadonlySet<string> {
  const splits = [...new Set(texts)].map(splitText).filter((split) => split.from >= 0);
  const furniture = new Set<string>();
  for (const alike of Map.groupBy(splits, coreOf).values()) {
    const rims = alike.map(rimOf);
    if (new Set(rims.map((rim) => rim.join('\n'))).size < MIN_VARIANTS) continue;
    for (const line of rims.flat()) if (!rims.every((rim) => rim.includes(line))) furniture.add(line);
  }
  return furniture;
}

/** A text without the furniture that was learned, and what was taken out. Only the rim of the text is touched. */
export function dropFurniture(
  markdown: string,
  furniture: ReadonlySet<string>,
): { markdown: string; removed: Removal[] } {
  const removed: Removal[] = [];
  if (furniture.size === 0) return { markdown, removed };
  const split = splitText(markdown);
  const lost = split.clauses.filter(
    (clause) => isRim(split, clause.position) && furniture.has(asRead(clause.text)),
  );
  let kept = markdown;
  for (const clause of [...lost].reverse()) {
    removed.unshift(logRemoval('learned', 'rotates around an unchanged text', asRead(clause.text)));
    const start = kept.lastIndexOf('\n', clause.start) + 1;
    const end = kept.indexOf('\n', clause.end);
    kept = kept.slice(0, start) + (end < 0 ? '' : kept.slice(end + 1));
  }
  return {
    markdown: kept
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\n+$/g, '')
      .concat('\n'),
    removed,
  };
}
