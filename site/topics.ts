import { TOPICS, type TopicStanding } from '../crawler/core/index.ts';
import { question, working } from './build/questions.ts';
import { policies, version, versions } from './store.ts';
import {
  listTopicVersions,
  runTopics,
  type TopicClause,
  type TopicHistory,
  type TopicRun,
  type TopicVersion,
} from './view/topics/topic-history.ts';
import type { TopicPresence, TopicStands } from './view/topics/topic-matrix.ts';

/** What all policies say on all topics, gathered once for a build. */

/** The topics that have pages: commentary is no subject of its own. */
export const shownTopics = TOPICS.filter(({ name }) => name !== 'commentary');

interface PolicyTopics {
  readonly domain: string;
  readonly policy: string;
  readonly versions: readonly TopicVersion[];
  readonly runs: ReadonlyMap<string, readonly TopicRun[]>;
}

/**
 * Kept: a page of a topic needs the texts of all policies, of which few are new. Clauses are listed once, and named by
 * index: one stands in many runs, and the record would come to as much as all texts many times over.
 */
export const policyTopics = question(
  'policyTopics',
  1,
  (domain: string, policy: string) => {
    const texts = versions(domain, policy).map((one) => version(domain, policy, one.version));
    const names = shownTopics.map(({ name }) => name);
    const numbers = new Map<string, number>();
    const clauses: TopicClause[] = [];
    const numberOf = (clause: TopicClause): number => {
      const key = JSON.stringify(clause);
      const known = numbers.get(key) ?? clauses.push(clause) - 1;
      numbers.set(key, known);
      return known;
    };
    const runs = [...runTopics(names, texts)].map(([name, own]) => ({
      name,
      runs: own.map((run) => ({ ...run, clauses: run.clauses.map(numberOf) })),
    }));
    return { versions: listTopicVersions(texts), clauses, runs };
  },
  { isKept: true },
);

const gather = working(1, (): readonly PolicyTopics[] =>
  policies().map(({ domain, policy }) => {
    const { versions: own, clauses, runs } = policyTopics(domain, policy);
    const unpack = (run: (typeof runs)[number]['runs'][number]): TopicRun => ({
      ...run,
      clauses: run.clauses.map((number) => clauses[number]!),
    });
    return {
      domain,
      policy,
      versions: own,
      runs: new Map(runs.map((one) => [one.name, one.runs.map(unpack)])),
    };
  }),
);

/** Policies of an undated text come last: they have no place in time. */
function undatedLast<P extends { readonly versions: readonly TopicVersion[] }>(all: readonly P[]): P[] {
  const isDated = (one: P) => one.versions.some((own) => own.firstDay !== null);
  return [...all.filter(isDated), ...all.filter((one) => !isDated(one))];
}

/** What every policy said on a topic. */
export function topicHistories(topic: string): TopicHistory[] {
  return undatedLast(
    gather().map(({ domain, policy, versions: own, runs }) => ({
      domain,
      policy,
      versions: own,
      runs: runs.get(topic) ?? [],
    })),
  );
}

/** How a version stands to the topics: those it speaks of, those it perhaps does, and whether it was judged at all. */
function presenceAt(runs: PolicyTopics['runs'], at: number): TopicStands {
  const stands = shownTopics.map(({ name }) => {
    const run = runs.get(name)?.find(({ from, to }) => from <= at && at <= to);
    return { name, standing: run?.standing ?? 'not-judged' };
  });
  const those = (wanted: TopicStanding) =>
    stands.filter(({ standing }) => standing === wanted).map(({ name }) => name);
  return {
    isJudged: those('not-judged').length === 0,
    topics: those('spoken'),
    perhaps: those('perhaps'),
  };
}

/** Which topics every version of every policy speaks of. */
export function topicPresences(): TopicPresence[] {
  return undatedLast(
    gather().map(({ domain, policy, versions: own, runs }) => ({
      domain,
      policy,
      versions: own.map((one, at) => ({ ...one, ...presenceAt(runs, at) })),
    })),
  );
}
