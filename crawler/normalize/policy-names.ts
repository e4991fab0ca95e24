import { createPhraseBook, foldText, languages, listPhrases } from '../core/index.ts';

/**
 * What privacy policies are called, in link texts and in addresses, in all languages of the table. Weights from 0 to 1 order
 * candidates and mean nothing by themselves.
 */

const fullNames = createPhraseBook(languages.map((row) => row.policies));
const subjects = createPhraseBook(languages.map((row) => row.privacy));
const mentions = createPhraseBook(languages.flatMap((row) => [row.privacy, row.personalData, row.policies]));
/** Any document of legal matters may lead on to another. */
const hubs = createPhraseBook(languages.flatMap((row) => [row.hubs, row.otherDocuments]));
const entrances = createPhraseBook(languages.map((row) => row.entrances));

/** `P r i v a c y`, as headlines were once set, is the word. */
const SPACED_OUT = /^\p{L}(?:\s\p{L}){4,20}$/u;

/** What a link's text says of where it leads. */
export function weighLinkText(written: string): number {
  const text = SPACED_OUT.test(written) ? written.replace(/\s/g, '') : written;
  if (fullNames.has(text)) return 1;
  if (subjects.countBeside(text) === 0) return 0.9;
  if (mentions.has(text)) return 0.6;
  if (hubs.countBeside(text) === 0) return 0.2;
  return entrances.countBeside(text) === 0 ? 0.1 : 0;
}

/** Parts of addresses, folded, as one word: `vieprivee`. Those of English stand in other addresses too. */
const partsOf = (phrases: readonly string[]) => phrases.map((part) => foldText(part).replace(/[-_ ]/g, ''));
const englishParts = partsOf(listPhrases(languages.find(({ code }) => code === 'en')!.addressParts));
const parts = partsOf(
  languages.filter(({ code }) => code !== 'en').flatMap((row) => listPhrases(row.addressParts)),
);

/** What an address says, its host's own labels included; `words` as `addressWords` gives them. */
export function weighAddress(words: string): number {
  if (fullNames.has(words)) return 0.8;
  if (subjects.has(words)) return 0.7;
  const glued = foldText(words).replace(/[-_ +]+/g, '');
  if (parts.some((part) => glued.includes(part))) return 0.7;
  const isShort = /(?:^|[/.])priv\.(?:html?|asp|php)/i.test(words);
  return isShort || englishParts.some((part) => glued.includes(part)) ? 0.5 : 0;
}

/** Second labels under which countries hand out names: `example.co.uk`. */
const SECOND_LEVEL = /^(?:co|com|org|net|gov|edu|ac|or|ne|go)$/;

/** What speaks in an address: the labels before its registered name (`privacy.example.com`), its path and its query. */
export function addressWords(url: string): string {
  if (!URL.canParse(url)) return url;
  const { hostname, pathname, search } = new URL(url);
  const labels = hostname.split('.');
  const isNested = labels.length > 2 && SECOND_LEVEL.test(labels.at(-2)!) && labels.at(-1)!.length === 2;
  const own = labels.slice(0, isNested ? -3 : -2).join('.');
  return `${own}${decodePath(pathname + search)}`;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether a text or address speaks of privacy. */
export function speaksOfPrivacy(text: string): boolean {
  return mentions.has(text) || weighAddress(text) > 0;
}

/** Whether a text holds the very name of a privacy policy. */
export const speaksOfPolicy = (text: string): boolean => fullNames.has(text);

/** Words beside the name that a link to a policy has at most: "our", "read the". */
const MAX_BESIDE = 2;

/** Whether a link's text is the very name of a privacy policy, and little else. */
export function isPolicyName(text: string): boolean {
  const beside = fullNames.countBeside(text);
  return (beside !== null && beside <= MAX_BESIDE) || subjects.countBeside(text) === 0;
}

/** A part of an address as it stands in urlkeys: between its words anything may stand, other letters are coded bytes. */
function urlkeyPart(part: string): string {
  const coded = /^[\0-\x7f]*$/.test(part) ? part : encodeURIComponent(part).toLowerCase();
  return coded.replace(/[-_ ]/g, '.?');
}

/** The subject in the spelling of urlkeys, as a regular expression for the index. */
export const URLKEY_PATTERN: string = (() => {
  const all = [...new Set(languages.flatMap((row) => listPhrases(row.addressParts)).map(urlkeyPart))];
  const shortest = all.filter((part) => !all.some((other) => other !== part && part.includes(other)));
  return `.*(${shortest.join('|')}).*`;
})();
