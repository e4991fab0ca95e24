import { formatInstant } from '../crawler/core/index.ts';
import { answerText } from './answers.ts';
import { listHistories } from './histories.ts';
import { intakes, totals } from './store.ts';
import { formatFeed } from './view/collection/feed.ts';
import { listLatestChanges } from './view/collection/home-page.ts';
import type { PolicyName } from './view/model.ts';

/** Entries of a feed; older changes are on the pages. */
const MOST_ENTRIES = 50;

/** When the newest of some policies' captures came in: their feeds are no newer. */
const latestIntake = (names: readonly PolicyName[]): string | null =>
  names
    .flatMap(({ domain, policy }) => intakes(domain, policy).map(({ at }) => at))
    .sort()
    .at(-1) ?? null;

/** The feed of the visible changes of all policies, of a company's, or of one. */
export function answerFeed(
  page: string,
  title: string,
  wanted: { readonly domain?: string; readonly policy?: string } = {},
): Response {
  const histories = listHistories(wanted.domain).filter(({ policy }) => (wanted.policy ?? policy) === policy);
  const asOf = wanted.domain === undefined ? totals().asOf : latestIntake(histories);
  const feed = {
    title,
    page,
    self: `${page}changes.atom`,
    updated: asOf === null ? '1970-01-01T00:00:00Z' : formatInstant(asOf),
    changes: listLatestChanges(histories, MOST_ENTRIES),
  };
  return answerText(formatFeed(feed), 'application/atom+xml');
}
