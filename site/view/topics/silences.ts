import { SILENCES } from '../../../crawler/core/index.ts';
import { languageName } from '../languages.ts';
import { plural } from '../plural.ts';

const rate = (claimed: number, untrue: number) =>
  claimed === 0
    ? 'none was claimed'
    : untrue === 0
      ? `none of ${claimed} was false`
      : `${untrue} of ${claimed} ${untrue === 1 ? 'was' : 'were'} false`;

/**
 * What a claim of silence on a topic is worth: `English, 24 policies: 3 of 12 were false; German, …`, as measured on
 * invented policies that readers labelled.
 */
export function silenceRates(topic: string): string {
  return Object.entries(SILENCES)
    .map(([language, { policies, topics }]) => {
      const [claimed, untrue] = topics[topic] ?? [0, 0];
      return `${languageName(language)}, ${plural(policies, 'policy', 'policies')}: ${rate(claimed, untrue)}`;
    })
    .join('; ');
}

/** The same over all topics, as a share: `English 7.1 % of 226`. */
export function silenceShares(): string {
  return Object.entries(SILENCES)
    .map(([language, { topics }]) => {
      const sum = (at: 0 | 1) => Object.values(topics).reduce((total, count) => total + count[at], 0);
      return `${languageName(language)} ${((100 * sum(1)) / sum(0)).toFixed(1)} % of ${sum(0)}`;
    })
    .join(', ');
}
