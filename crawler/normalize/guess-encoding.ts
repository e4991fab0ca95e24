import { analyse } from 'chardet';

/**
 * The encoding of a page that names none and is no UTF-8, guessed as browsers guess it: by which bytes follow which, in
 * the languages of each encoding. Western pages, where a few bytes stand for accents and quotes, are the rule: another
 * encoding is believed where it is clearly the better guess, and where such bytes are no exception in the text.
 */

/** Bytes of a page looked at, and of its text given to the statistics. */
const MAX_PAGE = 200_000;
const MAX_SAMPLE = 20_000;
/** Bytes outside ASCII, at least, in all and as a share of the text. */
const MIN_HIGH = 20;
const MIN_SHARE = 0.01;
/** By how much the better guess leads the western one, of a hundred. */
const MIN_LEAD = 10;
/** Share of such bytes that would be signs in the middle of words, from which on the page is not western. */
const MIN_BROKEN = 0.1;

const WESTERN = /^(?:iso-8859-1|windows-1252|ascii|utf-8)$/i;
/** Encodings that the Encoding Standard reads, by the names that the statistics give; those of a state are announced by their bytes. */
const READABLE =
  /^(?:shift_jis|euc-jp|euc-kr|gb18030|big5|iso-2022-jp|koi8-r|iso-8859-[256789]|windows-125[013-7])$/i;
/** Where bytes stand that the ISO's own have no letter for, the encodings that have grown from them. */
const GROWN: Readonly<Record<string, string>> = {
  'iso-8859-2': 'windows-1250',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-6': 'windows-1256',
};

/** The bytes of a page's text: without tags, scripts and styles. */
function sampleText(bytes: Uint8Array): Buffer {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_PAGE)).toString(
    'latin1',
  );
  const body = page.slice(Math.max(0, page.search(/<body/i)));
  const text = body.replace(/<(?:script|style)\b[^<>]{0,2000}>[^<]*/gi, ' ').replace(/<[^<>]{0,2000}>/g, ' ');
  return Buffer.from(text.replace(/\s+/g, ' ').slice(0, MAX_SAMPLE), 'latin1');
}

/** Signs that no western word has in its middle: letters of another encoding. */
const SIGN_IN_WORD = /\p{L}[¡-©¬-¶¸¹¼-¿×÷](?=\p{L})/gu;

const breaksWords = (sample: Uint8Array, high: number) =>
  (new TextDecoder('windows-1252').decode(sample).match(SIGN_IN_WORD)?.length ?? 0) > high * MIN_BROKEN;

/** @returns a label of the Encoding Standard; null where the page is western, or nothing can be said */
export function guessEncoding(bytes: Uint8Array): string | null {
  const sample = sampleText(bytes);
  let high = 0;
  let controls = 0;
  for (const byte of sample) {
    if (byte >= 0x80) high++;
    if (byte >= 0x80 && byte < 0xa0) controls++;
  }
  if (high < MIN_HIGH || high < sample.length * MIN_SHARE) return null;
  const guesses = analyse(sample);
  const best = guesses.find((guess) => READABLE.test(guess.name));
  if (!best) return null;
  const western = guesses.find((guess) => WESTERN.test(guess.name))?.confidence ?? 0;
  if (best.confidence < western + MIN_LEAD && !breaksWords(sample, high)) return null;
  const name = best.name.toLowerCase();
  return controls > 0 ? (GROWN[name] ?? name) : name;
}
