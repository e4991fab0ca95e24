import {
  dominantLanguage,
  nextProbes,
  type PassReason,
  type Point,
  parseInstant,
  secondsBetween,
} from '../../core/index.ts';
import {
  mapNormalizations,
  type Store,
  type StoredCapture,
  type StoredNormalization,
} from '../../store/index.ts';
import { measureTextGrowth } from './text-growth.ts';

/** A capture that has a page's payload, its own or one it shares. */
export interface ProbeChoice {
  readonly capture: StoredCapture;
  /** Where the payload is, or is to be fetched from. */
  readonly source: StoredCapture;
}

/** Stands for the text of every capture in another language than the policy's: each of those has a history of its own. */
const OTHER_LANGUAGE = 'other language';

const EPOCH = '19700101000000';

/** Characters of a date that names no day: `2023-10`. Its first day stands for it. */
const MONTH = 7;
const dayOf = (instant: string) => secondsBetween(EPOCH, parseInstant(instant)) / 86_400;

/**
 * Of the captures sampled, in time order, those to look at next so as to find the versions with few fetches, and why the
 * others are left out, by the id of where their payload would come from. `tried` are captures that this run has asked for already.
 */
export function chooseProbes(
  store: Store,
  policyId: number,
  sampled: readonly ProbeChoice[],
  tried: ReadonlySet<number>,
): { probes: ProbeChoice[]; passes: Map<number, PassReason> } {
  const known = readKnown(store, policyId, sampled);
  const nearest = listNearestLanguages(known);
  const language = dominantLanguage(nearest);
  const points = describePoints(sampled, known, tried, (normalization) => textOf(normalization, language));
  const growthOf = (left: number, right: number) =>
    measureTextGrowth(store, policyId, sampled[left]!.source.id, sampled[right]!.source.id);
  const others = new Set(nearest.filter((one) => one !== null && one !== language));
  const histories = [...others].map((other) => onlyIn(points, known, nearest, other!));
  const indexes = [points, ...histories].flatMap((history) => nextProbes(history, growthOf));
  const probes = [...new Set(indexes)].sort((a, b) => a - b).map((index) => sampled[index]!);
  const asked = new Set(probes.map(({ source }) => source.id));
  const passes = new Map<number, PassReason>();
  const [before, after] = [tellNearest(points), tellNearest(points.toReversed()).reverse()];
  sampled.forEach(({ source }, k) => {
    if (points[k]!.text !== null || asked.has(source.id)) return;
    passes.set(source.id, before[k] === after[k] ? 'between-equal' : 'likely-known');
  });
  return { probes, passes };
}

/** For each point, the text that was told last before it, if any was. */
function tellNearest(points: readonly Point[]): (string | undefined)[] {
  let told: string | undefined;
  return points.map(({ text }) => {
    const before = told;
    if (text !== null && text !== '') told = text;
    return before;
  });
}

type Known = readonly (StoredNormalization | null)[];

/** What was read of each capture so far. */
function readKnown(store: Store, policyId: number, sampled: readonly ProbeChoice[]): Known {
  const normalizations = mapNormalizations(store, policyId);
  return sampled.map(({ source }) => (source.hasMemento ? (normalizations.get(source.id) ?? null) : null));
}

/** The captures as far as they are known by now. */
function describePoints(
  sampled: readonly ProbeChoice[],
  known: Known,
  tried: ReadonlySet<number>,
  tell: (normalization: StoredNormalization | null) => string,
): Point[] {
  return sampled.map(({ capture, source }, k) => {
    const normalization = known[k]!;
    const isLooked = source.hasMemento || source.failure?.isFinal === true || tried.has(source.id);
    const stated = normalization?.statedDate ?? null;
    return {
      text: isLooked ? tell(normalization) : null,
      size: /^\d+$/.test(capture.length) && capture.statuscode !== '-' ? Number(capture.length) : null,
      day: dayOf(capture.timestamp!),
      statedDay: stated === null ? null : dayOf(stated.length === MONTH ? `${stated}-01` : stated),
    };
  });
}

/** The captures as the history in another language has them: those that are in it, and those not looked at that may be. */
function onlyIn(points: readonly Point[], known: Known, nearest: Languages, language: string): Point[] {
  const own = known.flatMap((one, k) => (one?.textHash && one.language === language ? [k] : []));
  const isWithin = (k: number) => k > own[0]! && k < own.at(-1)!;
  return points.map((point, k) => {
    if (own.includes(k)) return { ...point, text: known[k]!.textHash };
    const mayBe = point.text === null && isWithin(k) && nearest[k] === language;
    return mayBe ? point : { ...point, text: '' };
  });
}

function textOf(normalization: StoredNormalization | null, language: string | null): string {
  if (!normalization?.textHash) return '';
  const isOther = normalization.language !== null && language !== null && normalization.language !== language;
  return isOther ? OTHER_LANGUAGE : normalization.textHash;
}

type Languages = readonly (string | null)[];

/** For each capture the language of the nearest one that was looked at. */
function listNearestLanguages(known: Known): Languages {
  const told = known.flatMap((normalization, k) => (normalization?.textHash ? [k] : []));
  let nearest = 0;
  return known.map((_, k) => {
    while (nearest + 1 < told.length && told[nearest + 1]! - k < k - told[nearest]!) nearest++;
    return known[told[nearest] ?? -1]?.language ?? null;
  });
}
