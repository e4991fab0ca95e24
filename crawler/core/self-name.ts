import type { Clause } from './model.ts';
import { fold } from './own-domain.ts';
import { KNOWN_THIRD_PARTIES } from './term-rules.ts';

/** A clause as far as names are read in it. */
export interface ClauseText {
  readonly kind: Clause['kind'];
  readonly text: string;
}

/** A publisher names itself before this many clauses are over, and this often as the one who acts. */
const OPENING = 15;
const MIN_ACTS = 3;
/** A name of our list is much more often another's: it has to act that often, and more than all others together. */
const MIN_ACTS_OF_KNOWN = 6;

/** Words of a pattern that begin with a capital instead. */
const capitals = (words: string) => words.replace(/(?<![\p{L}?])\p{Ll}/gu, (letter) => letter.toUpperCase());

const DOES =
  'collects?|may|uses?|will|does|processes|shares?|stores?|keeps?|retains?|respects?|takes?|has|reserves|cannot|never|sells?|receives?|obtains?|provides?|offers?|complies|considers|believes|knows|cares|values|recogni[sz]es|adopts|commits|is (?:committed|dedicated|the)|and (?:its|our)';
const ITS =
  'group|(?:privacy |cookie )?(?:policy|notice|statement)|services?|web ?sites?|sites?|apps?|accounts?|platform|products?|users?|members?|customers?|community|terms|employees|affiliates|subsidiaries|entity|entities|team';
const NAME = String.raw`\p{Lu}[\p{L}\p{N}&]{1,30}(?:[-.]\p{L}[\p{L}\p{N}]{1,20})?(?: \p{Lu}[\p{L}\p{N}&]{1,30}){0,2}`;
/** `Example collects`, `your Example account`: who acts, and whose things these are. */
const ACTOR = new RegExp(
  String.raw`(?<![\p{L}\p{N}.@/-])(${NAME}?)(?:['’]s)? (?=(?:${DOES}|${ITS}|${capitals(ITS)})(?![\p{L}\p{N}]))`,
  'gu',
);
/** What says that a name is another's example. */
const IS_EXAMPLE =
  /\b(?:such as|like|e\.g\.|including|example|providers?|part(?:y|ies)|by)[,:(]? (?:[^.]{0,40}, )?$/i;

const KNOWN = new Set(KNOWN_THIRD_PARTIES.map(fold));
/** Words with capitals that act in policies without being anybody's name. */
const NOBODY =
  /^(?:a|an|the|this|that|these|those|we|our|us|you|your|it|its|they|their|if|when|where|while|some|any|all|each|no|not|other|others|such|and|or|but|for|in|on|at|by|as|to|of|with|who|what|how|why|which|also|please|here|there|once|certain|both|either|users?|members?|customers?|visitors?|parents?|children|company|companies|controllers?|processors?|partners?|affiliates?|vendors?|advertisers?|cookies?|services?|sites?|websites?|apps?|platform|policy|privacy|notice|statement|terms|data|information|personal|third|parties|party|law|laws|act|gdpr|ccpa|eu|eea|uk|us|usa|california|european|residents?|section|article|account|online|mobile|web|internet|content|business|security|legal|support|email|global|general|standard|new|free|group|states?|gmbh|ag|s\.?a|inc|llc|ltd|pty|limited|corp|corporation|co|vpn|saas|foundation|licensor|premium)$/i;

const isName = (name: string) => name.split(' ').some((word) => word.length > 1 && !NOBODY.test(word));

/** Words of a name without those at its start that are nobody's. */
const withoutNobody = (name: string) => {
  const words = name.split(' ');
  const from = words.findIndex((word) => !NOBODY.test(word));
  return words.slice(Math.max(0, from)).join(' ');
};

function countActors(lines: readonly ClauseText[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text, kind } of lines) {
    if (kind === 'row') continue;
    const here = new Set<string>();
    for (const [, name] of text.slice(0, 3000).matchAll(ACTOR)) {
      if (isName(name!)) here.add(withoutNobody(name!));
    }
    for (const name of here) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Companies with legal forms that share their first word, from so many on, are one group, if that word acts as well. */
const MIN_FAMILY = 3;
const FORM = '(?:Inc|LLC|Ltd|LTD|Limited|GmbH|Corp|Corporation|S\\.A|SAS|B\\.V|AG|PLC|plc|Pte|Pty)';
const WITH_FORM = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])(\p{Lu}[\p{L}\p{N}&]{2,30})(?:\.\p{L}{2,4})?((?: (?:\p{Lu}[\p{L}\p{N}&'-]{1,30}|\(\p{Lu}\p{L}{1,12}\)|of|&)){0,6}),? ${FORM}(?![\p{L}\p{N}])`,
  'gu',
);

const HAS_FORM = new RegExp(`[ ,]${FORM}(?![\\p{L}\\p{N}])`, 'u');

/** First words that several companies of a text share. */
function listFamilies(lines: readonly ClauseText[]): string[] {
  const families = new Map<string, Set<string>>();
  for (const { text } of lines) {
    if (!HAS_FORM.test(text)) continue;
    for (const [, first, rest] of text.slice(0, 5000).matchAll(WITH_FORM)) {
      if (!isName(first!)) continue;
      families.set(first!, (families.get(first!) ?? new Set()).add(rest!));
    }
  }
  return [...families].filter(([, members]) => members.size >= MIN_FAMILY).map(([first]) => first);
}

/** Whoever opens a policy by its full name publishes it; whom it needs for something comes later, and in lists. */
const OPENERS = 8;
const OPENING_SHARE = 1 / 3;
/** What introduces another company even there: whom one needs, uses or is represented by. */
const IS_OTHERS =
  /\b(?:such as|like|e\.g\.|example|representatives?|providers?|banks?|part(?:y|ies|ners?)|vendors?|processors?|(?:services?|pages?|tools?) of|uses?|using|arbitrat\w+|complain\w*)\b[^.]{0,80}(?:\.[^.]{0,20})?$|\b(?:with|from|through|via) $/i;
const FULL_NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-])(?:[Tt]he )?(${NAME}(?: \p{Lu}[\p{L}\p{N}&'-]{1,30}){0,3}),? ${FORM}(?![\p{L}\p{N}])`,
  'gu',
);
function listOpeners(lines: readonly ClauseText[]): string[] {
  const opening = lines
    .slice(0, Math.min(OPENERS, Math.ceil(lines.length * OPENING_SHARE)))
    .filter(({ kind }) => kind !== 'row');
  return opening.flatMap(({ text }) =>
    [...text.slice(0, 3000).matchAll(FULL_NAME)]
      .filter(
        ([, name]) => !KNOWN.has(fold(name!)) && !KNOWN.has(fold(name!.split(' ')[0]!)) && isName(name!),
      )
      .filter((match) => !IS_OTHERS.test(text.slice(Math.max(0, match.index - 110), match.index)))
      .map(([, name]) => name!),
  );
}

/**
 * The names by which a text speaks of its publisher: such a name stands where the text begins, and it is who collects, uses
 * and shares, and whose services these are, again and again; or it is the first word of many companies. `isWord` knows
 * words that are no names.
 */
export function listSelfNames(lines: readonly ClauseText[], isWord: (word: string) => boolean): string[] {
  const opening = lines.slice(0, OPENING);
  const isInOpening = (name: string) =>
    opening.some(({ text }) => {
      const at = text.indexOf(name);
      return at >= 0 && !IS_EXAMPLE.test(text.slice(Math.max(0, at - 60), at));
    });
  const acts = countActors(lines);
  const total = [...acts.values()].reduce((sum, count) => sum + count, 0);
  const names = [...acts]
    .filter(([name, count]) => {
      if (KNOWN.has(fold(name))) return count >= MIN_ACTS_OF_KNOWN && count * 2 > total && isInOpening(name);
      const isWords = name.split(' ').every((word) => isWord(word.toLowerCase()));
      return count >= MIN_ACTS && !isWords && isInOpening(name);
    })
    .sort(([, a], [, b]) => b - a)
    .map(([name]) => name);
  const families = listFamilies(lines).filter((first) => {
    const count = acts.get(first) ?? 0;
    return KNOWN.has(fold(first)) ? count >= MIN_ACTS_OF_KNOWN && isInOpening(first) : count >= MIN_ACTS;
  });
  return [...names.slice(0, 3), ...families, ...listOpeners(lines)];
}
