import { deflateRawSync } from 'node:zlib';
import { diffArrays } from 'diff';
import type { TextGrowth } from '../../core/index.ts';
import { decodePayload } from '../../normalize/index.ts';
import { mapNormalizations, readMemento, readPayload, readText, type Store } from '../../store/index.ts';

/** Edits from one page to the other beyond which they are held to be of different making. */
const MOST_EDITS = 1500;

/** A page in the pieces it is compared by: tags, and what stands between them. */
const splitMarkup = (html: string): string[] => html.split(/(?=<)|(?<=>)/);

/** Letters and digits alone, so that a piece of markup can be found in a text whatever its spaces and entities. */
const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/&[a-z#0-9]+;/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

const packedSize = (text: string): number => deflateRawSync(text).length;

interface PageText {
  readonly html: string;
  readonly text: string;
}

/** What was measured already in a store, by the two captures. Payloads and texts never change under their ids. */
const measured = new WeakMap<Store, Map<string, TextGrowth>>();

/** What the change of text from one capture to another adds to the archive's record. Both must have been normalized. */
export function measureTextGrowth(
  store: Store,
  policyId: number,
  leftId: number,
  rightId: number,
): TextGrowth {
  const known = measured.get(store) ?? new Map<string, TextGrowth>();
  measured.set(store, known);
  const key = `${leftId} ${rightId}`;
  const before = known.get(key);
  if (before) return before;
  const normalizations = mapNormalizations(store, policyId);
  const read = (captureId: number): PageText => {
    const textId = normalizations.get(captureId)?.textId ?? null;
    return {
      html: readHtml(store, captureId),
      text: textId === null ? '' : readText(store, textId).markdown,
    };
  };
  const [left, right] = [read(leftId), read(rightId)];
  const growth = {
    ofText: packedSize(right.text) - packedSize(left.text),
    ofPage: pageGrowth(left, right),
  };
  known.set(key, growth);
  return growth;
}

function readHtml(store: Store, captureId: number): string {
  const memento = readMemento(store, captureId);
  if (!memento) return '';
  return decodePayload({
    bytes: readPayload(store, memento.payloadId),
    contentType: memento.contentType,
    contentEncoding: memento.headers['content-encoding'] ?? null,
    original: null,
  });
}

/** How much the left page grows in compression when the changes that touch the text are made to it, and no others. */
export function pageGrowth(left: PageText, right: PageText): number | null {
  const changes = diffArrays(splitMarkup(left.html), splitMarkup(right.html), { maxEditLength: MOST_EDITS });
  if (!changes) return null;
  const texts = [lettersOf(left.text), lettersOf(right.text)];
  let page = '';
  let removed: readonly string[] = [];
  let added: readonly string[] = [];
  const settle = () => {
    page += (touchesText(removed, added, texts) ? added : removed).join('');
    removed = [];
    added = [];
  };
  for (const change of changes) {
    if (change.added) added = change.value;
    else if (change.removed) removed = change.value;
    else {
      settle();
      page += change.value.join('');
    }
  }
  settle();
  return packedSize(page) - packedSize(left.html);
}

/** Whether a change of pieces changes words, and words of the policy. */
function touchesText(
  removed: readonly string[],
  added: readonly string[],
  texts: readonly string[],
): boolean {
  const wordsOf = (pieces: readonly string[]) =>
    pieces
      .flatMap((piece) => (piece.startsWith('<') ? [] : [lettersOf(piece)]))
      .filter((words) => words !== '');
  const [before, after] = [wordsOf(removed), wordsOf(added)];
  if (before.join('') === after.join('')) return false;
  return [...before, ...after].some((words) => texts.some((text) => text.includes(words)));
}
