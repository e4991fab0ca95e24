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
/** Clauses of a section are also learned from together, as policies without lists write them: up to so many words. */
const JOINED_WORDS = 120;

interface PlacedExample extends Example {
  readonly section: string;
}

/** Runs of clauses of one section as one paragraph each, on all that they are on. */
function joinSections(single: readonly PlacedExample[]): Example[] {
  const joined: Example[] = [];
  let run: PlacedExample[] = [];
  const close = () => {
    if (run.length > 1) {
      const text = run.map((one) => one.text).join(' ');
      const topics = new Set(run.flatMap((one) => [...one.topics]));
      joined.push({ service: run[0]!.service, text, topics, features: listFeatures(text) });
    }
    run = [];
  };
  for (const example of single) {
    const words = [...run, example].reduce((sum, { text }) => sum + text.split(' ').length, 0);
    if (run.length > 0 && (run[0]!.section !== example.section || words > JOINED_WORDS)) close();
    run.push(example);
  }
  close();
  return joined;
}

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
  const single = policy.clauses.flatMap((clause, at) => {
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
      {
        service: policy.service,
        text,
        topics: new Set([...named, ...said]),
        features: listFeatures(text),
        section: path.join('\n'),
      },
    ];
  });
  return [...single, ...joinSections(single)];
}
