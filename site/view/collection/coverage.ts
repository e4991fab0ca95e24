import type { Mark } from '../gaps.ts';

/**
 * What is held of a company in a half-year: `usable`: a text without doubt; `flagged`: captures, but all of them doubtful
 * or of no use; `none`: no capture known.
 */
export type HalfYearState = 'usable' | 'flagged' | 'none';

export interface CompanyCoverage {
  readonly domain: string;
  /** A state for each half-year of the table. */
  readonly states: readonly HalfYearState[];
  readonly usable: number;
  readonly flagged: number;
  readonly none: number;
}

export interface Coverage {
  /** `2004-H1`, in time order, from the oldest capture of all to the newest. */
  readonly halves: readonly string[];
  readonly companies: readonly CompanyCoverage[];
}

interface History {
  readonly domain: string;
  readonly versions: readonly { readonly version: number; readonly flags: readonly string[] }[];
  readonly marks: readonly Mark[];
}

/** Flags that put a text's words in doubt; others say how it was read, or doubt its date. */
const DOUBTS: ReadonlySet<string> = new Set(['mojibake', 'truncated', 'approximate']);

/** Half-years since year 0. */
const halfOf = (timestamp: string): number =>
  Number(timestamp.slice(0, 4)) * 2 + (Number(timestamp.slice(4, 6)) > 6 ? 1 : 0);

const nameHalf = (half: number): string => `${Math.floor(half / 2)}-H${(half % 2) + 1}`;

/** Half-years with captures, and the better of the states seen in each. */
function stateByHalf(histories: readonly History[]): Map<number, HalfYearState> {
  const states = new Map<number, HalfYearState>();
  for (const { versions, marks } of histories) {
    const doubtful = new Set(
      versions.filter(({ flags }) => flags.some((flag) => DOUBTS.has(flag))).map(({ version }) => version),
    );
    for (const { timestamp, version } of marks) {
      if (timestamp === null) continue;
      const half = halfOf(timestamp);
      const isUsable = version !== null && !doubtful.has(version);
      if (isUsable || !states.has(half)) states.set(half, isUsable ? 'usable' : 'flagged');
    }
  }
  return states;
}

/** Company by half-year; companies of which nothing is dated have only `none`. */
export function viewCoverage(histories: readonly History[]): Coverage {
  const byDomain = [...Map.groupBy(histories, ({ domain }) => domain)].map(
    ([domain, own]) => [domain, stateByHalf(own)] as const,
  );
  const known = byDomain.flatMap(([, states]) => [...states.keys()]);
  if (known.length === 0) return { halves: [], companies: [] };
  const first = known.reduce((a, b) => Math.min(a, b));
  const last = known.reduce((a, b) => Math.max(a, b));
  const halves = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return {
    halves: halves.map(nameHalf),
    companies: byDomain.map(([domain, byHalf]) => {
      const states = halves.map((half) => byHalf.get(half) ?? 'none');
      const count = (wanted: HalfYearState) => states.filter((state) => state === wanted).length;
      return { domain, states, usable: count('usable'), flagged: count('flagged'), none: count('none') };
    }),
  };
}

/** How many companies are in each state, half-year by half-year. */
export function countByHalf({ halves, companies }: Coverage): {
  readonly half: string;
  readonly usable: number;
  readonly flagged: number;
  readonly none: number;
}[] {
  return halves.map((half, at) => {
    const count = (wanted: HalfYearState) => companies.filter(({ states }) => states[at] === wanted).length;
    return { half, usable: count('usable'), flagged: count('flagged'), none: count('none') };
  });
}

/** Heights differ, so that the states are told apart without colour. */
const BLOCK = { top: 2, height: 14 };

/**
 * The figure of one company, in a box 1000 wide and 18 high: a block for a usable half-year, a low outline for a flagged
 * one, nothing but the line for none. Path data by what is drawn.
 */
export function drawCoverage({ states }: CompanyCoverage): {
  readonly usable: string;
  readonly flagged: string;
} {
  const width = 1000 / Math.max(1, states.length);
  const round = (value: number) => Math.round(value * 10) / 10;
  const paths = { usable: '', flagged: '' };
  states.forEach((state, at) => {
    if (state === 'none') return;
    const [left, right] = [round(at * width + width * 0.08), round((at + 1) * width - width * 0.08)];
    const [top, bottom] =
      state === 'usable' ? [BLOCK.top, BLOCK.top + BLOCK.height] : [10, BLOCK.top + BLOCK.height];
    paths[state] += `M${left} ${bottom}V${top}H${right}V${bottom}z`;
  });
  return paths;
}
