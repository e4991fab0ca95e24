import { nameAnchors, standTopics, type TopicStanding } from '../../../crawler/core/index.ts';
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

/** A run of versions that say the same on a topic. */
export interface TopicRun {
  /** Indexes of versions, first and last. */
  readonly from: number;
  readonly to: number;
  /** How they stand to the topic. “Says nothing” may be said of `silent` alone. */
  readonly standing: TopicStanding;
  /** The clauses that speak of the topic, or those that perhaps do. */
  readonly clauses: readonly TopicClause[];
}

export interface TopicVersion extends DaySpan {
  readonly slug: string;
  /** ISO 639 code of its language; null where it could not be told. */
  readonly language: string | null;
}

/** What a policy said on one topic through its versions. Also the wire of the topic pages. */
export interface TopicHistory extends PolicyName {
  readonly versions: readonly TopicVersion[];
  readonly runs: readonly TopicRun[];
}

export function listTopicVersions(versions: readonly TextFacts[]): TopicVersion[] {
  const day = (timestamp: string | null) => (timestamp === null ? null : isoDay(timestamp));
  return versions.map(({ slug, language, firstSeen, lastSeen }) => ({
    slug,
    language,
    firstDay: day(firstSeen),
    lastDay: day(lastSeen),
  }));
}

const textOf = (clauses: readonly TopicClause[]) => clauses.map((clause) => clause.text).join('\n');

/** The clauses of a text by the topics they speak of, and by those they perhaps speak of. Headings alone say nothing. */
function gatherClauses(version: TextFacts): Record<'spoken' | 'perhaps', Map<string, TopicClause[]>> {
  const anchors = nameAnchors(version.clauses);
  const found = { spoken: new Map<string, TopicClause[]>(), perhaps: new Map<string, TopicClause[]>() };
  version.clauses.forEach((clause, position) => {
    if (clause.kind === 'heading') return;
    const { label, labelIsOurs, text } = clause;
    const shown: TopicClause = { label, labelIsOurs, text, anchor: anchors[position]! };
    const note = (lists: Map<string, TopicClause[]>, topic: string) => {
      const known = lists.get(topic);
      if (known) known.push(shown);
      else lists.set(topic, [shown]);
    };
    for (const { topic } of clause.topics) note(found.spoken, topic);
    for (const { topic } of clause.perhaps) note(found.perhaps, topic);
  });
  return found;
}

/** Adds a version to the runs of a topic: to the last of them where it says the same. */
function lengthen(runs: TopicRun[], run: Omit<TopicRun, 'from' | 'to'>, at: number, isDated: boolean): void {
  const last = runs.at(-1);
  const isSame = last?.standing === run.standing && textOf(last.clauses) === textOf(run.clauses);
  if (last && isDated && isSame) runs[runs.length - 1] = { ...last, to: at };
  else runs.push({ from: at, to: at, ...run });
}

/** What a policy says on each of the topics, as runs of versions that say the same. */
export function runTopics(
  topics: readonly string[],
  versions: readonly TextFacts[],
): Map<string, TopicRun[]> {
  const runs = new Map<string, TopicRun[]>(topics.map((topic) => [topic, []]));
  versions.forEach((version, at) => {
    const clauses = gatherClauses(version);
    const standings = standTopics(version);
    for (const [topic, own] of runs) {
      const standing = standings.get(topic) ?? 'not-judged';
      const isAbout = standing === 'spoken' || standing === 'perhaps';
      const run = { standing, clauses: isAbout ? (clauses[standing].get(topic) ?? []) : [] };
      lengthen(own, run, at, version.firstSeen !== null);
    }
  });
  return runs;
}

/** The run that holds a version. */
export function runAt(history: TopicHistory, at: number): TopicRun {
  return history.runs.find((run) => run.from <= at && at <= run.to)!;
}
