import { countWords, type Span, splitSentences } from '../../../crawler/core/index.ts';
import { escapeHtml } from '../html.ts';
import { plural } from '../plural.ts';

/** A clause of fewer words is shown whole. */
const LONG_CLAUSE = 110;
/** Unchanged sentences of fewer words together are not worth a fold. */
const LEAST_FOLDED = 40;

/** An unchanged run of text: the end of a sentence that has marks, whole sentences, and the beginning of another. */
function cutRun(
  text: string,
  isFirst: boolean,
  isLast: boolean,
): [head: string, whole: string, tail: string] {
  const sentences = splitSentences(text);
  // Between two marks the first and the last of these sentences are parts of changed ones.
  const from = isFirst ? 0 : 1;
  const to = isLast && /[.!?]["”’)]*\s*$/.test(text) ? sentences.length : sentences.length - 1;
  if (to <= from) return [text, '', ''];
  let start = 0;
  for (const sentence of sentences.slice(0, from)) start = text.indexOf(sentence, start) + sentence.length;
  let end = start;
  for (const sentence of sentences.slice(from, to)) end = text.indexOf(sentence, end) + sentence.length;
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}

/**
 * The marked text of a clause with runs of unchanged sentences folded, where it is long: a box that is ticked shows them, without
 * any script. `render` makes HTML of spans.
 */
export function foldSentences(spans: readonly Span[], render: (spans: readonly Span[]) => string): string {
  const words = spans.reduce((sum, [, text]) => sum + countWords(text), 0);
  if (words < LONG_CLAUSE) return render(spans);
  return spans
    .map((span, at) => {
      const [kind, text] = span;
      if (kind !== 'kept' || countWords(text) < LEAST_FOLDED) return render([span]);
      const [head, whole, tail] = cutRun(text, at === 0, at === spans.length - 1);
      if (countWords(whole) < LEAST_FOLDED) return render([span]);
      const count = plural(splitSentences(whole).length, 'sentence');
      return (
        `${render([['kept', head]])} <label class="same"><input type="checkbox"> ${count} unchanged</label>` +
        `<span class="same-text">${escapeHtml(whole)}</span>${render([['kept', tail]])}`
      );
    })
    .join('');
}
