import type { ClauseRow } from './search-results.ts';

/**
 * What the search file holds of a policy besides its texts: its versions, and for each distinct clause what searches are
 * narrowed by. Searches ask for a policy's clauses together, so they are kept together, column by column, which takes a
 * third of the bytes that rows would.
 */

export interface SearchedVersion {
  /** From 1 in time order, undated ones last. */
  readonly version: number;
  readonly slug: string;
  /** `2002-12-15`; null where the date is unknown. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** A distinct clause as it is packed: its id follows from its place, its years from its versions. */
export type PackedClause = Omit<ClauseRow, 'id' | 'years'>;

export interface SearchedHistory {
  readonly versions: ReadonlyMap<number, SearchedVersion>;
  /** The clause at a place, from 0. */
  readonly clauseAt: (place: number) => Omit<ClauseRow, 'id'>;
}

interface PackedHistory {
  readonly versions: readonly (readonly [number, string, string | null, string | null])[];
  /** Each the difference to the one before. */
  readonly lineages: readonly number[];
  /** Runs, one text a clause, with commas between. */
  readonly held: string;
  readonly topics: string;
  readonly flags: string;
  readonly words: readonly number[];
}

/** `[1, 2, 3, 7]` to `1-3 7`. Numbers ascend. */
export function formatRuns(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
}

/** The numbers of `formatRuns`. */
export function parseRuns(text: string): number[] {
  if (text === '') return [];
  return text.split(' ').flatMap((run) => {
    const [from, to = from] = run.split('-').map(Number) as [number, number?];
    return Array.from({ length: to - from + 1 }, (_, k) => from + k);
  });
}

/** A history as the text that the search file keeps. */
export function packHistory(versions: readonly SearchedVersion[], clauses: readonly PackedClause[]): string {
  const runs = (numbersOf: (clause: PackedClause) => readonly number[]) =>
    clauses.map((clause) => formatRuns(numbersOf(clause))).join(',');
  const packed: PackedHistory = {
    versions: versions.map(({ version, slug, firstDay, lastDay }) => [version, slug, firstDay, lastDay]),
    lineages: clauses.map(({ lineage }, at) => lineage - (clauses[at - 1]?.lineage ?? 0)),
    held: runs((clause) => clause.versions),
    topics: runs((clause) => clause.topics),
    flags: runs((clause) => clause.flags),
    words: clauses.map(({ words }) => words),
  };
  return JSON.stringify(packed);
}

function listYears({ firstDay, lastDay }: SearchedVersion): number[] {
  if (firstDay === null || lastDay === null) return [];
  const first = Number(firstDay.slice(0, 4));
  return Array.from({ length: Number(lastDay.slice(0, 4)) - first + 1 }, (_, k) => first + k);
}

/** The history of `packHistory`. */
export function unpackHistory(text: string): SearchedHistory {
  const packed = JSON.parse(text) as PackedHistory;
  const versions = new Map(
    packed.versions.map(([version, slug, firstDay, lastDay]) => [
      version,
      { version, slug, firstDay, lastDay },
    ]),
  );
  const years = new Map([...versions].map(([version, one]) => [version, listYears(one)]));
  let lineage = 0;
  const lineages = packed.lineages.map((step) => (lineage += step));
  const [held, topics, flags] = [packed.held, packed.topics, packed.flags].map((runs) => runs.split(','));
  return {
    versions,
    clauseAt: (place) => {
      const own = parseRuns(held![place]!);
      return {
        lineage: lineages[place]!,
        versions: own,
        years: [...new Set(own.flatMap((version) => years.get(version)!))].sort((a, b) => a - b),
        topics: parseRuns(topics![place]!),
        flags: parseRuns(flags![place]!),
        words: packed.words[place]!,
      };
    },
  };
}
