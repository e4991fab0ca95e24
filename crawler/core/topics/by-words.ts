import { phrases, rule, type TopicRule } from './rule.ts';

/** The words of a topic: in headings, and in clauses; phrases between bars, as `phrases` reads them. */
export interface TopicWords {
  readonly heading?: string;
  readonly text?: string;
  /** Words in whose company the clause is on something else. */
  readonly unless?: string;
}

/** The rules of a language from lists of words, at most one for headings and one for texts on each topic. */
export function rulesFromWords(
  words: Readonly<Record<string, TopicWords>>,
  isJoined = false,
): readonly TopicRule[] {
  return Object.entries(words).flatMap(([topic, { heading, text, unless }]) => [
    ...(heading ? [rule(`${topic}/heading`, 'heading', () => phrases(heading, isJoined))] : []),
    ...(text
      ? [
          rule(
            `${topic}/words`,
            'text',
            () => phrases(text, isJoined),
            unless ? { unless: () => phrases(unless, isJoined) } : {},
          ),
        ]
      : []),
  ]);
}
