import { FORM } from './company-name.ts';
import { plainText } from './inline.ts';
import type { Clause } from './model.ts';
import { listOwned, type Naming, readNaming } from './naming.ts';
import { fold } from './own-domain.ts';
import { isPolicyWord, SPELLING } from './policy-word.ts';
import { KNOWN_THIRD_PARTIES, LEGAL_FORM, NO_NAME } from './term-rules.ts';
import type { Term } from './terms.ts';

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** How a name of the list may be written: as listed, its words apart or together, and as one word with one capital. */
function listSpellings(name: string): string[] {
  const split = name.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
  // `Live Chat` is a thing that many have.
  const apart = split.split(' ').every((word) => word.length > 3 && isPolicyWord(word.toLowerCase()))
    ? name
    : split;
  const together = name.replace(/ /g, '');
  const plain = /^\p{L}{5,}$/u.test(together) ? [`${together[0]}${together.slice(1).toLowerCase()}`] : [];
  return [...new Set([name, apart, ...plain])];
}

/** Longer names first, so that `Google Analytics` is not found as `Google`. */
const KNOWN_NAME = new RegExp(
  `(?<![\\p{L}\\p{N}@./-])(?:${[...new Set(KNOWN_THIRD_PARTIES.flatMap(listSpellings))]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** Names that are English words as well: not at the start of a sentence, where any word has a capital. */
const ALSO_WORDS = new Set(
  'Adjust Apple Asana Atlas Bandwidth Drift Heap Iterable Magnite Medium Meta Notion Persona Pusher Segment Sift Singular Slack Zoom Visa Looker Intercom Wise Hive Sierra Medallia'.split(
    ' ',
  ),
);
const isSentenceStart = (text: string, at: number) =>
  /(?:^|[.!?:;\u2022] ?)$/.test(text.slice(Math.max(0, at - 2), at));

/** `Meta-/Kommunikationsdaten`: an English word in capitals, and part of another. */
const isPartOfWord = (text: string, end: number) => /^[-/]/.test(text.slice(end, end + 1));
const isOnlyStart = (text: string, word: string, at: number) =>
  word.length !== text.length && isSentenceStart(text, at);

/** Whether one name begins with the other: the group's companies share their first words. */
const startsAlike = (one: string, other: string) =>
  Math.min(one.length, other.length) > 4 && (one.startsWith(other) || other.startsWith(one));

function makeOwnTest({ own }: Naming): (name: string) => boolean {
  const owned = listOwned(own);
  const answers = new Map<string, boolean>();
  const isOwn = (name: string) => {
    const folded = fold(name);
    if (name.split(' ').some((word) => word.length > 2 && own.has(fold(word)))) return true;
    if (owned.has(folded) || [...own].some((one) => startsAlike(one, folded))) return true;
    return [...own].some((one) => folded === one || (one.length > 4 && folded.includes(one)));
  };
  return (name) => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    const answer = isOwn(name);
    answers.set(name, answer);
    return answer;
  };
}

const ownTests = new WeakMap<Naming, (name: string) => boolean>();

/** Whether a name is the publisher's; what was asked of a text is remembered. */
function ownTestOf(naming: Naming): (name: string) => boolean {
  const known = ownTests.get(naming) ?? makeOwnTest(naming);
  ownTests.set(naming, known);
  return known;
}

/** A name without the words of a sentence that stand before it. */
function trimName(name: string): { name: string; cut: number } {
  let rest = name;
  while (NO_NAME.test(rest)) rest = rest.replace(NO_NAME, '');
  return { name: rest, cut: name.length - rest.length };
}

/** A name of up to three words with capitals, and another after a comma or an `and`. */
const ONE = String.raw`\p{Lu}[\p{L}\p{N}'-]{1,30}(?:\.\p{L}{2,4})?(?: \p{Lu}[\p{L}\p{N}'-]{1,30}){0,2}`;
/** `providers such as Harbour and Tideline`: companies named as examples of a kind of company. */
const EXAMPLES = new RegExp(
  String.raw`(?:\b(?:providers?|partners?|vendors?|processors?|networks?|companies|third[- ]parties)|(?<!\b(?:[Oo]ur|[Ii]ts|[Tt]he)(?: \p{Ll}{1,20}){0,2} |\p{Lu}\p{L}{1,20} )\b(?:platforms?|tools?|(?:web ?)?sites|services?|processing|hosting))[,:]?[ (]{1,2}(?:such as|e\.g\.,?|like|including|for example,?|namely)[: ]{1,2}(${ONE}(?:(?:,? and|,? or|,|/) ${ONE}){0,12})(?![\p{L}\p{N}'-]| \p{Ll}{4})`,
  'gu',
);
/** Words without which nothing is an example. */
const HAS_EXAMPLES = /such as|e\.g\.|like|including|for example|namely/;
const ONE_EACH = new RegExp(ONE, 'gu');
/** The name that an item or a first cell begins with. */
const FIRST = new RegExp(`^(${ONE})(?= ?(?:$|[|:(–]|- |, Inc|provides?|supplies|is an? |helps|for ))`, 'u');
/** Words with capitals that are no company's: kinds of things, places, laws, what the page itself is called. */
const NO_COMPANY =
  /\b(?:Data|Information|Services?|Policy|Policies|Terms|Users?|Members?|Sites?|Websites?|Apps?|Store|Union|States|Kingdom|America|Europe|European|Canada|Ireland|Germany|France|India|China|Act|Privacy|Cookies?|Android|iOS|Windows|Internet|Web|SDKs?|APIs?|IP|GPS|Customers?|Providers?|Partners?|Analytics|Advertising|Marketing|Payments?|Hosting|Support|Security|Email|Wi-?Fi|Bluetooth|Center|Settings|Account|Profile|California|English|Your?|Our|We|The|This|These|All|Other|Any|Some|Name|Address|Purpose|Third|Groups?|About|My|Me|Functional|Essential|Necessary|Performance|Targeting|Strictly|Preferences|Statistics|Required|Optional|Government|Corporate|Authorit\p{Ll}+|Affiliates|Legal|Law)\b/u;

/** `Resellers`, `SSPs`: a kind of companies, and no company. */
const IS_KIND = /^(?:\p{Lu}\p{Ll}+(?:ers|ors|ies|ents|ants)|\p{Lu}{2,5}s)$/u;

/** `Knowledge-Based Verification`, `Auditing`: what is done, and nobody who does it. */
const IS_ACTION = /(?:\p{Ll}[ai]tion|\p{Ll}{3}[cdhlmnstv]ing|\p{Ll}{3}ment)$/u;

/** Whether words with capitals are a name: none of them is a kind of thing, and one is never written small here. */
function isCompany(name: string, { small }: Naming): boolean {
  if (
    NO_COMPANY.test(name) ||
    IS_KIND.test(name) ||
    / \p{Lu}\p{Ll}+[^s]s$/u.test(name) ||
    (/^\p{Lu}{1,3}$/u.test(name) && !SPELLING.has(fold(name)))
  )
    return false;
  if (IS_ACTION.test(name) && !SPELLING.has(fold(name))) return false;
  const words = name.split(' ').map((word) => word.toLowerCase().replace(/'s$/, ''));
  const isWord = (word: string) => small.has(word) || isPolicyWord(word);
  return words.some((word) => word.length > 1 && !isWord(word) && !isWord(word.replace(/s$/, '')));
}

/** `a Delaware Limited Liability Corporation`: what kind of company, and whose is not said. */
const IS_KIND_OF_COMPANY = /(?<!\p{L})[Aa]n?(?: \([^()]*\)| \p{Lu}\p{L}*){0,3} $/u;

/** A sentence in capitals, by the small words in it or by what stands before. */
const isShouted = (name: string, before: string, after: string) =>
  !/\p{Ll}/u.test(name) &&
  /^[ ,]{1,2}\p{Lu}{2}/u.test(after) &&
  (/(?:^|\p{Lu}{2}[,;]? \(?)$/u.test(before) ||
    /(?:^| )(?:AND|OR|OF THE|NOT|BUT|BE|IS|ARE)(?: |$)/.test(name));

/** Whether a name's first words stand before it, as in `Harbour and Sons`, or are those of whom a letter goes through. */
const hasMoreBefore = (name: string, before: string) =>
  /c\/o:? (?:\p{L}+ )?$/u.test(before) ||
  (!name.includes(' ') &&
    /(?<![\p{L}\p{N}])(?!LLC|Inc|Ltd|Limited|GmbH|Corp)\p{Lu}\p{L}+(?: {2}| and | & | of the )$/u.test(
      before,
    ));

/** `Pty` of `Pty Ltd`, behind a name that begins small. */
const IS_FORM = new RegExp(`^${FORM}$`, 'u');

/** Whether a form ends no whole name: the name goes on before or after it, or its words are words of a sentence. */
function isNoFullName(name: string, form: string, before: string, after: string): boolean {
  if (SPELLING.has(fold(name))) return false;
  return (
    IS_FORM.test(` ${name}`) ||
    (!name.includes(' ') && isPolicyWord(name.toLowerCase())) ||
    /^(?: for| of) \p{Lu}/u.test(after) ||
    hasMoreBefore(name, before) ||
    isShouted(name, before, after) ||
    (/(?:Limited|Corporation)\.?$/.test(form) && IS_KIND_OF_COMPANY.test(before)) ||
    // An attorney general.
    (/ AG$/.test(form) && /\bthe $/.test(before))
  );
}

type FoundName = readonly [name: string, start: number, length: number, rule: string];

function* findByForm(text: string): Iterable<FoundName> {
  for (const match of text.matchAll(LEGAL_FORM)) {
    const { name, cut } = trimName(match[1]!);
    const before = text.slice(0, match.index + cut);
    if (isNoFullName(name, match[0], before, text.slice(match.index + match[0].length))) continue;
    if (/^\p{Lu}[\p{L}\p{N}]/u.test(name)) {
      yield [SPELLING.get(fold(name)) ?? name, match.index + cut, match[0].length - cut, 'legal-form'];
    }
  }
}

function* findKnown(text: string): Iterable<FoundName> {
  for (const { 0: word, index } of text.matchAll(KNOWN_NAME)) {
    if (ALSO_WORDS.has(word) && (isPartOfWord(text, index + word.length) || isOnlyStart(text, word, index)))
      continue;
    yield [SPELLING.get(fold(word)) ?? word, index, word.length, 'known-name'];
  }
}

/** `Example products and services such as`, `we build tools like`: what the publisher itself offers. */
const OFFERED =
  /\b(?:[Ww]e|[Oo]ur)(?: \p{L}+)? (?:build|make|offer|operate|develop|run|provide)s? (?:\p{L}+ ){0,4}$/u;
const OWNER_BEFORE = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}]{1,40})(?:['’]s)?(?: \p{Ll}[\p{L}-]{0,30}){0,3} $/u;

/** Whether examples are the publisher's: one of them is, or what they are examples of. */
function isOfOwn(text: string, match: RegExpExecArray, isOwn: (name: string) => boolean): boolean {
  const before = text.slice(Math.max(0, match.index - 60), match.index);
  if (OFFERED.test(before)) return true;
  const owner = OWNER_BEFORE.exec(before)?.[1];
  if (owner !== undefined && isOwn(owner)) return true;
  return [...match[1]!.matchAll(ONE_EACH)].some(([name]) => isOwn(name));
}

function* findListed(text: string, naming: Naming, isOwn: (name: string) => boolean): Iterable<FoundName> {
  const examples = HAS_EXAMPLES.test(text) ? text.matchAll(EXAMPLES) : [];
  for (const match of examples) {
    if (isOfOwn(text, match, isOwn)) continue;
    const from = match.index + match[0].length - match[1]!.length;
    for (const { 0: name, index } of match[1]!.matchAll(ONE_EACH)) {
      if (isCompany(name, naming)) yield [name, from + index, name.length, 'named-as-example'];
    }
  }
  const first = naming.listed.has(text) ? FIRST.exec(text)?.[1] : undefined;
  if (first !== undefined && isCompany(first, naming)) yield [first, 0, first.length, 'named-in-list'];
}

/**
 * Companies that a clause names: names with a legal form behind them, names from our list, names given as examples of a
 * kind of company, and those that a list of others consists of. The publisher's own names are left out. A name that only
 * stands inside an address is not found.
 */
export function listThirdParties(
  clause: Clause,
  domain: string,
  naming: Naming = readNaming([clause], domain),
): Term[] {
  const text = plainText(clause.text).replaceAll('\u00a0', ' ');
  const isOwn = ownTestOf(naming);
  const found: Term[] = [];
  for (const find of [findByForm(text), findKnown(text), findListed(text, naming, isOwn)]) {
    for (const [term, start, length, rule] of find) {
      const end = start + length;
      if (isOwn(term) || found.some((other) => other.start < end && start < other.end)) continue;
      found.push({ kind: 'third-party', term, start, end, rule });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
