import {
  isQuiet,
  type SizeClass,
  type StepSummary,
  type VersionSummary,
} from '../../../crawler/core/index.ts';
import { changeAddress, versionAddress } from '../addresses.ts';
import { isoDay, seenWords, windowWords } from '../dates.ts';
import { type Gap, gapWords, listGaps, type Mark } from '../gaps.ts';
import { safeHref } from '../html.ts';
import { flagLine, isCalmFlag, stepLabel } from '../labels.ts';
import type { PolicyName } from '../model.ts';
import { groupDigits, percent, plural } from '../plural.ts';

/** One version in the list, with the change that led to it. */
export interface TimelineRow {
  readonly slug: string;
  readonly name: string;
  readonly address: string;
  readonly day: string;
  readonly seen: string;
  readonly words: string;
  readonly stated: string;
  readonly flags: readonly string[];
  readonly isFirst: boolean;
  readonly change: TimelineChange | null;
  /** The earlier version whose text this one brings back. */
  readonly returnsTo: { readonly address: string; readonly day: string } | null;
  readonly gap: string | null;
  /** The captures that hold its text, where there are several. */
  readonly captures: readonly RowCapture[];
}

/** A capture of a version: its instant, and the archive's page of it. */
export interface RowCapture {
  readonly words: string;
  readonly link: string | null;
}

export interface TimelineChange {
  readonly address: string;
  readonly label: string;
  readonly sizeClass: SizeClass;
  readonly isQuiet: boolean;
  readonly window: string;
  readonly summary: string;
  /** What it is about; null where that is not known. */
  readonly gist: string | null;
}

/** `4 clauses edited, 1 added; 312 words in, 120 out`. */
export function stepWords(step: StepSummary): string {
  const { counts } = step;
  const parts: string[] = [];
  const say = (count: number, what: string) => {
    if (count > 0) parts.push(parts.length > 0 ? `${count} ${what}` : `${plural(count, 'clause')} ${what}`);
  };
  say(counts.edited, 'edited');
  say(counts.added, 'added');
  say(counts.removed, 'no longer present');
  say(counts.split, 'split');
  say(counts.merged, 'merged');
  say(counts.moved, 'moved');
  const words = `${plural(step.wordsAdded, 'word')} in, ${groupDigits(step.wordsRemoved)} out`;
  const carried = step.sizeClass === 'rewrite' ? `${percent(step.carriedShare)} of words carried over; ` : '';
  return parts.length > 0 ? `${carried}${parts.join(', ')}; ${words}` : words;
}

/** The date a policy gives for itself, as its own claim. */
export function statedWords(version: Pick<VersionSummary, 'statedDate'>): string {
  return version.statedDate ? `says: ${version.statedDate.words}` : 'states no date';
}

/** A mark with the archive's page of it, where it has one. */
export type LinkedMark = Mark & { readonly mementoUrl?: string | null };

const captureWords = (timestamp: string): string =>
  `${isoDay(timestamp)} ${timestamp.slice(8, 10)}:${timestamp.slice(10, 12)} UTC`;

function listCaptures(version: VersionSummary, marks: readonly LinkedMark[]): RowCapture[] {
  const own = marks.filter((mark) => mark.version === version.version && mark.timestamp !== null);
  if (own.length < 2) return [];
  return own.map(({ timestamp, mementoUrl }) => ({
    words: captureWords(timestamp!),
    link: mementoUrl ? safeHref(mementoUrl) : null,
  }));
}

function makeRow(
  name: PolicyName,
  version: VersionSummary,
  before: VersionSummary | undefined,
  step: StepSummary | undefined,
  earlier: readonly VersionSummary[],
  gaps: readonly Gap[],
  marks: readonly LinkedMark[],
): TimelineRow {
  const original = earlier.find((one) => one.textHash === version.textHash && one.firstSeen !== null);
  const gap = gaps.find((one) => one.before === version.firstSeen);
  return {
    slug: version.slug,
    name: `${name.domain}/${name.policy}@${version.slug}`,
    address: versionAddress(name.domain, name.policy, version.slug),
    day: isoDay(version.firstSeen),
    seen: seenWords(version),
    words: plural(version.wordCount, 'word'),
    stated: statedWords(version),
    flags: version.flags.filter((flag) => !isCalmFlag(flag)).map(flagLine),
    isFirst: version.version === 1 && version.firstSeen !== null,
    change:
      step && before
        ? {
            address: changeAddress(name.domain, name.policy, before.slug, version.slug),
            label: stepLabel(step),
            sizeClass: step.sizeClass,
            isQuiet: isQuiet(step.sizeClass),
            window: windowWords(version.changedAfter, version.firstSeen),
            summary: stepWords(step),
            gist: step.gist,
          }
        : null,
    returnsTo: original
      ? {
          address: versionAddress(name.domain, name.policy, original.slug),
          day: isoDay(original.firstSeen),
        }
      : null,
    gap: gap ? gapWords(gap) : null,
    captures: listCaptures(version, marks),
  };
}

/** A row for each version, in the order given: time, undated ones last. */
export function listRows(
  name: PolicyName,
  versions: readonly VersionSummary[],
  steps: readonly StepSummary[],
  marks: readonly LinkedMark[],
): TimelineRow[] {
  const stepTo = new Map(steps.map((step) => [step.right, step]));
  const gaps = listGaps(marks);
  return versions.map((version, at) =>
    makeRow(name, version, versions[at - 1], stepTo.get(version.version), versions.slice(0, at), gaps, marks),
  );
}

/** `3 versions`, `2 changes, both rewrites`: the counts of the fact line. */
export function changeCountWords(steps: readonly StepSummary[]): string {
  const visible = steps.filter((step) => !isQuiet(step.sizeClass));
  const rewrites = visible.filter((step) => step.sizeClass === 'rewrite').length;
  const quiet = steps.length - visible.length;
  const parts = [plural(visible.length, 'visible change')];
  if (rewrites > 0 && rewrites === visible.length && rewrites > 1) {
    parts.push(rewrites === 2 ? 'both rewrites' : 'all rewrites');
  } else if (rewrites > 0) parts.push(`${rewrites} of them ${rewrites === 1 ? 'a rewrite' : 'rewrites'}`);
  if (quiet > 0) parts.push(`${quiet} quiet`);
  return parts.join(', ');
}
