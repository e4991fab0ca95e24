import { plainText } from './inline.ts';
import { type InlineLink, listInlineLinks } from './inline-links.ts';
import type { Clause } from './model.ts';
import { ownName } from './own-domain.ts';
import { splitSentences } from './sentences.ts';
import { NO_PROMISE, PROMISE, VAGUE } from './term-rules.ts';

/** Something found in a clause; offsets are UTF-16 units of its plain text. */
export interface Term {
  readonly kind: 'third-party' | 'promise' | 'vague';
  /** The name, the whole sentence that promises, or the vague words in lower case. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /**
   * `known-name`, `legal-form`, `named-as-example`, `named-in-list`; for a promise the words that make it one; for vague
   * words `vague-word`.
   */
  readonly rule: string;
}

/** A link or mail address of a clause. */
export interface LinkTerm extends InlineLink {
  /** `own`: the policy's own domain or below; `other`: neither web nor mail, or not an absolute address. */
  readonly kind: 'mailto' | 'own' | 'external' | 'other';
  readonly host: string | null;
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const CONDITION = /\b(?:if|unless|when|where|that|why|because|since|whether|while|although|though) $/i;
/** Words that promise nothing until another follows. */
const OPEN_END = /(?:\bnot|never|only|n't|to) ?$/i;

/** Whether words of a promise are said outright: not as a condition, and to their end. */
const isSaid = (sentence: string, start: number, end: number) =>
  !CONDITION.test(sentence.slice(Math.max(0, start - 11), start)) &&
  (/\w/.test(sentence.slice(end)) || !OPEN_END.test(sentence.slice(start, end)));

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
      .filter(({ index, 0: found }) => isSaid(said, index, index + found.length))
      .map(([word]) => word.toLowerCase());
    if (words.length === 0) continue;
    found.push({ kind: 'promise', term: sentence, start, end: from, rule: [...new Set(words)].join(', ') });
  }
  return found;
}

/** Those to whom something is allowed or possible: of them `may` and `can` are not vague. */
const ALLOWED =
  /\b(?:you(?:r (?:child|children|parents?|friends|\w+))?|users?|members?|visitors?|customers?|consumers?|individuals?|residents?|parents?|guardians?|children|students?|people|persons?|others|anyone|everyone|who|they|how|subscribers?|recipients?)(?: or [\w-]+)? (?:also |always |then |either )?$/i;

/** For each vague word, which words before or behind it make it plain. */
const PLAIN: Readonly<Record<string, { readonly before?: RegExp; readonly after?: RegExp }>> = {
  many: { before: /\b(?:how|as|so|too) $/i },
  some: { before: /\bhow $/i, after: /^ ?(?:one|time|day)\b/i },
  most: { before: /\b(?:the|at|your|our|its|their) $/i, after: /^ (?:recent|current|important)/i },
  certain: { before: /\b(?:make|be|for|are|is|am|not) $/i, after: /^ (?:that|piece)\b/i },
  necessary: { before: /\bstrictly $/i, after: /^ cookies?\b/i },
  'other information': { after: /^ technolog/i },
};

const IS_MODAL = /^(?:may|could|might)$/i;
/** Of these `can` leaves open whether they do it; of others it says that they are able to. */
const CAN_DO =
  /\b(?:we|part(?:y|ies)|partners|providers|companies|affiliates|technologies|cookies?|information|data)(?: also| \w+ly)? $/i;
/** `so that we can`: what is aimed at. */
const IS_AIM = /\b(?:so|that|how|what|where|if|when) we(?: \w+ly)? $/i;
const IS_MONTH_BEFORE = /\d ?$|\b(?:in|since|of|until|from|on) $/i;
const IS_MONTH_AFTER = /^ ?\d|^,? \d{4}/;

function isVague(text: string, word: string, at: number): boolean {
  const after = text.slice(at + word.length, at + word.length + 14);
  const before = text.slice(Math.max(0, at - 40), at);
  if (word === 'May') return !IS_MONTH_AFTER.test(after) && !IS_MONTH_BEFORE.test(before);
  if (/^can$/i.test(word)) return CAN_DO.test(before) && !IS_AIM.test(before) && !ALLOWED.test(before);
  if (IS_MODAL.test(word)) return !ALLOWED.test(before);
  const plain = PLAIN[word.toLowerCase()];
  return !plain?.before?.test(before) && !plain?.after?.test(after);
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
