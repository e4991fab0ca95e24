import { changeAddress, policyAddress, versionAddress } from '../addresses.ts';
import { longDay, shortDay } from '../dates.ts';
import { escapeHtml } from '../html.ts';
import { policyTitle } from '../labels.ts';
import type { PolicyName } from '../model.ts';
import { type DaySpan, findAsOf } from './as-of.ts';

/** A version as far as the question of a day goes. */
export interface DatedVersion extends DaySpan {
  readonly slug: string;
  /** Where the change that led to it is shown; worked out where it is not given. */
  readonly change?: string | undefined;
}

/** What a policy said on a day, and how sure that is. */
export interface AsOfView {
  readonly heading: string;
  readonly address: string;
  readonly certainty: 'seen before and after' | 'within a window' | 'only after' | 'only before' | 'unknown';
  /** Sentences, the answer first. */
  readonly sentences: readonly string[];
  readonly links: readonly { readonly address: string; readonly words: string }[];
}

/** ISO days as 14 digits are written: what the words of dates take. */
const digits = (day: string) => day.replaceAll('-', '');
const inWords = (day: string | null) => (day === null ? 'date unknown' : shortDay(digits(day)));

export const asOfAddress = ({ domain, policy }: PolicyName, day: string): string =>
  `${policyAddress(domain, policy)}at/${day}/`;

/** The version and the change pages that an answer leads to. */
function linkTo({ domain, policy }: PolicyName, version: DatedVersion, words: string) {
  return { address: versionAddress(domain, policy, version.slug), words };
}

/** Straight to what proves an answer: the version's citation and its source. */
function proofsOf({ domain, policy }: PolicyName, version: DatedVersion) {
  const address = versionAddress(domain, policy, version.slug);
  return [
    { address: `${address}#_cite`, words: 'cite it' },
    { address: `${address}#_source`, words: 'its source' },
  ];
}

function answerWindow(
  name: PolicyName,
  before: DatedVersion,
  after: DatedVersion,
  isGap: boolean,
): Pick<AsOfView, 'certainty' | 'sentences' | 'links'> {
  const window = `between ${inWords(before.lastDay)} and ${inWords(after.firstDay)}`;
  return {
    certainty: isGap ? 'unknown' : 'within a window',
    sentences: [
      `The text changed ${window}, and this day lies in that window: it was the text before or the text after${
        isGap ? ', or one that no capture holds' : ''
      }.`,
      isGap ? 'No usable capture lies in it for over a year.' : '',
    ].filter(Boolean),
    links: [
      linkTo(name, before, `the text before, last seen ${inWords(before.lastDay)}`),
      linkTo(name, after, `the text after, first seen ${inWords(after.firstDay)}`),
      {
        address: after.change ?? changeAddress(name.domain, name.policy, before.slug, after.slug),
        words: 'what changed between them',
      },
    ],
  };
}

function answer(
  name: PolicyName,
  versions: readonly DatedVersion[],
  day: string,
): Pick<AsOfView, 'certainty' | 'sentences' | 'links'> {
  const found = findAsOf(versions, day);
  switch (found.kind) {
    case 'seen': {
      const version = versions[found.at]!;
      const span =
        version.firstDay === version.lastDay
          ? `on ${inWords(version.firstDay)}`
          : `from ${inWords(version.firstDay)} to ${inWords(version.lastDay)}`;
      return {
        certainty: 'seen before and after',
        sentences: [`The same text was seen ${span}.`],
        links: [linkTo(name, version, `read the version of ${version.slug}`), ...proofsOf(name, version)],
      };
    }
    case 'window':
      return answerWindow(name, versions[found.before]!, versions[found.after]!, found.isGap);
    case 'before-first': {
      const first = versions[found.after]!;
      return {
        certainty: 'only after',
        sentences: [`Not archived: the first text was seen on ${inWords(first.firstDay)}, after this day.`],
        links: [linkTo(name, first, 'read the first version seen'), ...proofsOf(name, first)],
      };
    }
    case 'after-last': {
      const last = versions[found.before]!;
      return {
        certainty: 'only before',
        sentences: [`Not known: the latest text was last seen on ${inWords(last.lastDay)}, before this day.`],
        links: [linkTo(name, last, 'read the latest version seen'), ...proofsOf(name, last)],
      };
    }
    default:
      return {
        certainty: 'unknown',
        sentences: ['Nothing held of this policy is dated.'],
        links: versions.slice(0, 1).map((version) => linkTo(name, version, 'read the undated text')),
      };
  }
}

/** `versions` in time order, undated ones last; `day` is an ISO day. */
export function viewAsOf(name: PolicyName, versions: readonly DatedVersion[], day: string): AsOfView {
  return {
    heading: `${policyTitle(name.policy)} of ${name.domain} on ${longDay(digits(day))}`,
    address: asOfAddress(name, day),
    ...answer(name, versions, day),
  };
}

/** The answer as HTML, for the built pages and for days asked in the browser. */
export function renderAsOf(view: AsOfView): string {
  const links = view.links
    .map(({ address, words }) => `<li><a href="${escapeHtml(address)}">${escapeHtml(words)}</a></li>`)
    .join('');
  return (
    `<p class="headline">${escapeHtml(view.sentences.join(' '))}</p>` +
    `<p>Certainty: <strong>${view.certainty}</strong>.</p><ul>${links}</ul>`
  );
}

/** The days that have pages of their own: the first of January of each year from the first capture to the last. */
export function listAsOfDays(versions: readonly DatedVersion[]): string[] {
  const dated = versions.filter((version) => version.firstDay !== null);
  const [first, last] = [dated[0], dated.at(-1)];
  if (!first || !last) return [];
  const days: string[] = [];
  for (
    let year = Number(first.firstDay!.slice(0, 4)) + 1;
    year <= Number(last.lastDay!.slice(0, 4));
    year++
  ) {
    days.push(`${year}-01-01`);
  }
  return days;
}
