/** Which words are forms of one word: the rule of endings that the search goes by, and how far spellings lie apart. */

/** Endings that only bend an English word; "-al" and "-er" make another one of it. */
const ENGLISH = new Set(['', 's', 'es', 'd', 'ed', 'ing', 'e', 'y', 'ies', 'ied']);

/**
 * English words bent within, not at their end, by what they are forms of: those that policies are written and asked
 * with. What a reader calls `my account`, a text calls `your account`.
 */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `child: children; man: men; woman: women; person: people; criterion: criteria; analysis: analyses; sell: sold; keep: kept;
    send: sent; give: gave given; take: took taken; hold: held; tell: told; choose: chose chosen; make: made; buy: bought;
    lose: lost; find: found; know: knew known; see: saw seen; write: wrote written; withdraw: withdrew withdrawn; get: got gotten; your: my`
    .split(';')
    .flatMap((entry) => {
      const [word = '', forms = ''] = entry.trim().split(': ');
      return forms.split(' ').map((form) => [form, word] as const);
    }),
);

/** An English word as its own kind would bend it: `children` is `child`. */
export const unbend = (word: string): string => IRREGULAR.get(word) ?? word;

/** The words that are one with an English word and do not begin like it: `child` and `children` of either. */
export function listKin(word: string): string[] {
  const base = unbend(word);
  return [base, ...[...IRREGULAR].flatMap(([form, own]) => (own === base ? [form] : []))];
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** An ending without the letter that was doubled before it: "stop", "stopped". */
const undouble = (ending: string, stem: string): string =>
  ending.length > 2 && ending[0] === stem.at(-1) ? ending.slice(1) : ending;

/** Whether two English words of one stem are the same word bent: "policy", "policies"; not "person", "personal". */
export function isEnglishForm(first: string, second: string): boolean {
  const [one, other] = [unbend(first), unbend(second)];
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const length = sharedLength(short, long);
  const stem = short.slice(0, length);
  const [left, right] = [undouble(short.slice(length), stem), undouble(long.slice(length), stem)];
  if (!ENGLISH.has(left) || !ENGLISH.has(right)) return false;
  if (left !== '') return length >= 2;
  // The shorter word is the stem: it is a word of its own only where it is long enough ("us", "use").
  if (right === 's') return length >= 2;
  if (right === 'd') return length >= 3 && stem.endsWith('e');
  return length >= 3 && right !== 'e' && right !== 'y';
}

/** Letters that a word of a language with longer endings keeps, and that its ending may have. */
const KEPT_LETTERS = 4;
const ENDING_LETTERS = 3;

/** Whether two words of any language may be forms of one: they begin alike and differ in a short ending. */
export function mayBeForm(one: string, other: string): boolean {
  const length = sharedLength(one, other);
  return length >= KEPT_LETTERS && Math.max(one.length, other.length) - length <= ENDING_LETTERS;
}

/** How many letters must be changed, left out, put in or swapped to make one word the other; `most + 1` where more. */
export function spellingDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, k) => k)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let k = 1; k <= other.length; k++) {
      const same = one[i - 1] === other[k - 1] ? 0 : 1;
      let least = Math.min(row[k]! + 1, next[k - 1]! + 1, row[k - 1]! + same);
      const isSwapped = i > 1 && k > 1 && one[i - 1] === other[k - 2] && one[i - 2] === other[k - 1];
      if (isSwapped) least = Math.min(least, before[k - 2]! + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return Math.min(row.at(-1)!, most + 1);
}

/** Letters that may be wrong in a word of a length. */
export const mostWrong = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
