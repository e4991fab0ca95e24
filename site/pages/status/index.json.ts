import type { APIRoute } from 'astro';
import { answerJson } from '../../answers.ts';
import { listHistories } from '../../histories.ts';
import { release, status } from '../../store.ts';
import { viewCoverage } from '../../view/collection/coverage.ts';
import { fruitlessWords, listOutcomes } from '../../view/collection/status-page.ts';

const orNull = (text: string) => (text === '' ? null : text);

const tellRemoval = (one: ReturnType<typeof status>['removals'][number]) => ({
  domain: one.domain,
  policy: orNull(one.policy),
  first: orNull(one.first),
  last: orNull(one.last),
  removed_on: one.removedOn,
  reason: one.reason,
  captures: one.captureCount,
});

export const GET: APIRoute = () => {
  const { runs, outcomes, flags, fruitless, removals, oldest, newest } = status();
  const { halves, companies } = viewCoverage(listHistories());
  return answerJson({
    release: release(),
    oldest_capture: oldest,
    newest_capture: newest,
    coverage: {
      half_years: halves,
      companies: companies.map(({ domain, states, usable, flagged, none }) => ({
        domain,
        usable,
        flagged,
        none,
        states,
      })),
    },
    outcomes: listOutcomes(outcomes.outcomes).map(({ outcome, reason, count, line, more }) => ({
      outcome,
      reason: reason === '' ? null : reason,
      captures: count,
      meaning: line,
      explanation: more,
    })),
    failed_for_now: outcomes.retryable,
    marks: flags.map(({ flag, count }) => ({ flag, versions: count })),
    not_found: fruitless.map((one) => ({
      domain: one.domain,
      url: one.url,
      tried_because: one.kinds,
      captures: one.captureCount,
      found: fruitlessWords(one),
      asked_at: one.listedAt,
    })),
    removals: removals.map(tellRemoval),
    runs: runs.map(({ domain, command, archive, program, startedAt, finishedAt, ended, requests }) => ({
      domain,
      command,
      archive: archive === '' ? null : archive,
      program,
      started_at: startedAt,
      finished_at: finishedAt,
      ended,
      requests: requests && {
        index: requests.cdx,
        captures: requests.memento,
        repeated: requests.retries,
        pauses: requests.pauses,
        received_bytes: requests.receivedBytes,
      },
    })),
  });
};
