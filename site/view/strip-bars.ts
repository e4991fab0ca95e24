import { isQuiet, type StepSummary, type VersionSummary } from '../../crawler/core/index.ts';
import { changeAddress, versionAddress } from './addresses.ts';
import { isoDay, shortDay } from './dates.ts';
import type { Mark } from './gaps.ts';
import { stepLabel } from './labels.ts';
import type { PolicyName } from './model.ts';
import { reasonLabel } from './reasons.ts';
import { placeOn, type TimeAxis } from './time-axis.ts';

/** A bar of a strip as a link: what it stands for, and where that is read. */
export interface StripBar {
  /** Where it stands, from 0 to 1000. */
  readonly at: number;
  readonly address: string;
  /** `28 Apr 2026, large change: now says …`. */
  readonly words: string;
  readonly isQuiet: boolean;
}

/** A capture below the strip, in words. */
export interface StripTick {
  readonly at: number;
  readonly words: string;
}

/** Each dated version's bar: it opens the change that led to it, the first one the text. */
export function listStripBars(
  { domain, policy }: PolicyName,
  axis: TimeAxis,
  versions: readonly VersionSummary[],
  steps: readonly StepSummary[],
): StripBar[] {
  const stepTo = new Map(steps.map((step) => [step.right, step]));
  const numbered = new Map(versions.map((version) => [version.version, version]));
  return versions.flatMap((version): StripBar[] => {
    if (version.firstSeen === null) return [];
    const step = stepTo.get(version.version);
    const left = step && numbered.get(step.left);
    const what = step ? `${stepLabel(step)}${step.gist === null ? '' : `: ${step.gist}`}` : 'first seen';
    return [
      {
        at: placeOn(axis, version.firstSeen),
        address: left
          ? changeAddress(domain, policy, left.slug, version.slug)
          : versionAddress(domain, policy, version.slug),
        words: `${shortDay(version.firstSeen)}, ${what}`,
        isQuiet: step !== undefined && isQuiet(step.sizeClass),
      },
    ];
  });
}

/** Captures that changed nothing, and those that are no use; several on one spot are told together. */
export function listStripTicks(
  axis: TimeAxis,
  versions: readonly VersionSummary[],
  marks: readonly Mark[],
): StripTick[] {
  const starts = new Set(versions.map(({ firstSeen }) => firstSeen));
  const ticks = new Map<number, string[]>();
  for (const { timestamp, version, outcome, reason } of marks) {
    if (timestamp === null || starts.has(timestamp)) continue;
    const isUsable = version !== null;
    if (!isUsable && outcome !== 'failed' && outcome !== 'not-a-policy') continue;
    const why = outcome === 'failed' ? 'not available' : reasonLabel(reason) || 'no text of the policy';
    const at = Math.round(placeOn(axis, timestamp));
    ticks.set(at, [
      ...(ticks.get(at) ?? []),
      `${isoDay(timestamp)}: ${isUsable ? 'captured, no change' : why}`,
    ]);
  }
  return [...ticks].map(([at, words]) => ({
    at,
    words:
      words.length > 3 ? `${words.slice(0, 3).join('; ')}; and ${words.length - 3} more` : words.join('; '),
  }));
}
