import {
  CHANGES_PER_STEP,
  type Density,
  densityOf,
  densityOfChanges,
  octaveOf,
  sharesOfFurniture,
} from './record-sizes.ts';

/** One capture as far as it is known. */
export interface Point {
  /** Identifies the text; `''`: looked at, and it holds none; null: not looked at yet. */
  readonly text: string | null;
  /** Size of the archive's record in bytes; null where it says nothing of the page. */
  readonly size: number | null;
  /** When it was captured, in days since any day. */
  readonly day: number;
  /** The date that its text gives for itself, in the same days; null where not known. */
  readonly statedDay: number | null;
}

/** What a change of text adds to a page's compressed size, in bytes. */
export interface TextGrowth {
  /** Measured on the two texts alone. */
  readonly ofText: number;
  /** Measured on the pages, with furniture as it was before; null where they differ too much to tell. */
  readonly ofPage: number | null;
}

/** Steps of a policy's own that weigh as much as the table. */
const TABLE_STEPS = 12;

/**
 * How a policy's records vary while its text stays: the table, and the steps between captures of equal texts. `known` are
 * the indexes of the captures looked at, ascending.
 */
export function learnFurniture(points: readonly Point[], known: readonly number[]): Density {
  const shares = sharesOfFurniture.map((share) => share * TABLE_STEPS);
  known.slice(1).forEach((right, k) => {
    const left = known[k]!;
    if (points[left]!.text !== points[right]!.text) return;
    for (const step of stepsOf(points.slice(left, right + 1)))
      if (step !== null) shares[octaveOf(step)]! += 1;
  });
  return densityOf(shares);
}

/** From each capture to the next, how much the record grows; null where one of the sizes is not known. */
function stepsOf(points: readonly Point[]): (number | null)[] {
  return points.slice(1).map(({ size }, k) => {
    const before = points[k]!.size;
    return size === null || before === null ? null : size - before;
  });
}

/** That a capture between two different texts holds a third: how likely, and which one is likeliest to. */
export interface ThirdText {
  readonly likelihood: number;
  /** Index into the stretch. */
  readonly at: number;
}

/** Steps up to which all pairs of them are weighed; a longer stretch is halved first. */
const LONGEST = 300;

/** Odds that the text changes from one capture to the next. */
const ODDS = CHANGES_PER_STEP / (1 - CHANGES_PER_STEP);

/**
 * How likely one of the captures between two different texts holds a third. Two accounts of the stretch are weighed
 * against each other by Bayes' rule: the text changed once, at one of the steps, or twice, at two of them; all other
 * steps are furniture. What the change of text adds to a record is known, so that a step of just that size, or two steps
 * that add up to it, speak for an account.
 *
 * `stretch` are the captures from the one text to the other, both looked at, those between not.
 */
export function estimateThirdText(
  stretch: readonly Point[],
  growth: TextGrowth,
  furniture: Density,
): ThirdText {
  const sizes = stepsOf(stretch);
  const count = sizes.length;
  if (count > LONGEST) return { likelihood: 1, at: count >> 1 };
  const dates = dateWeights(stretch);
  const steps = sizes.map((bytes, k): CaptureStep => weighStep(bytes, dates[k]!, furniture));
  const readings = readingsOf(growth);
  // Two changes are the likelier, the more captures there are: a third one is not reckoned with.
  const odds = ODDS * Math.sqrt(count);
  let once = 0;
  let twice = 0;
  // By capture, how much more two changes weigh that have it between them than those that have the one before it.
  const rises = new Array<number>(count + 1).fill(0);
  steps.forEach((last, end) => {
    once += weighOneChange(last, readings, furniture);
    for (let start = 0; start < end; start++) {
      const weight = odds * weighTwoChanges(steps[start]!, last, readings, furniture);
      twice += weight;
      rises[start + 1]! += weight;
      rises[end + 1]! -= weight;
    }
  });
  return { likelihood: twice / (once + twice), at: highest(rises) };
}

/** A step from one capture to the next. */
interface CaptureStep {
  /** How much the record grows; null where not known. */
  readonly bytes: number | null;
  /** Likelihood of it where the text changes. */
  readonly moved: number;
  /** How unlikely it is for furniture. */
  readonly surprise: number;
  /** How well it fits the date that the text at the end states. */
  readonly date: number;
}

function weighStep(bytes: number | null, date: number, furniture: Density): CaptureStep {
  if (bytes === null) return { bytes, moved: 1, surprise: 1, date };
  return { bytes, moved: densityOfChanges(bytes), surprise: 1 / furniture(bytes), date };
}

/** What the change of text may have added to the record, within `slack`. */
interface Growth {
  readonly bytes: number;
  readonly slack: number;
  readonly weight: number;
}

/** How far a reading may be off, as a share of it: a page packs its text with what stands around it. */
const SLACK_OF_PAGE = 0.1;
const SLACK_OF_TEXT = 0.4;

/** How much the pages are believed, and how often a page holds its text: tables of contents and data repeat it. */
const WEIGHT_OF_PAGE = 0.8;
const REPEATS = [1, 2];

function readingsOf({ ofText, ofPage }: TextGrowth): Growth[] {
  const weight = (ofPage === null ? 1 : 1 - WEIGHT_OF_PAGE) / REPEATS.length;
  const ofRepeats = REPEATS.map((times) => {
    const bytes = ofText * times;
    return { bytes, slack: SLACK_OF_TEXT * Math.abs(bytes), weight };
  });
  if (ofPage === null) return ofRepeats;
  return [{ bytes: ofPage, slack: SLACK_OF_PAGE * Math.abs(ofPage), weight: WEIGHT_OF_PAGE }, ...ofRepeats];
}

/** Bytes that a reading does not explain: furniture that moved together with the text. */
const leftOver = (bytes: number, reading: Growth) =>
  Math.max(0, Math.abs(bytes - reading.bytes) - reading.slack);

function weighOneChange(step: CaptureStep, readings: readonly Growth[], furniture: Density): number {
  let sum = 0;
  for (const reading of readings) {
    const rest = step.bytes === null ? 1 : furniture(leftOver(step.bytes, reading));
    sum += reading.weight * rest * densityOfChanges(reading.bytes);
  }
  return sum * step.surprise * step.date;
}

/** The first change leads to the third text, the last to the text at the end, whose date counts. */
function weighTwoChanges(
  first: CaptureStep,
  last: CaptureStep,
  readings: readonly Growth[],
  furniture: Density,
): number {
  const isKnown = first.bytes !== null && last.bytes !== null;
  const both = first.moved * last.moved;
  let sum = 0;
  for (const reading of readings) {
    if (!isKnown) {
      sum += reading.weight * both * densityOfChanges(reading.bytes);
      continue;
    }
    const rest = leftOver(first.bytes + last.bytes, reading);
    // Furniture that moved with one of the changes leaves the other as the only step that shows its text's size.
    const asFirst = first.moved * densityOfChanges(reading.bytes - first.bytes);
    const asLast = last.moved * densityOfChanges(reading.bytes - last.bytes);
    const apart = (asFirst + asLast) / 2;
    sum += reading.weight * furniture(rest) * (rest > 0 ? apart : Math.max(apart, both));
  }
  return sum * first.surprise * last.surprise * last.date;
}

/** A text is put up about the day it states: steps that end before it, or begin after it, seldom bring it. */
const WEIGHT_BEFORE = 0.2;
const WEIGHT_ABOUT = 3;
const WEIGHT_AFTER = 0.3;

/** For each step how well it fits the date stated by the text that the stretch ends with. */
function dateWeights(stretch: readonly Point[]): number[] {
  const { statedDay, day } = stretch.at(-1)!;
  const tellsNothing = statedDay === null || statedDay === stretch[0]!.statedDay || statedDay > day + 1;
  return stretch.slice(1).map((point, k) => {
    if (tellsNothing) return 1;
    if (point.day < statedDay - 1) return WEIGHT_BEFORE;
    return stretch[k]!.day > statedDay + 1 ? WEIGHT_AFTER : WEIGHT_ABOUT;
  });
}

/** The index, ends aside, at which the sum of the rises up to it is highest; the first of equals. */
function highest(rises: readonly number[]): number {
  let at = 1;
  let height = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let index = 1; index < rises.length - 1; index++) {
    height += rises[index]!;
    if (height <= best) continue;
    best = height;
    at = index;
  }
  return at;
}
