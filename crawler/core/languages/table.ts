import { arabic } from './ar.ts';
import { bulgarian } from './bg.ts';
import { catalan } from './ca.ts';
import { czech } from './cs.ts';
import { danish } from './da.ts';
import { german } from './de.ts';
import { greek } from './el.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { estonian } from './et.ts';
import { finnish } from './fi.ts';
import { french } from './fr.ts';
import { hebrew } from './he.ts';
import { hindi } from './hi.ts';
import { croatian } from './hr.ts';
import { hungarian } from './hu.ts';
import { indonesian } from './id.ts';
import { icelandic } from './is.ts';
import { italian } from './it.ts';
import { japanese } from './ja.ts';
import { korean } from './ko.ts';
import type { Language } from './language.ts';
import { lithuanian } from './lt.ts';
import { latvian } from './lv.ts';
import { malay } from './ms.ts';
import { dutch } from './nl.ts';
import { norwegian } from './no.ts';
import { polish } from './pl.ts';
import { portuguese } from './pt.ts';
import { romanian } from './ro.ts';
import { russian } from './ru.ts';
import { slovak } from './sk.ts';
import { slovene } from './sl.ts';
import { serbian } from './sr.ts';
import { swedish } from './sv.ts';
import { thai } from './th.ts';
import { turkish } from './tr.ts';
import { ukrainian } from './uk.ts';
import { vietnamese } from './vi.ts';
import { chinese } from './zh.ts';

/** The table of languages: those of the European and the large Asian webs. */
export const languages: readonly Language[] = [
  english,
  german,
  french,
  italian,
  spanish,
  portuguese,
  dutch,
  danish,
  swedish,
  norwegian,
  finnish,
  icelandic,
  polish,
  czech,
  slovak,
  hungarian,
  romanian,
  bulgarian,
  croatian,
  serbian,
  slovene,
  greek,
  turkish,
  russian,
  ukrainian,
  estonian,
  latvian,
  lithuanian,
  catalan,
  chinese,
  japanese,
  korean,
  arabic,
  hebrew,
  hindi,
  thai,
  vietnamese,
  indonesian,
  malay,
];

const byCode = new Map(languages.map((language) => [language.code, language]));

/** The row of a language by its code, also of a tag with more to it (`pt-BR`, `zh_Hant`); null for any other. */
export function findLanguage(code: string | null): Language | null {
  const primary = code?.toLowerCase().split(/[-_]/)[0] ?? '';
  return byCode.get(primary === 'nb' || primary === 'nn' ? 'no' : primary) ?? null;
}
