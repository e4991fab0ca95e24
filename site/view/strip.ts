import { isQuiet, type SizeClass } from '../../crawler/core/index.ts';
import { listGaps, type Mark } from './gaps.ts';
import { plural } from './plural.ts';
import { isOn, placeOn, type TimeAxis } from './time-axis.ts';

/**
 * The signature figure: a policy's life on a true time axis. Geometry only, in a box 1000 wide and 60 high: bars stand
 * on the line at 44, ticks hang below it, crosses below those.
 */
export interface Strip {
  /** Path data by what the marks mean; '' where there are none. What was first seen changed nothing. */
  readonly first: string;
  readonly changed: string;
  readonly quiet: string;
  readonly rewritten: string;
  readonly ticks: string;
  readonly crosses: string;
  readonly gaps: readonly { readonly at: number; readonly width: number }[];
  /** The stretch from first to last capture. */
  readonly life: { readonly at: number; readonly width: number } | null;
  /** The figure in words, for those who do not see it. */
  readonly name: string;
}

export const STRIP_HEIGHT = 60;
const LINE = 44;
const TALLEST = 36;
const LOWEST = 7;

export interface StripVersion {
  readonly version: number;
  readonly firstSeen: string | null;
}

export interface StripStep {
  readonly right: number;
  readonly sizeClass: SizeClass;
  readonly carriedShare: number;
}

/** Height of a bar: the square root of the changed share, so that small changes stay visible. */
function barHeight(step: StripStep | undefined): number {
  const share = step ? 1 - step.carriedShare : 1;
  return Math.round((LOWEST + (TALLEST - LOWEST) * Math.sqrt(Math.min(1, Math.max(0, share)))) * 10) / 10;
}

function nameStrip(name: string, versions: readonly StripVersion[], gaps: number, failed: number): string {
  const parts = [plural(versions.length, 'version')];
  if (gaps > 0) parts.push(`${plural(gaps, 'gap')} of over a year`);
  if (failed > 0) parts.push(`${plural(failed, 'unusable capture')}`);
  return `${name}: ${parts.join(', ')}`;
}

/** The strip of one policy; undated versions have no place on it. */
export function drawStrip(
  name: string,
  axis: TimeAxis,
  versions: readonly StripVersion[],
  steps: readonly StripStep[],
  marks: readonly Mark[],
): Strip {
  const stepTo = new Map(steps.map((step) => [step.right, step]));
  const paths = { first: '', changed: '', quiet: '', rewritten: '' };
  for (const version of versions) {
    if (version.firstSeen === null) continue;
    const step = stepTo.get(version.version);
    const shape = !step
      ? 'first'
      : step.sizeClass === 'rewrite'
        ? 'rewritten'
        : isQuiet(step.sizeClass)
          ? 'quiet'
          : 'changed';
    const height = shape === 'quiet' ? LOWEST + 3 : barHeight(step);
    paths[shape] += `M${placeOn(axis, version.firstSeen)} ${LINE}v-${height}`;
  }
  const starts = new Set(versions.map((version) => version.firstSeen));
  const ticks = new Set<number>();
  const crosses = new Set<number>();
  let failed = 0;
  for (const { timestamp, version, outcome } of marks) {
    if (timestamp === null || !isOn(axis, timestamp)) continue;
    if (version !== null && !starts.has(timestamp)) ticks.add(placeOn(axis, timestamp));
    if (outcome === 'failed' || outcome === 'not-a-policy') {
      failed++;
      crosses.add(placeOn(axis, timestamp));
    }
  }
  const gaps = listGaps(marks);
  const usable = marks.filter((mark) => mark.version !== null && mark.timestamp !== null);
  const between = (from: string, to: string) => {
    const at = placeOn(axis, from);
    return { at, width: Math.round((placeOn(axis, to) - at) * 10) / 10 };
  };
  return {
    ...paths,
    ticks: [...ticks].map((at) => `M${at} ${LINE + 2}v5`).join(''),
    crosses: [...crosses].map((at) => `M${at - 2} ${LINE + 9}l4 5m0-5l-4 5`).join(''),
    gaps: gaps.map((gap) => between(gap.after, gap.before)),
    life: usable.length > 0 ? between(usable[0]!.timestamp!, usable.at(-1)!.timestamp!) : null,
    name: nameStrip(name, versions, gaps.length, failed),
  };
}
