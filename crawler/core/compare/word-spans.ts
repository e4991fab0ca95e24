import type { Span } from '../model.ts';
import type { KeptWords } from './word-alignment.ts';
import { gapBefore, type Text } from './word-tokens.ts';

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** Collects spans, joining neighbours: within one change all that is removed comes before all that is added. */
class SpanList {
  readonly spans: Span[] = [];
  private removed = '';
  private added = '';

  keep(text: string): void {
    if (text === '') return;
    this.flush();
    const last = this.spans.at(-1);
    if (last?.[0] === 'kept') this.spans[this.spans.length - 1] = ['kept', last[1] + text];
    else this.spans.push(['kept', text]);
  }

  change(removed: string, added: string): void {
    this.removed += removed;
    this.added += added;
  }

  flush(): void {
    if (this.removed) this.spans.push(['removed', this.removed]);
    if (this.added) this.spans.push(['added', this.added]);
    this.removed = '';
    this.added = '';
  }
}

/** Writes what stands between two kept words: the same punctuation at its ends is kept, the middle is the change. */
function writeBetween(list: SpanList, left: string, right: string, leftGaps: Ends, rightGaps: Ends): void {
  if (left === right) {
    list.keep(left);
    return;
  }
  const mostHead = Math.min(leftGaps.head, rightGaps.head);
  let head = 0;
  while (head < mostHead && left[head] === right[head]) head++;
  if (head > 0 && isHighSurrogate(left.charCodeAt(head - 1))) head--;
  const mostTail = Math.min(leftGaps.tail, rightGaps.tail, left.length - head, right.length - head);
  let tail = 0;
  while (tail < mostTail && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
  if (tail > 0 && isHighSurrogate(left.charCodeAt(left.length - tail - 1))) tail--;
  list.keep(left.slice(0, head));
  list.change(left.slice(head, left.length - tail), right.slice(head, right.length - tail));
  list.keep(left.slice(left.length - tail));
}

/** Letters before the first word and after the last of a stretch. */
interface Ends {
  readonly head: number;
  readonly tail: number;
}

function endsOf(text: Text, from: number, to: number): Ends {
  return { head: gapBefore(text, from).length, tail: gapBefore(text, to).length };
}

/** The spans of two texts of which the given words are kept: everything else is a change, exact to the byte. */
export function writeSpans(left: Text, right: Text, kept: KeptWords): Span[] {
  const list = new SpanList();
  let [i, j] = [0, 0];
  const between = (nextLeft: number, nextRight: number) => {
    const leftText = left.text.slice(
      left.words[i - 1]?.end ?? 0,
      left.words[nextLeft]?.start ?? left.text.length,
    );
    const rightText = right.text.slice(
      right.words[j - 1]?.end ?? 0,
      right.words[nextRight]?.start ?? right.text.length,
    );
    writeBetween(list, leftText, rightText, endsOf(left, i, nextLeft), endsOf(right, j, nextRight));
  };
  for (const [keptLeft, keptRight] of kept) {
    between(keptLeft, keptRight);
    const leftWord = left.words[keptLeft]!;
    const rightWord = right.words[keptRight]!;
    const was = left.text.slice(leftWord.start, leftWord.end);
    const is = right.text.slice(rightWord.start, rightWord.end);
    if (was === is) list.keep(was);
    else list.change(was, is);
    [i, j] = [keptLeft + 1, keptRight + 1];
  }
  between(left.words.length, right.words.length);
  list.flush();
  return list.spans;
}
