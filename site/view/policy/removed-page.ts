import { parseInstant } from '../../../crawler/core/index.ts';
import { longDay, shortDay } from '../dates.ts';
import { plainLabel } from '../html.ts';
import { policyTitle } from '../labels.ts';
import type { PolicyName } from '../model.ts';

/** What stays of a text that was removed: that it stood here, when it was captured and removed, why, and its hash. */
export interface RemovedText {
  readonly slug: string;
  readonly timestamp: string | null;
  readonly textHash: string;
  readonly removedOn: string;
  readonly reason: string;
}

export interface RemovedView {
  readonly heading: string;
  readonly documentTitle: string;
  readonly sentence: string;
  /** Facts in words, one line per removed text. */
  readonly texts: readonly {
    readonly name: string;
    readonly facts: readonly (readonly [string, string])[];
  }[];
}

const dayOf = (day: string) => longDay(parseInstant(`${day}T00:00:00Z`));

const factsOf = (text: RemovedText): [string, string][] => [
  ['captured', text.timestamp === null ? 'date unknown' : shortDay(text.timestamp)],
  ['removed', dayOf(text.removedOn)],
  ['reason', plainLabel(text.reason)],
  ['text sha-256', text.textHash],
];

/** The page at an address where a text, a change of it, or a whole policy was shown; `what` names that. */
export function viewRemoved(
  { domain, policy }: PolicyName,
  what: 'version' | 'change' | 'policy' | 'company',
  name: string,
  texts: readonly RemovedText[],
): RemovedView {
  const sentences = {
    version: 'The text that was shown at this address has been removed.',
    change: 'A change was shown at this address. A text on one of its sides has been removed.',
    policy: 'All texts that were shown below this address have been removed.',
    company: 'All texts that were shown below this address have been removed.',
  };
  const title = policyTitle(policy).toLowerCase();
  const isWhole = what === 'policy' || what === 'company';
  return {
    heading: `Removed: ${title} of ${domain}${isWhole ? '' : `, ${name}`}`,
    documentTitle:
      what === 'company'
        ? `${domain} (removed)`
        : `${isWhole ? 'Timeline' : name} (removed), ${title}, ${domain}`,
    sentence: sentences[what],
    texts: texts.map((text) => ({ name: text.slug, facts: factsOf(text) })),
  };
}

/** The machine form of the same note. */
export const removedTwin = ({ domain, policy }: PolicyName, texts: readonly RemovedText[]): object => ({
  domain,
  policy,
  removed: texts.map((text) => ({
    slug: text.slug,
    timestamp: text.timestamp,
    removed_on: text.removedOn,
    reason: text.reason,
    text_hash: text.textHash,
  })),
});

/** The note in plain text, for twins that were texts. */
export function formatRemoved(view: RemovedView): string {
  const lines = view.texts.flatMap(({ name, facts }) => [
    '',
    name,
    ...facts.map(([what, value]) => `${what}: ${value}`),
  ]);
  return `${[view.heading, '', view.sentence, ...lines].join('\n')}\n`;
}
