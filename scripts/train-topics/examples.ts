import { asRead } from '../../crawler/core/as-read.ts';
import { findTitle } from '../../crawler/core/clauses.ts';
import { listFeatures } from '../../crawler/core/topics/model.ts';
import type { TopicRule } from '../../crawler/core/topics/rule.ts';
import type { SourcePolicy } from './read-sources.ts';

/** A clause, and what its heading says it is about. */
export interface Example {
  readonly service: string;
  readonly text: string;
  /** Topics that its heading, or a rule that is sure, names. */
  readonly topics: ReadonlySet<string>;
  readonly features: ReadonlySet<string>;
}

const MIN_WORDS = 4;

function topicsOfHeading(heading: string, headings: readonly TopicRule[]): string[] {
  return headings
    .filter((one) => one.pattern.test(heading) && !one.unless?.test(heading))
    .map(({ topic }) => topic);
}

/**
 * The clauses of a policy that stand under a heading that names a subject: the nearest that does, and not the title. A
 * sure rule adds its topic.
 */
export function listExamples(
  policy: SourcePolicy,
  headings: readonly TopicRule[],
  rules: readonly TopicRule[],
): Example[] {
  const title = findTitle(policy.clauses);
  const sure = rules.filter((one) => one.where === 'text' && one.needs === undefined);
  return policy.clauses.flatMap((clause, at) => {
    const path = at > title && title >= 0 ? clause.headingPath.slice(1) : clause.headingPath;
    if (clause.kind === 'heading' || path.length === 0) return [];
    const named = path
      .map((heading) => topicsOfHeading(asRead(heading), headings))
      .findLast((topics) => topics.length > 0);
    const text = asRead(clause.text);
    if (!named || text.split(' ').length < MIN_WORDS) return [];
    const said = sure
      .filter((one) => one.pattern.test(text) && !one.unless?.test(text))
      .map(({ topic }) => topic);
    return [
      { service: policy.service, text, topics: new Set([...named, ...said]), features: listFeatures(text) },
    ];
  });
}
