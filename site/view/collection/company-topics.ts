import type { TopicStanding } from '../../../crawler/core/index.ts';
import { topicAddress } from '../addresses.ts';
import { shortDay } from '../dates.ts';
import { noRulesFor } from '../languages.ts';
import type { TopicRun, TopicVersion } from '../topics/topic-history.ts';
import type { MatrixTopic } from '../topics/topic-matrix.ts';

/** A topic as one policy stands to it now. */
export interface CompanyTopic {
  readonly title: string;
  readonly address: string;
  /** `since 3 Mar 2012`, '' where that is the first text; of a topic it is silent on, when it last spoke of it. */
  readonly when: string;
}

export interface CompanyTopics {
  readonly spoken: readonly CompanyTopic[];
  readonly perhaps: readonly CompanyTopic[];
  readonly silent: readonly CompanyTopic[];
  /** Why nothing is said: `no rules for French`; null where the latest text was judged. */
  readonly notJudged: string | null;
  /** Day of the text that is told of, and of the first one. */
  readonly day: string;
  readonly firstDay: string;
}

type TopicSpan = Pick<TopicRun, 'from' | 'to' | 'standing'>;

const inWords = (day: string | null) => (day === null ? 'date unknown' : shortDay(day.replaceAll('-', '')));

/** Since when it speaks of a topic without a break, as far as its texts were judged. */
function sinceWhen(runs: readonly TopicSpan[], latest: number, versions: readonly TopicVersion[]): string {
  const before = runs.filter(({ to }) => to <= latest).sort((one, other) => other.to - one.to);
  const broken = before.findIndex(({ standing }) => standing !== 'spoken');
  const first = (broken < 0 ? before.at(-1) : before[broken - 1])?.from ?? latest;
  return first === 0 ? '' : `since ${inWords(versions[first]!.firstDay)}`;
}

function untilWhen(runs: readonly TopicSpan[], versions: readonly TopicVersion[]): string {
  const spoken = runs.filter(({ standing }) => standing === 'spoken');
  const last = Math.max(-1, ...spoken.map(({ to }) => to));
  return last < 0 ? '' : `spoke of it, last seen ${inWords(versions[last]!.lastDay)}`;
}

/** What the latest dated version of a policy speaks of, and is silent on; null where no version is dated. */
export function listCompanyTopics(
  topics: readonly MatrixTopic[],
  runs: ReadonlyMap<string, readonly TopicSpan[]>,
  versions: readonly TopicVersion[],
): CompanyTopics | null {
  const latest = versions.findLastIndex(({ firstDay }) => firstDay !== null);
  if (latest < 0) return null;
  const standing = (name: string): TopicStanding =>
    runs.get(name)?.find(({ from, to }) => from <= latest && latest <= to)?.standing ?? 'not-judged';
  const those = (wanted: TopicStanding, when: (own: readonly TopicSpan[]) => string): CompanyTopic[] =>
    topics
      .filter(({ name }) => standing(name) === wanted)
      .map(({ name, title }) => ({ title, address: topicAddress(name), when: when(runs.get(name) ?? []) }));
  const isJudged = topics.every(({ name }) => standing(name) !== 'not-judged');
  return {
    spoken: those('spoken', (own) => sinceWhen(own, latest, versions)),
    perhaps: those('perhaps', () => ''),
    silent: those('silent', (own) => untilWhen(own, versions)),
    notJudged: isJudged ? null : noRulesFor(versions[latest]!.language),
    day: inWords(versions[latest]!.lastDay),
    firstDay: inWords(versions[0]!.firstDay),
  };
}
