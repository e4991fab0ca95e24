import { plainText } from '../../../crawler/core/index.ts';
import { escapeHtml, plainLabel } from '../html.ts';
import type { ComparisonBlock, SideClause } from './comparison-blocks.ts';

/** A section of the text in which something changed, as the map beside a long change lists it. */
export interface MapSection {
  readonly title: string;
  /** True where the title is made of the first words of a clause: the text has no heading there. */
  readonly isOurs: boolean;
  readonly depth: 0 | 1 | 2;
  /** Number of its first change. */
  readonly first: number;
  readonly edited: number;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
}

/** A shorter comparison is looked over without a map. */
const LEAST_CHANGES = 8;
/** A section of more changes is divided by the headings in it, or, where it has none, into stretches of so many. */
const MOST_CHANGES = 14;

type ChangeBlock = ComparisonBlock & { type: 'change' };

/** A change with where it stands: the headings above it, its own if it is one. */
interface PlacedChange {
  readonly block: ChangeBlock;
  readonly path: readonly string[];
}

function place(block: ChangeBlock): PlacedChange {
  const clause = (block.right[0] ?? block.left[0]) as SideClause;
  const path = clause.kind === 'heading' ? [...clause.headingPath, clause.label] : clause.headingPath;
  return { block, path };
}

/** Headings that all changes stand under say nothing about any of them. */
function countShared(all: readonly PlacedChange[]): number {
  const [first] = all;
  if (!first) return 0;
  let shared = 0;
  while (
    shared < first.path.length &&
    all.every(({ path }) => path.length > shared + 1 && path[shared] === first.path[shared])
  )
    shared++;
  return shared;
}

function countKinds(
  own: readonly PlacedChange[],
): Pick<MapSection, 'edited' | 'added' | 'removed' | 'moved'> {
  const count = (kinds: readonly string[]) =>
    own.filter(({ block }) => kinds.includes(block.change.kind)).length;
  return {
    edited: count(['edited', 'split', 'merged']),
    added: count(['added']),
    removed: count(['removed']),
    moved: own.filter(({ block }) => block.change.moved && block.change.kind === 'unchanged').length,
  };
}

type Depth = MapSection['depth'];

function toSection(own: readonly PlacedChange[], title: string | undefined, depth: Depth): MapSection {
  const { block } = own[0]!;
  const clause = (block.right[0] ?? block.left[0])!;
  return {
    title: plainLabel(title ?? clause.label),
    isOurs: title === undefined && clause.labelIsOurs,
    depth,
    first: block.number,
    ...countKinds(own),
  };
}

const LONGEST_WORDS = 44;

/** The first words of a clause, for a landmark where there is no heading. */
function firstWords({ block }: PlacedChange): string {
  const text = plainText((block.right[0] ?? block.left[0])!.text);
  if (text.length <= LONGEST_WORDS) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST_WORDS) + 1 || LONGEST_WORDS).trimEnd()}…`;
}

/** Landmarks in a section with too many changes to be one: its own headings, or stretches of so many changes. */
function divide(own: readonly PlacedChange[], level: number, depth: Depth): MapSection[] {
  if (own.length <= MOST_CHANGES) return [];
  const parts = [...Map.groupBy(own, ({ path }) => path[level]).entries()];
  if (parts.length > 1 && depth < 2) {
    const below = Math.min(2, depth + 1) as Depth;
    return parts.flatMap(([title, group]) => [
      toSection(group, title, depth),
      ...divide(group, level + 1, below).filter(({ first }) => first !== group[0]!.block.number),
    ]);
  }
  if (parts.length === 1 && parts[0]![0] !== undefined) return divide(own, level + 1, depth);
  const stretches: MapSection[] = [];
  for (let at = MOST_CHANGES; at < own.length; at += MOST_CHANGES) {
    const stretch = own.slice(at, at + MOST_CHANGES);
    stretches.push({ ...toSection(stretch, firstWords(stretch[0]!), depth), isOurs: true });
  }
  return stretches;
}

/** The sections in which something changed, in the order of their first change; [] for a comparison that needs no map. */
export function mapChanges(blocks: readonly ComparisonBlock[]): MapSection[] {
  const all = blocks.filter((block) => block.type === 'change').map(place);
  if (all.length < LEAST_CHANGES) return [];
  const depth = countShared(all);
  return [...Map.groupBy(all, ({ path }) => path[depth]).entries()].flatMap(([title, own]) => {
    const parts = divide(own, depth + 1, 1).filter(({ first }) => first !== own[0]!.block.number);
    return [toSection(own, title, 0), ...parts];
  });
}

const COUNTS = [
  ['edited', '~', 'edited'],
  ['added', '+', 'new'],
  ['removed', '−', 'no longer present'],
  ['moved', '↕', 'moved'],
] as const;

function renderCounts(section: MapSection): string {
  return COUNTS.filter(([kind]) => section[kind] > 0)
    .map(
      ([kind, sign, words]) =>
        `<span class="of-${kind}"><span aria-hidden="true">${sign}</span>${section[kind]}<span class="spoken"> ${words}</span></span>`,
    )
    .join(' ');
}

/** The map as HTML: a list of links with counts, which a script marks with where the reader is. */
export function renderMap(sections: readonly MapSection[]): string {
  if (sections.length < 2) return '';
  const items = sections.map((section) => {
    const title = escapeHtml(section.title);
    return (
      `<li class="depth-${section.depth}"><a href="#change-${section.first}">${section.isOurs ? `[${title}]` : title}</a> ` +
      `<span class="map-counts">${renderCounts(section)}</span></li>`
    );
  });
  return (
    '<nav class="change-map" aria-labelledby="_map"><div class="map-filters"></div>' +
    `<details open><summary id="_map">Changes by section</summary><ol>${items.join('')}</ol></details></nav>`
  );
}
