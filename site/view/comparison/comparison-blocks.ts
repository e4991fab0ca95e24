import {
  type Change,
  type Comparison,
  type Match,
  type PlacedClause,
  plainText,
  type Span,
} from '../../../crawler/core/index.ts';

/** A clause of one side; `history` ends the address of its history, where it has one. */
export type SideClause = PlacedClause & {
  readonly history?: string | null;
  readonly topics?: readonly { readonly topic: string }[];
};

/** The two texts compared. */
export interface Sides {
  readonly left: readonly SideClause[];
  readonly right: readonly SideClause[];
}

/** Something the page shows in one piece, in reading order of the right side. */
export type ComparisonBlock =
  /** A change a reader sees, numbered from 1. */
  | {
      readonly type: 'change';
      readonly number: number;
      readonly change: Change;
      readonly left: readonly SideClause[];
      readonly right: readonly SideClause[];
      /** For a moved clause: the label of the clause it used to follow; '' at the beginning. */
      readonly movedFrom: string | null;
    }
  /** Where a moved clause used to stand. */
  | { readonly type: 'departure'; readonly number: number; readonly label: string }
  /** Clauses that read the same on both sides; some may have quiet changes, by index of `clauses`. */
  | {
      readonly type: 'kept';
      readonly clauses: readonly PlacedClause[];
      readonly quiet: ReadonlyMap<number, Change>;
    };

const keyOf = ({ left, right }: Pick<Match, 'left' | 'right'>) => `${left.join()}|${right.join()}`;

/** True for a change that marks nothing in the text: it is counted and noted, not shown. */
export const isUnmarked = (change: Change): boolean => change.kind === 'unchanged' && !change.moved;

/** Label of the clause a moved one used to follow: what stands under a heading is named by it. */
function formerNeighbour(left: readonly PlacedClause[], at: number): string {
  return at === 0 ? '' : left[at - 1]!.label;
}

/** Numbers of the visible changes, as the page of the comparison shows them, by clause positions. */
export interface ChangeNumbers {
  readonly left: ReadonlyMap<number, NumberedChange>;
  readonly right: ReadonlyMap<number, NumberedChange>;
}

export interface NumberedChange {
  readonly number: number;
  readonly change: Change;
}

/** The visible changes in the order of the page, each paired with its match. */
function listVisible(comparison: Comparison): Map<Match, NumberedChange> {
  const changes = new Map(comparison.changes.map((change) => [keyOf(change), change]));
  const visible = new Map<Match, NumberedChange>();
  for (const match of comparison.matches) {
    const change = changes.get(keyOf(match));
    if (change && !isUnmarked(change)) visible.set(match, { number: visible.size + 1, change });
  }
  return visible;
}

export function numberChanges(comparison: Comparison): ChangeNumbers {
  const left = new Map<number, NumberedChange>();
  const right = new Map<number, NumberedChange>();
  for (const [match, numbered] of listVisible(comparison)) {
    for (const i of match.left) left.set(i, numbered);
    for (const j of match.right) right.set(j, numbered);
  }
  return { left, right };
}

/** The comparison as the page shows it. */
export function listBlocks(comparison: Comparison, { left, right }: Sides): ComparisonBlock[] {
  const visible = listVisible(comparison);
  const unmarked = new Map(comparison.changes.filter(isUnmarked).map((change) => [keyOf(change), change]));
  const departures = listDepartures([...visible.values()], comparison.matches);
  const blocks: ComparisonBlock[] = [];
  let kept: PlacedClause[] = [];
  let quiet = new Map<number, Change>();
  const flush = () => {
    if (kept.length > 0) blocks.push({ type: 'kept', clauses: kept, quiet });
    kept = [];
    quiet = new Map();
  };
  const depart = (at: number) => {
    for (const { number, change } of departures.get(at) ?? []) {
      flush();
      blocks.push({ type: 'departure', number, label: left[change.left[0]!]!.label });
    }
  };
  depart(-1);
  for (const match of comparison.matches) {
    const shown = visible.get(match);
    if (shown) {
      flush();
      blocks.push({
        type: 'change',
        ...shown,
        left: match.left.map((i) => left[i]!),
        right: match.right.map((j) => right[j]!),
        movedFrom: shown.change.moved ? formerNeighbour(left, match.left[0]!) : null,
      });
    } else {
      const change = unmarked.get(keyOf(match));
      if (change) quiet.set(kept.length, change);
      kept.push(...match.right.map((j) => right[j]!));
    }
    if (!match.moved) for (const i of match.left) depart(i);
  }
  flush();
  return blocks;
}

/** Moved changes by the left clause after which their departure is noted: the nearest one before that stayed; else -1. */
function listDepartures(
  visible: readonly NumberedChange[],
  matches: readonly Match[],
): Map<number, NumberedChange[]> {
  const staying = new Set(matches.flatMap((match) => (match.moved ? [] : match.left)));
  const departures = new Map<number, NumberedChange[]>();
  for (const numbered of visible) {
    if (!numbered.change.moved) continue;
    let at = numbered.change.left[0]! - 1;
    while (at >= 0 && !staying.has(at)) at--;
    departures.set(at, [...(departures.get(at) ?? []), numbered]);
  }
  return departures;
}

/** Share of a text's letters from which marks would be confetti: the old text is then shown whole before the new one. */
const MOSTLY_CHANGED = 0.6;

/** True where so much of a clause differs that its marks would hinder reading. */
export function isMostlyChanged(spans: readonly Span[]): boolean {
  let kept = 0;
  let changed = 0;
  for (const [kind, text] of spans) {
    if (kind === 'kept') kept += 2 * text.length;
    else changed += text.length;
  }
  return changed > MOSTLY_CHANGED * (kept + changed);
}

/** One side's spans cut where its clauses end, one list per clause; the blanks that joined the clauses are dropped. */
export function cutSpans(
  spans: readonly Span[],
  clauses: readonly PlacedClause[],
  side: 'left' | 'right',
): Span[][] {
  const other = side === 'left' ? 'added' : 'removed';
  const ends: number[] = [];
  let length = -1;
  for (const clause of clauses) {
    length += plainText(clause.text).length + 1;
    ends.push(length);
  }
  const pieces: Span[][] = clauses.map(() => []);
  let at = 0;
  let piece = 0;
  for (const [kind, text] of spans) {
    if (kind === other) {
      pieces[Math.min(piece, pieces.length - 1)]!.push([kind, text]);
      continue;
    }
    let from = 0;
    while (from < text.length && piece < pieces.length) {
      const take = Math.min(text.length - from, ends[piece]! - at);
      if (take > 0) pieces[piece]!.push([kind, text.slice(from, from + take)]);
      from += Math.max(take, 0);
      at += Math.max(take, 0);
      if (at >= ends[piece]! && from < text.length) {
        piece++;
        from++;
        at++;
      }
    }
  }
  return pieces;
}

export interface CountEntry {
  readonly words: string;
  /** Number of the first change so counted; the count links to it. */
  readonly first: number;
}

/** The counts of the summary, each with the first change it counts: they equal what the page shows. */
export function listCounts(blocks: readonly ComparisonBlock[]): CountEntry[] {
  const rows: [string, (change: Change) => boolean][] = [
    ['edited', (change) => change.kind === 'edited'],
    ['added', (change) => change.kind === 'added'],
    ['no longer present', (change) => change.kind === 'removed'],
    ['split', (change) => change.kind === 'split'],
    ['merged', (change) => change.kind === 'merged'],
    ['moved', (change) => change.moved],
  ];
  const entries: CountEntry[] = [];
  for (const [words, belongs] of rows) {
    const own = blocks.filter((block) => block.type === 'change' && belongs(block.change));
    const first = own[0];
    if (first?.type !== 'change') continue;
    const noun = entries.length > 0 ? '' : own.length === 1 ? ' clause' : ' clauses';
    entries.push({ words: `${own.length}${noun} ${words}`, first: first.number });
  }
  return entries;
}

/** Quiet changes by kind in words: `2 link targets, 1 in typography`; '' where there are none. */
export function quietWords(comparison: Pick<Comparison, 'changes'>): string {
  const quiet = comparison.changes.filter(isUnmarked);
  const links = quiet.filter((change) => change.significance === 'links').length;
  const rest = quiet.length - links;
  return [links > 0 ? `${links} with other link targets` : '', rest > 0 ? `${rest} in typography only` : '']
    .filter(Boolean)
    .join(', ');
}
