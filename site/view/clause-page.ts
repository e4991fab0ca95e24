import { diffWords } from '../../crawler/core/compare/words.ts';
import { plainText } from '../../crawler/core/inline.ts';
import { formatInstant } from '../../crawler/core/timestamp.ts';
import { countWords } from '../../crawler/core/tokens.ts';
import { TOPICS } from '../../crawler/core/topics.ts';
import { changeAddress, clauseAddress, versionAddress } from './addresses.ts';
import type { ClauseIndex, LineageFacts, Occurrence } from './clause-index.ts';
import { isMostlyChanged } from './comparison-blocks.ts';
import { longDay, shortDay, windowWords } from './dates.ts';
import { escapeHtml, plainLabel } from './html.ts';
import { renderInline } from './inline.ts';
import type { PolicyName } from './model.ts';
import { plural } from './plural.ts';
import { renderSpans } from './render-comparison.ts';
import { placeOn, type TimeAxis } from './time-axis.ts';

const TOPIC_TITLES = new Map(TOPICS.map(({ name, title }) => [name, title]));

/** One state of a clause: a run of versions in which it reads the same, or is not present. */
export interface ClauseState {
  readonly isPresent: boolean;
  readonly seen: string;
  readonly words: string;
  /** HTML: the text at first, then what changed in it. */
  readonly html: string;
  /** What led to this state, with its page; null for the first. */
  readonly change: { readonly address: string; readonly window: string; readonly what: string } | null;
  readonly version: { readonly address: string; readonly slug: string };
}

/** Stretches of the shared axis in which the clause stood, and the places where it was edited. */
export interface Lane {
  readonly spans: readonly { readonly at: number; readonly width: number }[];
  readonly edits: string;
}

/** Where else the words of a clause stand. */
export interface SameWords extends PolicyName {
  /** Of the clause there; of the timeline where it is not traced. */
  readonly address: string;
  readonly first: string;
  readonly last: string;
}

/** A clause on the same topic that came when this one went, or went when it came. */
export interface Related {
  readonly address: string;
  readonly label: string;
  readonly begin: string;
  readonly topics: string;
}

export interface ClauseView {
  readonly address: string;
  readonly label: string;
  readonly summary: string;
  readonly lane: Lane;
  readonly states: readonly ClauseState[];
  /** Clauses that left the text when this one entered it, and that entered when it left, on a topic of its own. */
  readonly before: readonly Related[];
  readonly after: readonly Related[];
}

interface Run {
  /** Indexes of the dated versions, first and last of the run. */
  readonly from: number;
  readonly to: number;
  /** Inline Markdown; null: not present. */
  readonly text: string | null;
  readonly position: number;
}

/** The lineage's life as runs of equal text, the stretches without it in between and after it. */
function listRuns(index: ClauseIndex, occurrences: readonly Occurrence[]): Run[] {
  const runs: Run[] = [];
  const first = occurrences[0]!.at;
  const byVersion = new Map(occurrences.map((one) => [one.at, one.position]));
  for (let at = first; at < index.versions.length; at++) {
    const position = byVersion.get(at);
    const text = position === undefined ? null : index.versions[at]!.clauses[position]!.text;
    const last = runs.at(-1);
    if (last && last.text === text) runs[runs.length - 1] = { ...last, to: at };
    else runs.push({ from: at, to: at, text, position: position ?? -1 });
  }
  return runs;
}

function seenOf(index: ClauseIndex, { from, to }: Run): string {
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
function whatHappened(index: ClauseIndex, run: Run, before: Run | undefined): string {
  if (run.text === null) return 'left the text';
  if (!before) return 'entered the text';
  if (before.text === null) return 'came back';
  const change = index.changes[run.from]?.right.get(run.position)?.change;
  if (change?.kind === 'split') return 'came out of a clause that was split,';
  if (change?.kind === 'merged') return 'merged with another clause';
  if (!change) return 'links or typography changed';
  return change.moved ? 'edited and moved' : 'edited';
}

function makeState(name: PolicyName, index: ClauseIndex, runs: readonly Run[], at: number): ClauseState {
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
    version: { address: versionAddress(name.domain, name.policy, version.slug), slug: version.slug },
  };
}

/** Position of a run's text in the last version that holds it. */
function positionAt(index: ClauseIndex, at: number, run: Run): number {
  return index.versions[at]?.clauses.find((clause) => clause.text === run.text)?.position ?? run.position;
}

/** The lane of a clause on the shared axis. */
export function drawLane(index: ClauseIndex, lineage: number, axis: TimeAxis): Lane {
  const runs = listRuns(index, index.occurrences.get(lineage) ?? []);
  const place = (timestamp: string | null) => placeOn(axis, timestamp!);
  const spans: { at: number; width: number }[] = [];
  let edits = '';
  runs.forEach((run, at) => {
    if (run.text === null) return;
    const start = place(index.versions[run.from]!.firstSeen);
    const end = place(index.versions[run.to]!.lastSeen);
    const last = spans.at(-1);
    const joins = last && runs[at - 1]?.text !== null;
    if (joins) {
      spans[spans.length - 1] = { at: last.at, width: Math.round((end - last.at) * 10) / 10 };
      edits += `M${start} 1v10`;
    } else spans.push({ at: start, width: Math.round((end - start) * 10) / 10 });
  });
  return { spans, edits };
}

/** `First seen 15 Dec 1998. Last seen 26 Jan 2005; not present on 16 May 2005.` */
function summarize(index: ClauseIndex, runs: readonly Run[], lineage: LineageFacts): string {
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

/** A label long enough to tell clauses of one heading apart. */
export function nameClause(
  index: ClauseIndex,
  { lineage, label }: LineageFacts,
): { label: string; begin: string } {
  const occurrence = index.occurrences.get(lineage)![0]!;
  const clause = index.versions[occurrence.at]!.clauses[occurrence.position]!;
  const text = plainLabel(plainText(clause.text));
  const cut = text.length > 90 ? `${text.slice(0, text.lastIndexOf(' ', 90))}…` : text;
  return { label: clause.labelIsOurs ? `[${plainLabel(label)}]` : plainLabel(label), begin: cut };
}

/** Most related clauses that are offered. */
const MOST_RELATED = 6;

/**
 * Clauses that speak of a topic of this one and took its place, or whose place it took: they are born in the version in
 * which it is missing, or missing in the version in which it is born. Related by topic, not by wording.
 */
function listRelated(
  name: PolicyName,
  index: ClauseIndex,
  lineage: number,
  side: 'before' | 'after',
): Related[] {
  const end = side === 'after' ? -1 : 0;
  const own = index.occurrences.get(lineage)!.at(end)!;
  const clauseAt = ({ at, position }: Occurrence) => index.versions[at]!.clauses[position]!;
  const topics = new Set(clauseAt(own).topics.map(({ topic }) => topic));
  const beside = own.at + (side === 'after' ? 1 : -1);
  if (topics.size === 0 || !index.versions[beside]) return [];
  const related: Related[] = [];
  for (const other of index.lineages.values()) {
    const place = index.occurrences.get(other.lineage)?.at(side === 'after' ? 0 : -1);
    if (other.isHeading || place?.at !== beside) continue;
    const shared = clauseAt(place).topics.filter(({ topic }) => topics.has(topic));
    if (shared.length === 0) continue;
    related.push({
      address: clauseAddress(name.domain, name.policy, other.slug),
      ...nameClause(index, other),
      topics: shared.map(({ topic }) => TOPIC_TITLES.get(topic) ?? topic).join(', '),
    });
  }
  return related.slice(0, MOST_RELATED);
}

export function viewClause(
  name: PolicyName,
  index: ClauseIndex,
  lineage: LineageFacts,
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
  };
}

export interface ClauseRow {
  readonly address: string;
  readonly label: string;
  readonly begin: string;
  readonly lane: Lane;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly versions: number;
  readonly changes: number;
  readonly isPresent: boolean;
}

/** All clauses that ever stood in the policy, in order of birth; headings are left out. */
export function listClauses(name: PolicyName, index: ClauseIndex, axis: TimeAxis): ClauseRow[] {
  return [...index.lineages.values()]
    .filter((lineage) => !lineage.isHeading)
    .map((lineage) => {
      const occurrences = index.occurrences.get(lineage.lineage)!;
      return {
        address: clauseAddress(name.domain, name.policy, lineage.slug),
        ...nameClause(index, lineage),
        lane: drawLane(index, lineage.lineage, axis),
        firstSeen: shortDay(index.versions[occurrences[0]!.at]!.firstSeen),
        lastSeen: shortDay(index.versions[occurrences.at(-1)!.at]!.lastSeen),
        versions: lineage.versionCount,
        changes: lineage.changeCount,
        isPresent: lineage.presentInLatest,
      };
    });
}

const toInstant = (timestamp: string | null) => timestamp && formatInstant(timestamp);

/** The JSON twin of a clause's page: every wording with its span. */
export function clauseTwin(
  name: PolicyName,
  index: ClauseIndex,
  lineage: LineageFacts,
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
