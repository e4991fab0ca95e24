/**
 * Forms of one word: the stems by which the search file gathers them, language by language. Only whoever makes the file
 * needs them: a question finds the forms of its words there.
 */
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as serbian } from '@orama/stemmers/serbian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { foldText } from './languages/fold.ts';
import { unbend } from './search-forms.ts';

const STEMMERS: Readonly<Record<string, (word: string) => string>> = {
  ar: arabic,
  bg: bulgarian,
  da: danish,
  de: german,
  el: greek,
  en: english,
  es: spanish,
  fi: finnish,
  fr: french,
  hi: hindi,
  hu: hungarian,
  id: indonesian,
  it: italian,
  lt: lithuanian,
  nl: dutch,
  no: norwegian,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sr: serbian,
  sv: swedish,
  tr: turkish,
  uk: ukrainian,
};

/** A shorter word, or a stem that short, says too little: "us" is no form of "use". */
const LEAST_LETTERS = 3;

/**
 * The key under which the forms of a word stand: `cooki:en`. Null for languages without a stemmer, and for words that have
 * no forms. `word` is spelled with its accents, which stemmers look at.
 */
export function stemKey(word: string, language: string | null): string | null {
  const stem = STEMMERS[language ?? ''];
  const base = language === 'en' ? unbend(word) : word;
  if (!stem || base.length < LEAST_LETTERS || /\p{N}/u.test(base)) return null;
  const found = foldText(stem(base));
  // English stems end early ("us" of "used"): its rule of endings decides which words belong together.
  return found.length < (language === 'en' ? 2 : LEAST_LETTERS) ? null : `${found}:${language}`;
}
