import { foldTypography } from '../as-read.ts';
import type { Span } from '../model.ts';
import { tokenizeWords } from './word-tokens.ts';

/** Fewest kept words between two changes that are worth a stretch of their own. */
const FEW_WORDS = 3;

/** A change, or what is kept between two. */
interface QuotePart {
  readonly isKept: boolean;
  readonly removed: string;
  readonly added: string;
}

function listQuoteParts(spans: readonly Span[]): QuotePart[] {
  const pieces: QuotePart[] = [];
  spans.forEach(([kind, text], at) => {
    const [before, beforeText] = spans[at - 1] ?? ['kept', ''];
    if (kind === 'kept') pieces.push({ isKept: true, removed: text, added: text });
    else if (kind === 'removed') pieces.push({ isKept: false, removed: text, added: '' });
    else if (before === 'removed') pieces.splice(-1, 1, { isKept: false, removed: beforeText, added: text });
    else pieces.push({ isKept: false, removed: '', added: text });
  });
  return pieces;
}

/** Whether a change is one of quotes, dashes or characters that nobody sees, and of no word. */
function isTypography({ isKept, removed, added }: QuotePart): boolean {
  return !isKept && foldTypography(removed) === foldTypography(added);
}

const isFew = ({ removed }: QuotePart) => tokenizeWords(removed).length < FEW_WORDS;

/**
 * Word spans in which a word or two between quotes that changed are one change with them: `"logs"` became `“logs”`, not
 * its left quote and its right one. Such changes are hidden from readers; in data they are one instead of two.
 */
export function joinQuotedWords(spans: Span[]): Span[] {
  const joined: QuotePart[] = [];
  for (const piece of listQuoteParts(spans)) {
    const [first, kept] = joined.slice(-2) as [QuotePart?, QuotePart?];
    if (first && kept?.isKept && isTypography(piece) && isTypography(first) && isFew(kept)) {
      const [removed, added] = [first.removed + kept.removed, first.added + kept.added];
      joined.splice(-2, 2, { isKept: false, removed: removed + piece.removed, added: added + piece.added });
    } else joined.push(piece);
  }
  return joined.flatMap(({ isKept, removed, added }): Span[] => {
    if (isKept) return [['kept', removed]];
    return [...(removed ? [['removed', removed] as Span] : []), ...(added ? [['added', added] as Span] : [])];
  });
}
