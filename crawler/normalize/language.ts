import { francAll } from 'franc';

/** ISO 639-3 codes that the detector knows and that policies come in, with their ISO 639-1 codes. */
const CODES: Readonly<Record<string, string>> = {
  eng: 'en',
  fra: 'fr',
  deu: 'de',
  spa: 'es',
  ita: 'it',
  nld: 'nl',
  por: 'pt',
  swe: 'sv',
  dan: 'da',
  nob: 'no',
  fin: 'fi',
  pol: 'pl',
  ces: 'cs',
  slk: 'sk',
  hun: 'hu',
  ron: 'ro',
  bul: 'bg',
  hrv: 'hr',
  slv: 'sl',
  ell: 'el',
  tur: 'tr',
  rus: 'ru',
  ukr: 'uk',
  jpn: 'ja',
  kor: 'ko',
  cmn: 'zh',
  arb: 'ar',
  heb: 'he',
  hin: 'hi',
  tha: 'th',
  vie: 'vi',
  ind: 'id',
  est: 'et',
  lit: 'lt',
  lav: 'lv',
  cat: 'ca',
};

/** Characters looked at: enough to be sure, few enough to be quick. */
const SAMPLE = 600;
const MIN_LETTERS = 80;

/** ISO 639-1 code of a text's language, or null where the text is too short to tell. */
export function detectLanguage(text: string): string | null {
  const from = text.length > 3 * SAMPLE ? SAMPLE : 0;
  const sample = text.slice(from, from + SAMPLE);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return null;
  const best = francAll(sample, { only: Object.keys(CODES) })[0];
  return best ? (CODES[best[0]] ?? null) : null;
}
