import { createPhraseBook, estimateWords, findLanguage, languages, type PhraseBook } from '../core/index.ts';

/** Words by which pages about privacy, and documents like them, are named in all languages of the table. */

const privacy = createPhraseBook(languages.flatMap((row) => [row.policies, row.privacy, row.personalData]));
const documents = createPhraseBook(languages.flatMap((row) => [row.documentKinds, row.otherDocuments]));
const kinds = createPhraseBook(languages.map((row) => row.documentKinds));
const others = createPhraseBook(languages.map((row) => row.otherDocuments));

/** Longer texts are no names. */
const MAX_NAME = 150;

/** Whether a heading or title names a privacy policy or another document of its kind. */
export function namesPolicy(text: string): boolean {
  return text.length <= MAX_NAME && (privacy.has(text) || documents.has(text));
}

/** Whether a text speaks of privacy by name. */
export function namesPrivacy(text: string): boolean {
  return privacy.has(text);
}

/** Whether a heading says what kind of document it is, not which: "Policy", "Legal notice". */
export function namesKindAlone(text: string): boolean {
  return kinds.countBeside(text) === 0 && !others.has(text);
}

/** Books made when first needed, one for each language; English words stand in policies of all. */
const ruleBooks = new Map<string, PhraseBook>();

function ruleBookOf(language: string | null): PhraseBook {
  const code = findLanguage(language)?.code ?? 'en';
  const known = ruleBooks.get(code);
  if (known) return known;
  const rows = languages.filter((row) => row.code === code || row.code === 'en');
  const book = createPhraseBook(rows.flatMap((row) => [row.personalData, row.ruleWords]));
  ruleBooks.set(code, book);
  return book;
}

/** How many of a thousand words speak of data, rights and rules, in the words of the text's language. */
export function ruleWordRate(text: string, language: string | null): number {
  return (1000 * ruleBookOf(language).count(text)) / Math.max(1, estimateWords(text));
}
