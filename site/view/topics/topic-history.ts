import { nameAnchors } from '../anchors.ts';
import { isoDay } from '../dates.ts';
import type { PolicyName, TextFacts } from '../model.ts';
import type { DaySpan } from '../policy/as-of.ts';

/** A clause on a topic, as a row of the topic's page shows it. */
export interface TopicClause {
  readonly label: string;
  readonly labelIsOurs: boolean;
  /** Inline Markdown. */
  readonly text: string;
  /** The end of its address on the page of the run's first version. */
  readonly anchor: string;
}

/** A run of versions that say the same on a topic; no clauses: they say nothing. */
export interface TopicRun {
  /** Indexes of versions, first and last. */
  readonly from: number;
  readonly to: number;
  readonly clauses: readonly TopicClause[];
}

export interface TopicVersion extends DaySpan {
  readonly slug: string;
}

/** What a policy said on one topic through its versions. Also the wire of the topic pages. */
export interface TopicHistory extends PolicyName {
  readonly versions: readonly TopicVersion[];
  readonly runs: readonly TopicRun[];
}

export function listTopicVersions(versions: readonly TextFacts[]): TopicVersion[] {
  const day = (timestamp: string | null) => (timestamp === null ? null : isoDay(timestamp));
  return versions.map(({ slug, firstSeen, lastSeen }) => ({
    slug,
    firstDay: day(firstSeen),
    lastDay: day(lastSeen),
  }));
}

const textOf = (clauses: readonly TopicClause[]) => clauses.map((clause) => clause.text).join('\n');

/** What a policy says on each of the topics, as runs of versions that say the same. Headings alone say nothing. */
export function runTopics(
  topics: readonly string[],
  versions: readonly TextFacts[],
): Map<string, TopicRun[]> {
  const runs = new Map<string, TopicRun[]>(topics.map((topic) => [topic, []]));
  versions.forEach((version, at) => {
    const anchors = nameAnchors(version.clauses);
    const spoken = new Map<string, TopicClause[]>();
    version.clauses.forEach((clause, position) => {
      if (clause.kind === 'heading') return;
      const { label, labelIsOurs, text } = clause;
      const shown: TopicClause = { label, labelIsOurs, text, anchor: anchors[position]! };
      for (const { topic } of clause.topics) {
        const known = spoken.get(topic);
        if (known) known.push(shown);
        else spoken.set(topic, [shown]);
      }
    });
    for (const [topic, own] of runs) {
      const clauses = spoken.get(topic) ?? [];
      const last = own.at(-1);
      const continues = last && version.firstSeen !== null && textOf(last.clauses) === textOf(clauses);
      if (continues) own[own.length - 1] = { ...last, to: at };
      else own.push({ from: at, to: at, clauses });
    }
  });
  return runs;
}

/** The run that holds a version. */
export function runAt(history: TopicHistory, at: number): TopicRun {
  return history.runs.find((run) => run.from <= at && at <= run.to)!;
}
