import { foldTypography } from '../as-read.ts';
import type { Span } from '../model.ts';

/**
 * A word diff as it is shown: what differs in quotes, dashes or white space alone is not marked, but kept in the
 * spelling of the side asked for. Spans of that side joined still are its text; the other side's typography is gone.
 */
export function hideTypography(spans: readonly Span[], side: 'left' | 'right'): Span[] {
  const shown: Span[] = [];
  const push = (kind: Span[0], text: string) => {
    if (text === '') return;
    const last = shown.at(-1);
    if (last?.[0] === kind) shown[shown.length - 1] = [kind, last[1] + text];
    else shown.push([kind, text]);
  };
  for (let at = 0; at < spans.length; at++) {
    const [kind, text] = spans[at]!;
    if (kind === 'kept') {
      push('kept', text);
      continue;
    }
    const removed = kind === 'removed' ? text : '';
    const next = spans[at + 1];
    const added = kind === 'added' ? text : next?.[0] === 'added' ? next[1] : '';
    if (removed !== '' && added !== '') at++;
    if (foldTypography(removed) === foldTypography(added)) push('kept', side === 'left' ? removed : added);
    else {
      push('removed', removed);
      push('added', added);
    }
  }
  return shown;
}
