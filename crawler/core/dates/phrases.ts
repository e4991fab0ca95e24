import { DATE_WORDS, type DateWords } from '../languages/dates.ts';
import type { StatedDate } from '../model.ts';
import { foldInPlace } from './fold.ts';

/** The words of every language that say what a date is of, as expressions over folded text. */

/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** The longest first: an expression takes the first that fits. A class of letters is costly to compile: one will do. */
const choice = (phrases: readonly string[]) =>
  [...phrases]
    .sort((one, other) => other.length - one.length)
    .map((phrase) => phrase.replace(/[.\\+?^${}()|[\]]/g, '\\$&').replaceAll('*', String.raw`\S{0,40}`))
    .join('|') || '(?!)';

/** Phrases of one kind stand together, so that the engine goes through their common beginnings once. */
function compile(list: string): RegExp {
  const phrases = foldInPlace(list).split(', ').filter(Boolean);
  const runs = phrases.filter((phrase) => UNSPACED.test(phrase));
  const spaced = phrases.filter((phrase) => !UNSPACED.test(phrase));
  const whole = choice(spaced.filter((phrase) => !phrase.endsWith('*')));
  const open = choice(spaced.filter((phrase) => phrase.endsWith('*')).map((phrase) => phrase.slice(0, -1)));
  const words = String.raw`(?<![\p{L}\p{N}])(?:(?:${whole})(?!\p{L})|(?:${open})\p{L}*)`;
  const parts = [...(spaced.length > 0 ? [words] : []), ...(runs.length > 0 ? [choice(runs)] : [])];
  return new RegExp(parts.join('|'), 'gu');
}

export type Expressions = Readonly<Record<keyof DateWords, RegExp>>;

/** The expressions of a language, each made when first asked for. */
function lazily(words: DateWords): Expressions {
  const made = {};
  for (const key of Object.keys(words) as (keyof DateWords)[]) {
    let expression: RegExp | null = null;
    Object.defineProperty(made, key, {
      get: () => {
        expression ??= compile(words[key]);
        return expression;
      },
    });
  }
  return made as Expressions;
}

const EXPRESSIONS = new Map(
  Object.entries(DATE_WORDS).map(([code, words]) => [code, lazily(words)] as const),
);

export const expressionsOf = (language: string): Expressions => EXPRESSIONS.get(language)!;

const LATIN = Object.keys(DATE_WORDS).filter((code) => /[a-z]/i.test(DATE_WORDS[code]!.updated));

const ALL = Object.keys(DATE_WORDS);
/** Lists of languages by their first, made when first asked for: lines ask for the same ones again and again. */
const listsOfAll = new Map<string, readonly string[]>();
const listsOfLatin = new Map<string, readonly string[]>();

/**
 * The languages to read a line in: the text's own, English, which stands on pages of all languages, and the others that
 * write as the line does.
 */
export function languagesFor(language: string | null, folded: string): readonly string[] {
  const first = language !== null && language in DATE_WORDS ? language : 'en';
  const [lists, others] = /[\u0370-\uffff]/.test(folded) ? [listsOfAll, ALL] : [listsOfLatin, LATIN];
  const known = lists.get(first);
  if (known) return known;
  const list = [...new Set([first, 'en', ...others])];
  lists.set(first, list);
  return list;
}

const FOREIGN = compile(
  Object.values(DATE_WORDS)
    .flatMap(({ updated, effective, posted, opening }) => [updated, effective, posted, opening])
    .join(', '),
);

/** Whether some language has a word for a date in a folded text: asked once instead of language by language. */
export const speaksOfDates = (folded: string): boolean => folded.search(FOREIGN) >= 0;

export interface Phrase {
  readonly kind: StatedDate['kind'];
  readonly from: number;
  readonly to: number;
  /** Names the text, not what was done with it: `version`, `Fassung`. It says least of a date. */
  readonly isName: boolean;
}

/** Beginnings of the words for a version, folded. */
const VERSION =
  /^(?:ver[sz]|верс|верз|fassung|redak|редак|εκδοση|surum|utgaf|razlicica|inacica|版|ฉบับ|גרס|גירס|נוסח|phien ban|النسخة|الاصدار|نسخ|संस्करण|버전)/u;

const KINDS = ['updated', 'effective', 'posted'] as const;

/** What a folded text says of dates, in order; of phrases that overlap the longer. */
export function listDatePhrases(folded: string, { updated, effective, posted }: Expressions): Phrase[] {
  const expressions = { updated, effective, posted };
  const all = KINDS.flatMap((kind) =>
    [...folded.matchAll(expressions[kind])].map((match): Phrase => {
      const to = match.index + match[0].length;
      return { kind, from: match.index, to, isName: VERSION.test(match[0]) };
    }),
  );
  return all
    .filter((one) => !all.some((other) => other !== one && covers(other, one)))
    .sort((one, other) => one.from - other.from);
}

function covers(wide: Phrase, narrow: Phrase): boolean {
  const isLonger = wide.to - wide.from > narrow.to - narrow.from;
  return isLonger && wide.from <= narrow.from && wide.to >= narrow.to;
}
