import type { Language, Script } from './language.ts';
import { listPhrases } from './phrase-book.ts';
import { countScripts, weighText } from './scripts.ts';
import { languages } from './table.ts';

/**
 * Which language a text is in: the script decides where one language of the table is written in it, else the small words
 * that every text uses. A word that several languages share says less of each.
 */

/** Less text than this, in Latin letters, tells nothing. */
const MIN_WEIGHT = 80;
/** Kana make a text Japanese from this share of its ideographs and kana on; Chinese texts quote names in them. */
const MIN_KANA = 0.05;

const SOLE_LANGUAGE: Readonly<Partial<Record<Script, string>>> = {
  Grek: 'el',
  Hebr: 'he',
  Deva: 'hi',
  Thai: 'th',
  Hang: 'ko',
  Hani: 'zh',
  Kana: 'ja',
};

interface Share {
  readonly language: Language;
  readonly weight: number;
}

/** Languages by their small words, each word shared among those that have it. */
function indexCommonWords(): ReadonlyMap<string, readonly Share[]> {
  const users = new Map<string, Language[]>();
  for (const language of languages) {
    for (const word of new Set(listPhrases(language.commonWords))) {
      users.set(word, [...(users.get(word) ?? []), language]);
    }
  }
  const shares = [...users].map(([word, list]): [string, Share[]] => [
    word,
    list.map((language) => ({ language, weight: 1 / list.length })),
  ]);
  return new Map(shares);
}

const commonWords = indexCommonWords();

/** The script most of a text is written in, by what its characters carry. */
export function mainScript(text: string): Script | null {
  const counts = countScripts(text);
  const kana = counts.get('Kana') ?? 0;
  const ideographs = counts.get('Hani') ?? 0;
  if (kana > 0 && kana >= (kana + ideographs) * MIN_KANA) {
    counts.set('Kana', kana + ideographs);
    counts.delete('Hani');
  }
  const weight = (script: Script, count: number) =>
    count * (script === 'Hani' ? 3 : script === 'Kana' || script === 'Hang' ? 2 : 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => weight(b, n) - weight(a, m) || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

export interface LanguageVote {
  readonly code: string;
  /** Hits of its small words, in a hundred words of the text. */
  readonly rate: number;
}

/** Languages of one script, by how much of their small words a text holds; most first. */
export function voteOnLanguages(text: string, script: Script): LanguageVote[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ş', 'ș')
      .replaceAll('ţ', 'ț')
      .match(/\p{L}+/gu) ?? [];
  const rates = new Map<string, number>();
  for (const word of words) {
    for (const { language, weight } of commonWords.get(word) ?? []) {
      if (!language.scripts.includes(script)) continue;
      rates.set(language.code, (rates.get(language.code) ?? 0) + (100 * weight) / words.length);
    }
  }
  return [...rates]
    .map(([code, rate]) => ({ code, rate }))
    .sort((one, other) => other.rate - one.rate || (one.code < other.code ? -1 : 1));
}

/** The only language of the table that is written in the script of a text; null where several are, or too little text. */
export function languageOfScript(text: string): string | null {
  const script = mainScript(text);
  return (script !== null && weighText(text) >= MIN_WEIGHT && SOLE_LANGUAGE[script]) || null;
}
