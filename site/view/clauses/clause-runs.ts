import { placeOn, type TimeAxis } from '../time-axis.ts';
import type { ClauseIndex, Occurrence } from './clause-index.ts';

/** A clause through the versions, as runs that read the same, and how they are drawn. */

export interface ClauseRun {
  /** Indexes of the dated versions, first and last of the run. */
  readonly from: number;
  readonly to: number;
  /** Inline Markdown; null: not present. */
  readonly text: string | null;
  readonly position: number;
}

/** The lineage's life as runs of equal text, the stretches without it in between and after it. */
export function listRuns(index: ClauseIndex, occurrences: readonly Occurrence[]): ClauseRun[] {
  const runs: { -readonly [K in keyof ClauseRun]: ClauseRun[K] }[] = [];
  const first = occurrences[0]!.at;
  const byVersion = new Map(occurrences.map((one) => [one.at, one.position]));
  for (let at = first; at < index.versions.length; at++) {
    const position = byVersion.get(at);
    const text = position === undefined ? null : index.versions[at]!.clauses[position]!.text;
    const last = runs.at(-1);
    if (last && last.text === text) last.to = at;
    else runs.push({ from: at, to: at, text, position: position ?? -1 });
  }
  return runs;
}

/** Stretches of the shared axis in which the clause stood, and the places where it was edited. */
export interface Lane {
  readonly spans: readonly { readonly at: number; readonly width: number }[];
  readonly edits: string;
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
