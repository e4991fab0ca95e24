import { plainText } from './inline.ts';
import { type InlineLink, listInlineLinks } from './inline-links.ts';
import type { Clause } from './model.ts';
import { splitSentences } from './sentences.ts';
import {
  KNOWN_THIRD_PARTIES,
  LEGAL_FORM,
  NO_NAME,
  NO_PROMISE,
  OWNERS,
  PROMISE,
  VAGUE,
} from './term-rules.ts';

/** Something found in a clause; offsets are UTF-16 units of its plain text. */
export interface Term {
  readonly kind: 'third-party' | 'promise' | 'vague';
  /** The name, the whole sentence that promises, or the vague words in lower case. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** `known-name`, `legal-form`; for a promise the words that make it one; for vague words `vague-word`. */
  readonly rule: string;
}

/** A link or mail address of a clause. */
export interface LinkTerm extends InlineLink {
  /** `own`: the policy's own domain or below; `other`: neither web nor mail, or not an absolute address. */
  readonly kind: 'mailto' | 'own' | 'external' | 'other';
  readonly host: string | null;
}

/** So much of a clause is read for definitions, in characters. */
const MAX_READ = 5000;

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const fold = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The one spelling of each name of the list, by its letters. */
const SPELLING = new Map(KNOWN_THIRD_PARTIES.map((name) => [fold(name), name]));

/** How a name of the list may be written: as listed, its words apart or together, and as one word with one capital. */
function listSpellings(name: string): string[] {
  const apart = name.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
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
  'Adjust Apple Asana Atlas Bandwidth Drift Heap Iterable Magnite Medium Meta Notion Persona Pusher Segment Sift Singular Slack Zoom Visa Looker Intercom'.split(
    ' ',
  ),
);
const isSentenceStart = (text: string, at: number) =>
  /(?:^|[.!?:;\u2022] ?)$/.test(text.slice(Math.max(0, at - 2), at));

/** `paltalk.com` to `paltalk`: the part of a domain that a company's own name is likely to contain. */
function ownName(domain: string): string {
  const labels = domain.toLowerCase().split('.');
  return labels.at(labels.length > 2 && labels.at(-2)!.length <= 3 ? -3 : -2) ?? domain.toLowerCase();
}

/** A name as a text writes it: words with capitals. */
const NAME = String.raw`(\p{Lu}[\p{L}\p{N}&'-]{0,40}(?:\.\p{L}{2,5})?(?: \p{Lu}[\p{L}\p{N}&'-]{0,40}){0,5})`;
const FORM = String.raw`(?:,? (?:Inc|LLC|L\.L\.C|Ltd|Limited|GmbH|Corp|Corporation|S\.A\.S|SAS|S\.A|B\.V|AG|PLC|plc|Pty)\.?)`;
const PERSON = String.raw`["“”](?:[Ww]e|[Uu]s|[Oo]ur|[Tt]he Company)[,"“”]`;

/** `Example Services, Inc. ("Example", "we", "us")`: who is called we. */
const DEFINED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${NAME}${FORM}{0,2} \((?:hereinafter|collectively|together|referred to as|also|and|or|the|with its affiliates|[, ]|["“”][^"“”()]{1,30}["“”]){0,12}${PERSON}`,
  'gu',
);
/** `operated by Example Services Ltd`, `Example Services Ltd is the controller`. */
const OPERATED = new RegExp(
  String.raw`(?:(?:[Ss]ite|[Ss]ervices?|[Ww]ebsite|[Aa]pp) (?:is|are) (?:owned and )?(?:operated|owned|published) by|[Cc]ontroller(?: of \w+ \w+ \w+)? is:?) ${NAME}${FORM}|(?<![\p{L}\p{N}])${NAME}${FORM}(?: \([^()]{0,60}\))?,? (?:is|as|acts as) (?:the|a|your|our) (?:\w+ )?(?:controller|operator|parent company)`,
  'gu',
);
const RIGHTS =
  /(?:©|[Cc]opyright)(?: ©| \([cC]\))?(?: \d{4}(?: ?[-–] ?\d{4})?,?) (?:by )?(\p{Lu}[\p{L}\p{N}&'-]{1,40}(?: \p{Lu}[\p{L}\p{N}&'-]{1,40}){0,3})/gu;
const FORM_AT_END =
  /(?<![ ,])[ ,]{1,5}(?:holdings|inc|llc|ltd|limited|gmbh|corp|corporation|s\.?a\.?s?|b\.?v|ag|plc|co|company)\.?$/i;

/**
 * The names by which a text's publisher calls itself: what its domain holds, what is said to be \u201cwe\u201d, and who reserves
 * rights. Folded to letters.
 */
export function listOwnNames(clauses: readonly Clause[], domain: string): Set<string> {
  const own = new Set<string>();
  const name = fold(ownName(domain));
  if (name !== '') own.add(name);
  for (const clause of clauses) {
    const text = plainText(clause.text).slice(0, MAX_READ);
    for (const pattern of [DEFINED, OPERATED, RIGHTS]) {
      for (const match of text.matchAll(pattern)) {
        const found = fold((match[1] ?? match[2]!).replace(FORM_AT_END, ''));
        if (found.length > 2) own.add(found);
      }
    }
  }
  return own;
}

/** Whether one name begins with the other: the group's companies share their first words. */
const startsAlike = (one: string, other: string) =>
  Math.min(one.length, other.length) > 4 && (one.startsWith(other) || other.startsWith(one));

function makeOwnTest(own: ReadonlySet<string>): (name: string) => boolean {
  const owned = new Set(
    [...own].flatMap((name) => (Object.hasOwn(OWNERS, name) ? OWNERS[name]! : []).map(fold)),
  );
  return (name) => {
    const folded = fold(name);
    if (owned.has(folded) || [...own].some((one) => startsAlike(one, folded))) return true;
    return [...own].some((one) => folded === one || (one.length > 4 && folded.includes(one)));
  };
}

/** A name without the words of a sentence that stand before it. */
function trimName(name: string): { name: string; cut: number } {
  let rest = name;
  while (NO_NAME.test(rest)) rest = rest.replace(NO_NAME, '');
  return { name: rest, cut: name.length - rest.length };
}

/**
 * Companies that a clause names: names from our list, and names with a legal form behind them. The publisher's own names
 * (`listOwnNames`) are left out. A name that only stands inside an address is not found.
 */
export function listThirdParties(
  clause: Clause,
  domain: string,
  own: ReadonlySet<string> = listOwnNames([clause], domain),
): Term[] {
  const text = plainText(clause.text);
  const isOwn = makeOwnTest(own);
  const found: Term[] = [];
  const add = (name: string, start: number, length: number, rule: string) => {
    const end = start + length;
    const overlaps = found.some((term) => term.start < end && start < term.end);
    if (name !== '' && !isOwn(name) && !overlaps)
      found.push({ kind: 'third-party', term: name, start, end, rule });
  };
  for (const match of text.matchAll(LEGAL_FORM)) {
    const { name, cut } = trimName(match[1]!);
    if (/^\p{Lu}[\p{L}\p{N}]/u.test(name)) {
      add(SPELLING.get(fold(name)) ?? name, match.index + cut, match[0].length - cut, 'legal-form');
    }
  }
  for (const match of text.matchAll(KNOWN_NAME)) {
    const name = SPELLING.get(fold(match[0])) ?? match[0];
    if (ALSO_WORDS.has(match[0]) && isSentenceStart(text, match.index) && match[0].length !== text.length)
      continue;
    add(name, match.index, match[0].length, 'known-name');
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Sentences that promise something: what we never, always, or do not do, and what does not happen to information. */
export function listPromises(clause: Clause, domain: string): Term[] {
  if (clause.kind === 'heading') return [];
  const text = plainText(clause.text);
  const own = ownName(domain);
  const found: Term[] = [];
  let from = 0;
  for (const sentence of splitSentences(text)) {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    if (sentence.endsWith('?') || NO_PROMISE.test(sentence)) continue;
    // The company's name stands for \u201cwe\u201d.
    const said =
      own === ''
        ? sentence
        : sentence.replace(new RegExp(`\\b${escapePattern(own)}(?:\\.\\w+)?\\b`, 'gi'), 'we');
    const words = [...said.matchAll(PROMISE)]
      .filter(
        ({ index }) => !/\b(?:if|unless|when|where|that) $/i.test(said.slice(Math.max(0, index - 8), index)),
      )
      .map(([word]) => word.toLowerCase());
    if (words.length === 0) continue;
    found.push({ kind: 'promise', term: sentence, start, end: from, rule: [...new Set(words)].join(', ') });
  }
  return found;
}

/** What reads like a vague word and is none: the month, and other words around it. */
const NOT_VAGUE = [/^May$/, /^(?:many)$/i, /^other information$/i];

function isVague(text: string, word: string, at: number): boolean {
  const after = text.slice(at + word.length, at + word.length + 14);
  const before = text.slice(Math.max(0, at - 12), at);
  if (NOT_VAGUE[0]!.test(word))
    return !/^ ?\d|^,? \d{4}/.test(after) && !/\d ?$|\b(?:in|since|of|until|from|on) $/i.test(before);
  if (NOT_VAGUE[1]!.test(word)) return !/\b(?:how|as|so|too) $/i.test(before);
  if (NOT_VAGUE[2]!.test(word)) return !/^ technolog/i.test(after);
  return (
    !/^(?:can|may|could|might)$/i.test(word) ||
    !/\byou(?:r \w+)? (?:also |always |then |either )?$/i.test(before)
  );
}

/** Words that leave open what is meant. */
export function listVagueWords(clause: Clause): Term[] {
  if (clause.kind === 'heading') return [];
  const text = plainText(clause.text);
  const found = [...text.matchAll(VAGUE)].filter((match) => isVague(text, match[0], match.index));
  return found.map((match) => ({
    kind: 'vague',
    term: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
    rule: 'vague-word',
  }));
}

const HTTP_HOST = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i;

/** The links of a clause in order, each with what it leads to. */
export function listLinks(clause: Clause, domain: string): LinkTerm[] {
  const own = domain.toLowerCase();
  return listInlineLinks(clause.text).map((link) => {
    const host = HTTP_HOST.exec(link.href)?.[1]?.toLowerCase() ?? null;
    const isOwn = host === own || (host?.endsWith(`.${own}`) ?? false);
    const kind = /^mailto:/i.test(link.href)
      ? 'mailto'
      : host === null
        ? 'other'
        : isOwn
          ? 'own'
          : 'external';
    return { ...link, kind, host };
  });
}
