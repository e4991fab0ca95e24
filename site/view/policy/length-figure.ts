import type { VersionSummary } from '../../../crawler/core/index.ts';
import { shortDay } from '../dates.ts';
import type { Gap } from '../gaps.ts';
import { groupDigits } from '../plural.ts';
import { placeOn, type TimeAxis } from '../time-axis.ts';

/** How long a policy was over time, in the box of the strip: 1000 wide, 60 high, the foot at 44. */
export interface LengthFigure {
  /** Path data: a level line for each version, joined to the next where no gap lies between. */
  readonly line: string;
  /** The figure in words. */
  readonly name: string;
}

const FOOT = 44;
const HEIGHT = 40;

/** The length of each dated version; null with fewer than two, which are no course. A gap is never drawn across. */
export function drawLength(
  axis: TimeAxis,
  dated: readonly VersionSummary[],
  gaps: readonly Gap[],
): LengthFigure | null {
  if (dated.length < 2) return null;
  const longest = Math.max(...dated.map(({ wordCount }) => wordCount), 1);
  const levelOf = (version: VersionSummary) =>
    Math.round((FOOT - (HEIGHT * version.wordCount) / longest) * 10) / 10;
  const endsAtGap = new Set(gaps.map(({ before }) => before));
  let line = '';
  dated.forEach((version, at) => {
    const start = placeOn(axis, version.firstSeen!);
    const level = levelOf(version);
    const joins = at > 0 && !endsAtGap.has(version.firstSeen!);
    line += `${joins ? `H${start}V${level}` : `M${start} ${level}`}H${placeOn(axis, version.lastSeen!)}`;
  });
  const [first, last] = [dated[0]!, dated.at(-1)!];
  const words = (version: VersionSummary) =>
    `${groupDigits(version.wordCount)} words on ${shortDay(version.firstSeen)}`;
  return { line, name: `Length: ${words(first)}, ${words(last)}; at most ${groupDigits(longest)}.` };
}
