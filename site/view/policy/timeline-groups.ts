import type { StepSummary, VersionSummary } from '../../../crawler/core/index.ts';
import { isoDay } from '../dates.ts';
import type { Mark } from '../gaps.ts';
import type { PolicyName } from '../model.ts';
import { plural } from '../plural.ts';
import { reasonLabel } from '../reasons.ts';
import { type LinkedMark, listRows, type TimelineRow } from './timeline.ts';

/** A stretch of the list: a version in sight, several folded into a line, or captures between versions that are no use. */
export type TimelineGroup =
  | { readonly type: 'version'; readonly row: TimelineRow }
  | { readonly type: 'folded'; readonly words: string; readonly rows: readonly TimelineRow[] }
  | { readonly type: 'unusable'; readonly words: string };

/** The groups of one year; `year` is null for all of a short history, and at the end for undated texts. */
export interface TimelineYear {
  readonly year: string | null;
  readonly groups: readonly TimelineGroup[];
}

/** Histories of more versions than this are divided into years. */
const MOST_UNDIVIDED = 30;
/** So many returns in a row are a switching back and forth; a single one is worth its own line. */
const LEAST_SWITCHES = 2;

/** A dated version with its row. */
interface TimelinePlace {
  readonly row: TimelineRow;
  readonly version: VersionSummary;
  /** How many times in a row, up to here, the text went back to the one before the last. */
  readonly switches: number;
}

type Fold = 'quiet' | 'switch' | null;

function countSwitches(versions: readonly VersionSummary[]): number[] {
  const counts: number[] = [];
  versions.forEach((version, at) => {
    const returns = at >= 2 && version.textHash === versions[at - 2]!.textHash;
    counts.push(returns ? counts[at - 1]! + 1 : 0);
  });
  return counts;
}

/** Whether a version goes into a fold; `longest` are the switches that its run comes to. */
function foldOf({ row, switches }: TimelinePlace, longest: number): Fold {
  if (row.gap) return null;
  if (switches > 0 && longest >= LEAST_SWITCHES) return 'switch';
  return row.change?.isQuiet ? 'quiet' : null;
}

const spanWords = (rows: readonly TimelineRow[]): string => {
  const [newest, oldest] = [rows[0]!.day, rows.at(-1)!.day];
  return newest === oldest ? newest : `${oldest} to ${newest}`;
};

/** `3 quiet changes, 2009-02-01 to 2011-08-14 (2 dates only, 1 order only)`; all of one kind are not counted again. */
function quietWords(rows: readonly TimelineRow[]): string {
  const counts = new Map<string, number>();
  for (const { change } of rows) if (change) counts.set(change.label, (counts.get(change.label) ?? 0) + 1);
  const kinds = [...counts]
    .map(([label, count]) => (counts.size === 1 ? label : `${count} ${label}`))
    .join(', ');
  return `${plural(rows.length, 'quiet change')}, ${spanWords(rows)} (${kinds})`;
}

const foldWords = (fold: Fold, rows: readonly TimelineRow[]): string =>
  fold === 'quiet'
    ? quietWords(rows)
    : `switched back and forth ${plural(rows.length, 'time')} between two texts, ${spanWords(rows)}`;

/** `2 captures without the policy’s text, 2003-01-01 to 2003-05-06: a log-in page, frames only`. */
function unusableWords(marks: readonly Mark[]): string {
  const days = marks.map(({ timestamp }) => isoDay(timestamp)).sort();
  const span = days[0] === days.at(-1) ? days[0] : `${days[0]} to ${days.at(-1)}`;
  const reasons = marks.map(({ outcome, reason }) =>
    outcome === 'failed' ? 'not available' : reasonLabel(reason),
  );
  const why = [...new Set(reasons)].filter((own) => own !== '').join(', ');
  return `${plural(marks.length, 'capture')} without the policy’s text, ${span}${why && `: ${why}`}`;
}

/** Newest first, with quiet runs and switching folded. */
function foldRuns(places: readonly TimelinePlace[]): { group: TimelineGroup; oldest: string }[] {
  const groups: { group: TimelineGroup; oldest: string }[] = [];
  let run: TimelinePlace[] = [];
  let runFold: Fold = null;
  const flush = () => {
    if (run.length === 0) return;
    const rows = run.map(({ row }) => row);
    const oldest = run.at(-1)!.version.firstSeen!;
    groups.push({ group: { type: 'folded', words: foldWords(runFold, rows), rows }, oldest });
    run = [];
  };
  let longest = 0;
  for (const place of places.toReversed()) {
    // Going back in time, the first switch met is the last of its run and has its full count.
    longest = place.switches === 0 ? 0 : Math.max(longest, place.switches);
    const fold = foldOf(place, longest);
    if (fold !== runFold) flush();
    runFold = fold;
    if (fold !== null) run.push(place);
    else groups.push({ group: { type: 'version', row: place.row }, oldest: place.version.firstSeen! });
  }
  flush();
  return groups;
}

/** Puts captures that are no use between the groups, each run of them in one line. */
function addUnusable(
  groups: readonly { group: TimelineGroup; oldest: string }[],
  marks: readonly Mark[],
): { group: TimelineGroup; at: string }[] {
  const open = marks
    .filter(
      ({ timestamp, outcome }) => timestamp !== null && (outcome === 'failed' || outcome === 'not-a-policy'),
    )
    .sort((a, b) => (a.timestamp! < b.timestamp! ? 1 : -1));
  const all: { group: TimelineGroup; at: string }[] = [];
  const put = (own: readonly Mark[]) => {
    if (own.length === 0) return;
    all.push({ group: { type: 'unusable', words: unusableWords(own) }, at: own[0]!.timestamp! });
  };
  let next = 0;
  for (const { group, oldest } of groups) {
    const from = next;
    while (next < open.length && open[next]!.timestamp! > oldest) next++;
    put(open.slice(from, next));
    all.push({ group, at: oldest });
  }
  put(open.slice(next));
  return all;
}

/**
 * All versions as the timeline lists them: newest first, undated ones last; quiet changes and switching back and forth
 * folded, long histories by year. Captures that are no use stand between, for those who ask to see them.
 */
export function listTimeline(
  name: PolicyName,
  versions: readonly VersionSummary[],
  steps: readonly StepSummary[],
  marks: readonly LinkedMark[],
): TimelineYear[] {
  const rows = listRows(name, versions, steps, marks);
  const dated = versions.filter((version) => version.firstSeen !== null);
  const switches = countSwitches(dated);
  const places = dated.map((version, at) => ({ version, row: rows[at]!, switches: switches[at]! }));
  const groups = addUnusable(foldRuns(places), marks);
  const undated = rows.slice(dated.length).map((row): TimelineGroup => ({ type: 'version', row }));
  if (versions.length <= MOST_UNDIVIDED) {
    return [{ year: null, groups: [...groups.map(({ group }) => group), ...undated] }];
  }
  const years = Map.groupBy(groups, ({ at }) => at.slice(0, 4));
  return [
    ...[...years].map(([year, own]) => ({ year, groups: own.map(({ group }) => group) })),
    ...(undated.length > 0 ? [{ year: null, groups: undated }] : []),
  ];
}
