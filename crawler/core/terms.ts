import { plainText } from './inline.ts';
import { type InlineLink, listInlineLinks } from './inline-links.ts';
import type { Clause } from './model.ts';
import { splitSentences } from './sentences.ts';
import { KNOWN_THIRD_PARTIES, LEGAL_FORM, PROMISE, PROMISER, VAGUE } from './term-rules.ts';

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

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Longer names first, so that `Google Analytics` is not found as `Google`. */
const KNOWN_NAME = new RegExp(
  `(?<![\\p{L}\\p{N}@.])(?:${[...KNOWN_THIRD_PARTIES]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** `paltalk.com` to `paltalk`: the part of a domain that a company's own name is likely to contain. */
function ownName(domain: string): string {
  const labels = domain.toLowerCase().split('.');
  return labels.at(labels.length > 2 && labels.at(-2)!.length <= 3 ? -3 : -2) ?? domain.toLowerCase();
}

/**
 * Companies that a clause names: names from our list, and names with a legal form behind them. The company's own name,
 * recognised by its domain, is left out. A name that only stands inside an address is not found.
 */
export function listThirdParties(clause: Clause, domain: string): Term[] {
  const text = plainText(clause.text);
  const own = ownName(domain);
  const isOwn = (name: string) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
      .includes(own);
  const found: Term[] = [];
  const add = (name: string, start: number, length: number, rule: string) => {
    const end = start + length;
    const overlaps = found.some((term) => term.start < end && start < term.end);
    if (!isOwn(name) && !overlaps) found.push({ kind: 'third-party', term: name, start, end, rule });
  };
  for (const match of text.matchAll(LEGAL_FORM)) add(match[1]!, match.index, match[0].length, 'legal-form');
  for (const match of text.matchAll(KNOWN_NAME)) add(match[0], match.index, match[0].length, 'known-name');
  return found.sort((a, b) => a.start - b.start);
}

/** Sentences that promise something: never, always, will not, do not, said of ourselves. */
export function listPromises(clause: Clause, domain: string): Term[] {
  if (clause.kind === 'heading') return [];
  const text = plainText(clause.text);
  const own = ownName(domain);
  const found: Term[] = [];
  let from = 0;
  for (const sentence of splitSentences(text)) {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    const words = [...sentence.matchAll(PROMISE)].map(([word]) => word.toLowerCase());
    const isOurs = PROMISER.test(sentence) || sentence.toLowerCase().includes(own);
    if (words.length === 0 || !isOurs || sentence.endsWith('?')) continue;
    found.push({ kind: 'promise', term: sentence, start, end: from, rule: [...new Set(words)].join(', ') });
  }
  return found;
}

/** Words that leave open what is meant. */
export function listVagueWords(clause: Clause): Term[] {
  if (clause.kind === 'heading') return [];
  return [...plainText(clause.text).matchAll(VAGUE)].map((match) => ({
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
