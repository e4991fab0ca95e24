/** One reason to give a clause a topic. */
export interface TopicRule {
  /** Unique within its language, the topic's name before the slash; stored with each label it gives. */
  readonly name: string;
  readonly topic: string;
  /** Where the pattern is looked for: the clause's words, or the heading it is or stands under. */
  readonly where: 'text' | 'heading';
  readonly pattern: RegExp;
  /** Where this matches the clause's words, the rule does not fire. */
  readonly unless?: RegExp;
  /** For words that stand in clauses on other topics as well: the log-odds that the model must give at least. */
  readonly needs?: number;
  /** True where the label is given to commentary too. */
  readonly inCommentary?: boolean;
}

/** A pattern, or how to make it when it is first asked: those of one language alone take longer than a start may. */
type LazyPattern = RegExp | (() => RegExp);

interface More extends Pick<TopicRule, 'needs' | 'inCommentary'> {
  readonly unless?: LazyPattern;
}

const once = (pattern: LazyPattern): (() => RegExp) => {
  let made = pattern instanceof RegExp ? pattern : null;
  return () => {
    made ??= (pattern as () => RegExp)();
    return made;
  };
};

/** A rule; its name tells its topic. */
export function rule(
  name: string,
  where: TopicRule['where'],
  pattern: LazyPattern,
  { unless, ...more }: More = {},
): TopicRule {
  const [made, madeUnless] = [once(pattern), unless && once(unless)];
  return {
    name,
    topic: name.slice(0, name.indexOf('/')),
    where,
    get pattern() {
      return made();
    },
    ...(madeUnless && {
      get unless() {
        return madeUnless();
      },
    }),
    ...more,
  };
}

const escapePattern = (text: string) => text.replace(/[.+?^${}()|[\]\\/]/g, '\\$&');

const NO_LETTER_BEFORE = '(?<![\\p{L}\\p{N}])';
const NO_LETTER_AFTER = '(?![\\p{L}\\p{N}])';

/**
 * One phrase as a pattern. A `*` at its beginning or end stands for any part of a word, so that there the word need not
 * begin or end: to look for the part itself would try every place anew for each letter before it.
 */
function writePhrase(phrase: string, isJoined: boolean): string {
  const words = phrase.replace(/^\*/, '').replace(/\*$/, '');
  const written = escapePattern(words)
    .replaceAll(' _ ', "(?: [\\p{L}\\p{N}'-]{1,40}){0,4} ")
    .replaceAll('*', "[\\p{L}\\p{N}'@.-]{0,40}");
  const before = isJoined || phrase.startsWith('*') ? '' : NO_LETTER_BEFORE;
  const after = isJoined || phrase.endsWith('*') ? '' : NO_LETTER_AFTER;
  return before + written + after;
}

/**
 * A pattern from plain words: phrases between bars, `*` for any part of a word, `_` for up to four words between. For
 * scripts that leave no space between words, `isJoined` finds a phrase anywhere.
 */
export function phrases(text: string, isJoined = false): RegExp {
  const written = text
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .map((phrase) => writePhrase(phrase, isJoined));
  return new RegExp(`(?:${written.join('|')})`, 'iu');
}
