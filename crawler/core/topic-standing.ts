import type { ClauseKind, Labelling, Topic } from './model.ts';
import { TOPICS } from './topics.ts';

/**
 * How a text stands to a topic. `spoken`: a rule found a clause on it. `perhaps`: the rules are silent, and something
 * weaker than a rule says that a clause is on it. `silent`: it was looked for and not found. `not-judged`: no rules know
 * the text's language, so that nothing was looked for; never to be shown as silence.
 */
export type TopicStanding = 'spoken' | 'perhaps' | 'silent' | 'not-judged';

/** A text as far as its topics go. */
export interface LabelledText {
  readonly labelling: Labelling | null;
  readonly clauses: readonly {
    readonly kind: ClauseKind;
    readonly topics: readonly Topic[];
    readonly perhaps: readonly Topic[];
  }[];
}

/** The topics that are subjects of their own: all but commentary. */
export const SUBJECTS: readonly string[] = TOPICS.map(({ name }) => name).filter(
  (name) => name !== 'commentary',
);

/** How a text stands to each topic, in the order of the list of topics. Headings alone say nothing. */
export function standTopics({ labelling, clauses }: LabelledText): Map<string, TopicStanding> {
  const said = clauses.filter(({ kind }) => kind !== 'heading');
  const spoken = new Set(said.flatMap(({ topics }) => topics.map(({ topic }) => topic)));
  const perhaps = new Set(said.flatMap((clause) => clause.perhaps.map(({ topic }) => topic)));
  return new Map(
    SUBJECTS.map((topic): [string, TopicStanding] => {
      if (labelling === null) return [topic, 'not-judged'];
      if (spoken.has(topic)) return [topic, 'spoken'];
      return [topic, perhaps.has(topic) ? 'perhaps' : 'silent'];
    }),
  );
}
