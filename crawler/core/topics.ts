import { asRead } from './as-read.ts';
import type { Clause, Topic } from './model.ts';
import { TOPIC_RULES, TOPIC_RULES_VERSION, TOPICS, type TopicRule } from './topic-rules.ts';

export { TOPIC_RULES_VERSION, TOPICS };

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

/** The topics, by name, on which none of a version's clauses says anything. Headings alone say nothing. */
export function listSilences(clauses: readonly Clause[], topics: readonly (readonly Topic[])[]): string[] {
  const spoken = new Set(
    topics.flatMap((labels, at) => (clauses[at]?.kind === 'heading' ? [] : labels.map(({ topic }) => topic))),
  );
  return TOPICS.map(({ name }) => name).filter((name) => name !== COMMENTARY && !spoken.has(name));
}
