/** What the search file's rows mean, and how hits become answers: the same in the terminal and in the browser. */

/** A row of the search file: one distinct clause of a policy. Lists of numbers ascend. */
export interface ClauseRow {
  /** Rows of one policy follow each other. */
  readonly id: number;
  /** The lineage within the policy; below 0 where none is traced. */
  readonly lineage: number;
  /** Numbers of the versions that hold it. */
  readonly versions: readonly number[];
  /** Years in which a version that holds it was seen; none for undated ones. */
  readonly years: readonly number[];
  /** Positions in the list of topics. */
  readonly topics: readonly number[];
  /** Positions in `CLAUSE_FLAGS`. */
  readonly flags: readonly number[];
  readonly words: number;
}

/** What a clause may be marked with; names are kinds of terms. */
export const CLAUSE_FLAGS = [
  { name: 'promise', title: 'holds a promise' },
  { name: 'vague', title: 'holds vague words' },
  { name: 'third-party', title: 'names somebody else' },
] as const;

/** Lengths that a clause may have, in words, both ends included. */
export const CLAUSE_LENGTHS = [
  { name: 'short', title: 'up to 20 words', from: 0, to: 20 },
  { name: 'medium', title: '21 to 100 words', from: 21, to: 100 },
  { name: 'long', title: 'more than 100 words', from: 101, to: Number.POSITIVE_INFINITY },
] as const;

/** Whether what was looked for still stands in a policy, no longer, or came into it. */
export const HIT_STATES = ['present', 'removed', 'added'] as const;
export type HitState = (typeof HIT_STATES)[number];

/**
 * States of the hits of one lineage, from the numbers of the versions that hold one: `removed` where the policy's newest
 * dated version holds none, `added` where its first holds none. What came and went is both.
 */
export function listHitStates(versions: readonly number[], newest: number): HitState[] {
  return [
    versions.includes(newest) ? 'present' : 'removed',
    ...(versions.includes(1) ? [] : ['added' as const]),
  ];
}

export interface HitFilter {
  /** First and last year, inclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Position in the list of topics. */
  readonly topic?: number | undefined;
  /** Position in `CLAUSE_FLAGS`. */
  readonly flag?: number | undefined;
  /** Name in `CLAUSE_LENGTHS`. */
  readonly length?: string | undefined;
}

export const lengthOf = (words: number) =>
  CLAUSE_LENGTHS.find(({ from, to }) => from <= words && words <= to)!.name;

/** Whether a clause stood in a version seen in the years asked for, and is what else was asked for. */
export function passesFilter(
  row: Omit<ClauseRow, 'id' | 'lineage' | 'versions'>,
  filter: HitFilter,
): boolean {
  const { from = 0, to = 9999, topic, flag, length } = filter;
  if (topic !== undefined && !row.topics.includes(topic)) return false;
  if (flag !== undefined && !row.flags.includes(flag)) return false;
  if (length !== undefined && lengthOf(row.words) !== length) return false;
  if (filter.from === undefined && filter.to === undefined) return true;
  return row.years.some((year) => from <= year && year <= to);
}

/** The hits of one lineage: wordings of one clause through time. */
export interface HitGroup<R> {
  readonly lineage: number;
  /** The hits, in the order given. */
  readonly rows: readonly R[];
  /** Numbers of all versions that hold one of them, ascending. */
  readonly versions: readonly number[];
}

/** Rows of one policy by lineage, in the order of each lineage's first row. */
export function groupByLineage<R extends Pick<ClauseRow, 'lineage' | 'versions'>>(
  rows: readonly R[],
): HitGroup<R>[] {
  const groups = new Map<number, R[]>();
  for (const row of rows) {
    const known = groups.get(row.lineage);
    if (known) known.push(row);
    else groups.set(row.lineage, [row]);
  }
  return [...groups].map(([lineage, own]) => ({
    lineage,
    rows: own,
    versions: [...new Set(own.flatMap((row) => row.versions))].sort((a, b) => a - b),
  }));
}

/** The row of the newest wording: the one whose last version is the latest, the later of two such. */
export function newestWording<R extends Pick<ClauseRow, 'versions'>>(rows: readonly R[]): R {
  const lastVersion = (row: R) => row.versions.at(-1)!;
  return rows.reduce((newest, row) => (lastVersion(row) >= lastVersion(newest) ? row : newest));
}

/** Items of each policy that has some, in the order of policies. `items` ascend by their row, as policies do. */
export function splitByPolicy<P extends { readonly lastRow: number }, T>(
  policies: readonly P[],
  items: readonly T[],
  rowOf: (item: T) => number,
): { readonly policy: P; readonly items: readonly T[] }[] {
  let at = 0;
  return policies.flatMap((policy) => {
    const start = at;
    while (at < items.length && rowOf(items[at]!) <= policy.lastRow) at++;
    return at === start ? [] : [{ policy, items: items.slice(start, at) }];
  });
}

/** What FTS5 puts around a hit. Texts in the search file hold no control characters. */
export const HIT_START = '\u0002';
export const HIT_END = '\u0003';

/** A piece of an excerpt. */
export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** Up to `length` characters of a text around its first hit, cut between words; `…` where something is left out. */
export function cutExcerpt(marked: string, length = 320): ExcerptPart[] {
  const parts = marked
    .split(HIT_START)
    .flatMap((piece, at): ExcerptPart[] => {
      if (at === 0) return [{ text: piece, isHit: false }];
      const [hit = '', after = ''] = piece.split(HIT_END);
      return [
        { text: hit, isHit: true },
        { text: after, isHit: false },
      ];
    })
    .filter(({ text }) => text !== '');
  const text = parts.map((part) => part.text).join('');
  if (text.length <= length) return parts;
  const before = parts[0]?.isHit === false ? parts[0].text.length : 0;
  const start = cutBetweenWords(
    text,
    Math.min(Math.max(0, before - Math.floor(length / 4)), text.length - length),
  );
  const end = cutBetweenWords(text, start + length);
  return cutParts(parts, start, end, text.length);
}

/** The nearest place before `at` where a word begins, at most 40 characters back: some texts have no blanks. */
function cutBetweenWords(text: string, at: number): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(at, 0), text.length);
  const blank = text.lastIndexOf(' ', at);
  if (blank >= at - 40) return blank + 1;
  const isInsidePair = /[\udc00-\udfff]/.test(text[at]!);
  return isInsidePair ? at - 1 : at;
}

function cutParts(parts: readonly ExcerptPart[], start: number, end: number, length: number): ExcerptPart[] {
  const cut: ExcerptPart[] = start > 0 ? [{ text: '… ', isHit: false }] : [];
  let at = 0;
  for (const { text, isHit } of parts) {
    const own = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += text.length;
    if (own !== '') cut.push({ text: own, isHit });
  }
  if (end < length) cut.push({ text: '…', isHit: false });
  return cut;
}
