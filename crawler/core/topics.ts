import { asRead } from './as-read.ts';
import { findTitle } from './clauses.ts';
import type { Clause, Labelling, PlacedClause, TextLabels, Topic } from './model.ts';
import { TOPIC_RULES, TOPICS, type TopicRule } from './topic-rules.ts';

export { TOPICS };

const COMMENTARY = 'commentary';
/** So much of a clause is read, in characters: more than any clause a person wrote. */
const MAX_READ = 20_000;

function fires(rule: TopicRule, text: string, headings: readonly string[], isHeading: boolean): boolean {
  if (rule.unless?.test(text)) return false;
  const inText = !isHeading && rule.where !== 'heading' && rule.pattern.test(text);
  return inText || (rule.where !== 'text' && headings.some((heading) => rule.pattern.test(heading)));
}

/**
 * The topics of a clause, one label each with the first rule that fired, in the order of the rule file. A heading is
 * judged by the rules for headings; any clause also by the headings it stands under. Commentary keeps only labels that
 * say so. A clause may have no topic.
 */
export function labelTopics(clause: Clause, headingPath: readonly string[]): Topic[] {
  const text = asRead(clause.text).slice(0, MAX_READ);
  const isHeading = clause.kind === 'heading';
  const headings = isHeading ? [...headingPath.map(asRead), text] : headingPath.map(asRead);
  const labels = new Map<string, Topic & { inCommentary: boolean }>();
  for (const rule of TOPIC_RULES) {
    if (labels.has(rule.topic) || !fires(rule, text, headings, isHeading)) continue;
    labels.set(rule.topic, { topic: rule.topic, rule: rule.name, inCommentary: rule.inCommentary ?? false });
  }
  const isCommentary = labels.has(COMMENTARY);
  return [...labels.values()]
    .filter((label) => !isCommentary || label.topic === COMMENTARY || label.inCommentary)
    .map(({ topic, rule }) => ({ topic, rule }));
}

/** Languages, by their ISO 639-1 codes, whose texts can be judged: those that rules are written for. */
export const JUDGED_LANGUAGES: readonly string[] = ['en'];

/** By which rules a text in a language is labelled; null where none are written for it, or the language is not known. */
export function labellingOf(language: string | null): Labelling | null {
  if (language === null || !JUDGED_LANGUAGES.includes(language)) return null;
  return { language };
}

/**
 * The labels of a whole text. The document's own title labels nothing: under “Privacy and Cookies Policy” a clause on
 * opening hours is not one on cookies.
 */
export function labelText(clauses: readonly PlacedClause[], language: string | null): TextLabels {
  const labelling = labellingOf(language);
  if (labelling === null) return { labelling, clauses: clauses.map(() => ({ topics: [], perhaps: [] })) };
  const title = findTitle(clauses);
  const labels = clauses.map((clause, at) => ({
    topics:
      at === title
        ? []
        : labelTopics(clause, at < title || title < 0 ? clause.headingPath : clause.headingPath.slice(1)),
    perhaps: [],
  }));
  return { labelling, clauses: labels };
}

/** The topics, by name, on which none of a version's clauses says anything. Headings alone say nothing. */
export function listSilences(clauses: readonly Clause[], topics: readonly (readonly Topic[])[]): string[] {
  const spoken = new Set(
    topics.flatMap((labels, at) => (clauses[at]?.kind === 'heading' ? [] : labels.map(({ topic }) => topic))),
  );
  return TOPICS.map(({ name }) => name).filter((name) => name !== COMMENTARY && !spoken.has(name));
}
