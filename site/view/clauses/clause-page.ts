import {
  countWords,
  diffWords,
  formatInstant,
  type LineageSummary,
  plainText,
} from '../../../crawler/core/index.ts';
import { changeAddress, clauseAddress, versionAddress } from '../addresses.ts';
import { isMostlyChanged } from '../comparison/comparison-blocks.ts';
import { renderSpans } from '../comparison/render-comparison.ts';
import { longDay, shortDay, windowWords } from '../dates.ts';
import { escapeHtml } from '../html.ts';
import { renderInline } from '../inline.ts';
import type { PolicyName } from '../model.ts';
import { plural } from '../plural.ts';
import type { TimeAxis } from '../time-axis.ts';
import type { ClauseIndex } from './clause-index.ts';
import { nameClause } from './clause-list.ts';
import { type ClauseRun, drawLane, type Lane, listRuns } from './clause-runs.ts';
import { findContinuation, listRelated, type Related } from './related-clauses.ts';

/** One state of a clause: a run of versions in which it reads the same, or is not present. */
export interface ClauseStateView {
  readonly isPresent: boolean;
  readonly seen: string;
  readonly words: string;
  /** HTML: the text at first, then what changed in it. */
  readonly html: string;
  /** Language of the text; null where it could not be told. */
  readonly language: string | null;
  /** What led to this state, with its page; null for the first. */
  readonly change: { readonly address: string; readonly window: string; readonly what: string } | null;
  readonly version: { readonly address: string; readonly slug: string };
}

/** Where else the words of a clause stand. */
export interface SameWords extends PolicyName {
  /** Address of the clause's page in that policy; of that policy's timeline where the clause is not traced. */
  readonly address: string;
  readonly first: string;
  readonly last: string;
}

export interface ClauseView {
  readonly address: string;
  readonly label: string;
  readonly summary: string;
  readonly lane: Lane;
  readonly states: readonly ClauseStateView[];
  /** Clauses that left the text when this one entered it, and that entered when it left, on a topic of its own. */
  readonly before: readonly Related[];
  readonly after: readonly Related[];
  /** What it perhaps continues, and what perhaps continues it, across a rewrite. */
  readonly continues: Related | null;
  readonly continuedIn: Related | null;
}

function seenOf(index: ClauseIndex, { from, to }: ClauseRun): string {
  const [first, last] = [index.versions[from]!, index.versions[to]!];
  const versions = plural(to - from + 1, 'version');
  if (first.firstSeen === last.lastSeen) return `${longDay(first.firstSeen)}, ${versions}`;
  return `${shortDay(first.firstSeen)} to ${shortDay(last.lastSeen)}, ${versions}`;
}

/** The edit between two texts in the language of differences. */
function renderEdit(left: string, right: string): string {
  const spans = diffWords(plainText(left), plainText(right));
  if (spans.every(([kind]) => kind === 'kept')) return `<p>${renderInline(right)}</p>`;
  if (!isMostlyChanged(spans)) return `<p>${renderSpans(spans)}</p>`;
  const whole = (tag: string, text: string) => `<p><${tag}>${escapeHtml(plainText(text))}</${tag}></p>`;
  return whole('del', left) + whole('ins', right);
}

/** What became of the clause between two versions; `run` is not its first one. */
function whatHappened(index: ClauseIndex, run: ClauseRun, before: ClauseRun | undefined): string {
  if (run.text === null) return 'left the text';
  if (!before) return 'entered the text';
  if (before.text === null) return 'came back';
  const change = index.changes[run.from]?.right.get(run.position)?.change;
  if (change?.kind === 'split') return 'came out of a clause that was split,';
  if (change?.kind === 'merged') return 'merged with another clause';
  if (!change) return 'links or typography changed';
  return change.moved ? 'edited and moved' : 'edited';
}

function makeState(
  name: PolicyName,
  index: ClauseIndex,
  runs: readonly ClauseRun[],
  at: number,
): ClauseStateView {
  const run = runs[at]!;
  const before = runs[at - 1];
  const lastText = runs.slice(0, at).findLast((one) => one.text !== null)?.text ?? null;
  const version = index.versions[run.from]!;
  const left = index.versions[run.from - 1];
  const number =
    run.text === null
      ? before && index.changes[run.from]?.left.get(positionAt(index, run.from - 1, before))?.number
      : index.changes[run.from]?.right.get(run.position)?.number;
  const anchor = number === undefined ? '' : `#change-${number}`;
  return {
    isPresent: run.text !== null,
    seen: seenOf(index, run),
    words: run.text === null ? '' : plural(countWords(plainText(run.text)), 'word'),
    html:
      run.text === null
        ? ''
        : lastText === null || lastText === run.text
          ? `<p>${renderInline(run.text)}</p>`
          : renderEdit(lastText, run.text),
    change: left
      ? {
          address: changeAddress(name.domain, name.policy, left.slug, version.slug) + anchor,
          window: windowWords(version.changedAfter, version.firstSeen),
          what: whatHappened(index, run, before),
        }
      : null,
    language: version.language,
    version: { address: versionAddress(name.domain, name.policy, version.slug), slug: version.slug },
  };
}

/** Position of a run's text in the last version that holds it. */
function positionAt(index: ClauseIndex, at: number, run: ClauseRun): number {
  return index.versions[at]?.clauses.find((clause) => clause.text === run.text)?.position ?? run.position;
}

/** `First seen 15 Dec 1998. Last seen 26 Jan 2005; not present on 16 May 2005.` */
function summarize(index: ClauseIndex, runs: readonly ClauseRun[], lineage: LineageSummary): string {
  const present = runs.filter((run) => run.text !== null);
  const first = index.versions[present[0]!.from]!;
  const last = index.versions[present.at(-1)!.to]!;
  const next = index.versions[present.at(-1)!.to + 1];
  const wordings = new Set(present.map((run) => run.text)).size;
  const start = present[0]!.from === 0 ? ', in the first version seen' : '';
  const edits =
    wordings === 1
      ? 'Never edited in that time.'
      : `${plural(wordings, 'wording')} in ${plural(lineage.versionCount, 'version')}.`;
  const end = next
    ? `Last seen ${shortDay(last.lastSeen)}; not present on ${shortDay(next.firstSeen)}.`
    : `Still there in the latest version seen (${shortDay(last.lastSeen)}).`;
  return `First seen ${shortDay(first.firstSeen)}${start}. ${end} ${edits}`;
}

export function viewClause(
  name: PolicyName,
  index: ClauseIndex,
  lineage: LineageSummary,
  axis: TimeAxis,
): ClauseView {
  const runs = listRuns(index, index.occurrences.get(lineage.lineage)!);
  return {
    address: clauseAddress(name.domain, name.policy, lineage.slug),
    label: nameClause(index, lineage).label,
    summary: summarize(index, runs, lineage),
    lane: drawLane(index, lineage.lineage, axis),
    states: runs.map((_, at) => makeState(name, index, runs, at)).reverse(),
    before: listRelated(name, index, lineage.lineage, 'before'),
    after: listRelated(name, index, lineage.lineage, 'after'),
    continues: findContinuation(name, index, lineage.lineage, 'before'),
    continuedIn: findContinuation(name, index, lineage.lineage, 'after'),
  };
}

const toInstant = (timestamp: string | null) => timestamp && formatInstant(timestamp);

/** The JSON twin of a clause's page: every wording with its span. */
export function clauseTwin(
  name: PolicyName,
  index: ClauseIndex,
  lineage: LineageSummary,
): Record<string, unknown> {
  const runs = listRuns(index, index.occurrences.get(lineage.lineage)!);
  return {
    ...name,
    address: clauseAddress(name.domain, name.policy, lineage.slug),
    lineage: lineage.lineage,
    label: lineage.label,
    version_count: lineage.versionCount,
    change_count: lineage.changeCount,
    present_in_latest: lineage.presentInLatest,
    states: runs.map((run) => ({
      present: run.text !== null,
      text: run.text,
      first_version: index.versions[run.from]!.version,
      last_version: index.versions[run.to]!.version,
      first_seen: toInstant(index.versions[run.from]!.firstSeen),
      last_seen: toInstant(index.versions[run.to]!.lastSeen),
      changed_after: toInstant(index.versions[run.from]!.changedAfter),
    })),
  };
}
