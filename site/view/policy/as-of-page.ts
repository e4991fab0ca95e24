import { changeAddress, policyAddress, publicAddress, versionAddress } from '../addresses.ts';
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

/**
 * The days that have pages of their own: those on which a text was first or last seen, the first day of each window between two
 * texts, and the first of January of each year. So every answer there is has a page, and other days lead to one of these.
 */
export function listAsOfDays(versions: readonly DatedVersion[]): string[] {
  const dated = versions.filter((version) => version.firstDay !== null);
  const states = dated.flatMap(({ firstDay, lastDay }, at) => {
    const inWindow = firstInWindow(lastDay!, dated[at + 1]?.firstDay ?? null);
    return [firstDay!, lastDay!, ...(inWindow === null ? [] : [inWindow])];
  });
  return [...new Set([...listNewYears(dated), ...states])].sort();
}

const DAY_MS = 86_400_000;

/** The first whole day between the last sight of a text and the first of the next; null where there is none. */
function firstInWindow(lastDay: string, nextDay: string | null): string | null {
  const day = new Date(Date.parse(lastDay) + DAY_MS).toISOString().slice(0, 10);
  return nextDay !== null && day < nextDay ? day : null;
}

/** The day with a page of its own that has the same answer as a day; null where nothing held reaches over it. */
export function sameAnswerDay(versions: readonly DatedVersion[], day: string): string | null {
  const found = findAsOf(versions, day);
  if (found.kind === 'seen') return versions[found.at]!.firstDay;
  if (found.kind !== 'window') return null;
  return firstInWindow(versions[found.before]!.lastDay!, versions[found.after]!.firstDay);
}

/** The first of January of each year that a policy's captures reach over. */
export function listNewYears(versions: readonly DatedVersion[]): string[] {
  const dated = versions.filter((version) => version.firstDay !== null);
  const [first, last] = [dated[0], dated.at(-1)];
  if (!first || !last) return [];
  const from = Number(first.firstDay!.slice(0, 4)) + 1;
  const to = Number(last.lastDay!.slice(0, 4));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => `${from + at}-01-01`);
}

/** A stretch of days with one answer. */
export interface AsOfState {
  readonly from: string;
  readonly to: string;
  readonly words: string;
  readonly address: string;
}

/** Everything that can be answered of a policy, from its first capture to its last: what was seen, and the windows between. */
export function listStates(name: PolicyName, versions: readonly DatedVersion[]): AsOfState[] {
  const dated = versions.filter((version) => version.firstDay !== null);
  return dated.flatMap((version, at): AsOfState[] => {
    const seen = {
      from: version.firstDay!,
      to: version.lastDay!,
      words: 'this text was seen',
      address: versionAddress(name.domain, name.policy, version.slug),
    };
    const next = dated[at + 1];
    if (!next) return [seen];
    const window = {
      from: version.lastDay!,
      to: next.firstDay!,
      words: 'it changed: one text or the next',
      address: next.change ?? changeAddress(name.domain, name.policy, version.slug, next.slug),
    };
    return [seen, window];
  });
}

/** What is cited of a day: the answer, how sure it is, and where it was read. */
export function citeDay(view: AsOfView, release: string): string {
  return (
    `${view.heading}: ${view.sentences.join(' ')} Certainty: ${view.certainty}. ` +
    `Palimpsest, release ${release}, ${publicAddress(view.address)}.`
  );
}
