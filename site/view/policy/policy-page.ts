import { isQuiet, type StepSummary, type VersionSummary } from '../../../crawler/core/index.ts';
import { clausesAddress, compareAddress, policyAddress, versionName } from '../addresses.ts';
import { endWords, isoDay, shortDay, windowShort } from '../dates.ts';
import { coverageShare, type Gap, gapWords, listGaps, type Mark } from '../gaps.ts';
import { policyTitle, stepLabel } from '../labels.ts';
import type { PolicyName } from '../model.ts';
import { percent, plural } from '../plural.ts';
import { reasonLabel } from '../reasons.ts';
import { drawStrip, type Strip } from '../strip.ts';
import { listStripBars, listStripTicks, type StripBar, type StripTick } from '../strip-bars.ts';
import { ownAxis, type TimeAxis } from '../time-axis.ts';
import { drawLength, type LengthFigure } from './length-figure.ts';
import { changeCountWords, listRows, type TimelineChange } from './timeline.ts';
import { listTimeline, type TimelineYear } from './timeline-groups.ts';

/** A row of the table below the strip: the figure in numbers. */
export interface StripRow {
  readonly slug: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly captures: number;
  readonly words: number;
  readonly change: string;
  readonly window: string;
  readonly wordsIn: number | null;
  readonly wordsOut: number | null;
}

export interface UnusableCapture {
  readonly day: string;
  readonly why: string;
  readonly link: string | null;
  readonly original: string;
}

/** Everything a policy's page shows. */
export interface PolicyView {
  readonly name: PolicyName;
  readonly address: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly gapNote: string | null;
  /** On the policy's own years; and on the years of all policies, null where those are its own. */
  readonly axis: TimeAxis;
  readonly strip: Strip;
  readonly bars: readonly StripBar[];
  readonly ticks: readonly StripTick[];
  readonly common: Strip | null;
  readonly table: readonly StripRow[];
  readonly years: readonly TimelineYear[];
  readonly length: LengthFigure | null;
  readonly gaps: readonly string[];
  readonly unusable: readonly UnusableCapture[];
  readonly captureWords: string;
  readonly coverage: number | null;
  /** Versions to choose from for a comparison, oldest first. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly firstToLatest: string | null;
  readonly end: string;
  readonly visibleChanges: number;
  /** The newest change that a reader sees; null where there is none. */
  readonly latest: TimelineChange | null;
  /** Address of the clause list; null where nothing is dated. */
  readonly clauses: string | null;
}

export interface PolicyMark extends Mark {
  readonly original: string;
  readonly mementoUrl: string | null;
}

function listTable(versions: readonly VersionSummary[], steps: readonly StepSummary[]): StripRow[] {
  const stepTo = new Map(steps.map((step) => [step.right, step]));
  return versions.map((version) => {
    const step = stepTo.get(version.version);
    return {
      slug: version.slug,
      firstSeen: isoDay(version.firstSeen),
      lastSeen: isoDay(version.lastSeen),
      captures: version.captureCount,
      words: version.wordCount,
      change: step ? stepLabel(step) : '–',
      window: step ? windowShort(version.changedAfter, version.firstSeen) : '–',
      wordsIn: step?.wordsAdded ?? null,
      wordsOut: step?.wordsRemoved ?? null,
    };
  });
}

/** `captures: 61, of which 54 with text, 3 equal and not fetched, 4 unusable`. */
function countCaptures(marks: readonly Mark[]): string {
  const count = (wanted: (mark: Mark) => boolean) => marks.filter(wanted).length;
  const usable = count((mark) => mark.version !== null);
  const unusable = count((mark) => mark.outcome === 'failed' || mark.outcome === 'not-a-policy');
  const rest = marks.length - usable - unusable;
  const parts = [`${usable} with the policy’s text`];
  if (unusable > 0) parts.push(`${unusable} not usable`);
  if (rest > 0) parts.push(`${rest} not fetched`);
  return `${plural(marks.length, 'capture')} known: ${parts.join(', ')}`;
}

function gapSentence(gaps: readonly Gap[]): string | null {
  if (gaps.length === 0) return null;
  return `${plural(gaps.length, 'gap')} of over a year without a usable capture: what changed there is known only to lie in it.`;
}

function listUnusable(marks: readonly PolicyMark[]): UnusableCapture[] {
  return marks
    .filter((mark) => mark.outcome === 'failed' || mark.outcome === 'not-a-policy')
    .map((mark) => ({
      day: isoDay(mark.timestamp),
      why: `${mark.outcome === 'failed' ? 'not available: ' : ''}${reasonLabel(mark.reason)}`,
      link: mark.mementoUrl,
      original: mark.original,
    }));
}

/** Where the oldest and the newest version stand side by side; null where there is one alone. */
function firstToLatest({ domain, policy }: PolicyName, versions: readonly VersionSummary[]): string | null {
  const [first, ...others] = versions;
  const last = others.at(-1);
  if (!first || !last) return null;
  return compareAddress(versionName(domain, policy, first.slug), versionName(domain, policy, last.slug));
}

export function viewPolicy(
  name: PolicyName,
  store: {
    readonly versions: readonly VersionSummary[];
    readonly steps: readonly StepSummary[];
    readonly marks: readonly PolicyMark[];
    readonly lastLooked: string | null;
    readonly axis: TimeAxis;
  },
): PolicyView {
  const { versions, steps, marks } = store;
  const { domain, policy } = name;
  const dated = versions.filter((version) => version.firstSeen !== null);
  const gaps = listGaps(marks);
  const share = coverageShare(marks);
  const first = dated[0];
  const last = dated.at(-1);
  const axis = ownAxis(marks.map(({ timestamp }) => timestamp)) ?? store.axis;
  const isOwn = axis.fromYear !== store.axis.fromYear || axis.toYear !== store.axis.toYear;
  const stripName = `${domain}, ${policyTitle(policy)}`;
  const span = first && last ? `${shortDay(first.firstSeen)} to ${shortDay(last.lastSeen)}` : null;
  const rows = listRows(name, versions, steps, marks);
  return {
    name,
    latest: rows.findLast(({ change }) => change !== null && !change.isQuiet)?.change ?? null,
    address: policyAddress(domain, policy),
    title: policyTitle(policy),
    facts: [
      plural(versions.length, 'version'),
      ...(span ? [span] : ['date unknown']),
      ...(steps.length > 0 ? [changeCountWords(steps)] : []),
      ...(share === null ? [] : [`${percent(share)} of half-years covered`]),
    ],
    gapNote: gapSentence(gaps),
    axis,
    strip: drawStrip(stripName, axis, versions, steps, marks),
    bars: listStripBars(name, axis, versions, steps),
    ticks: listStripTicks(axis, versions, marks),
    common: isOwn ? drawStrip(stripName, store.axis, versions, steps, marks) : null,
    table: listTable(versions, steps),
    years: listTimeline(name, versions, steps, marks),
    length: drawLength(axis, dated, gaps),
    gaps: gaps.map((gap) => `${shortDay(gap.after)} to ${shortDay(gap.before)}: ${gapWords(gap)}`),
    unusable: listUnusable(marks),
    captureWords: countCaptures(marks),
    coverage: share,
    choices: versions.map((version) => ({
      value: versionName(domain, policy, version.slug),
      label: version.firstSeen === null ? version.slug.replace('undated', 'date unknown') : version.slug,
    })),
    firstToLatest: firstToLatest(name, versions),
    end: endWords(last?.lastSeen ?? null, store.lastLooked),
    clauses: dated.length > 0 ? clausesAddress(domain, policy) : null,
    visibleChanges: steps.filter((step) => !isQuiet(step.sizeClass)).length,
  };
}
