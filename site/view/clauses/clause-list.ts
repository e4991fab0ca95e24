import { type LineageSummary, listTerms, plainText } from '../../../crawler/core/index.ts';
import { clauseAddress } from '../addresses.ts';
import { shortDay } from '../dates.ts';
import { plainLabel } from '../html.ts';
import type { PolicyName } from '../model.ts';
import type { TimeAxis } from '../time-axis.ts';
import type { ClauseIndex } from './clause-index.ts';
import { drawLane, type Lane } from './clause-runs.ts';

/** A clause by its own words, in brackets where they are no heading of its own, and the heading it stands under. */
export function nameClause(
  index: ClauseIndex,
  { lineage, label }: LineageSummary,
): { label: string; begin: string } {
  const occurrence = index.occurrences.get(lineage)!.at(-1)!;
  const clause = index.versions[occurrence.at]!.clauses[occurrence.position]!;
  const isHeading = clause.kind === 'heading';
  return {
    label: isHeading ? plainLabel(label) : `[${plainLabel(label)}]`,
    begin: isHeading || clause.labelIsOurs ? '' : `under ${plainLabel(clause.label)}`,
  };
}

export interface ClauseRow {
  readonly address: string;
  /** The heading it stands under, the outermost that tells clauses apart; '' where it stands under none. */
  readonly section: string;
  readonly label: string;
  readonly begin: string;
  readonly lane: Lane;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly versions: number;
  readonly changes: number;
  readonly isPresent: boolean;
}

/** Fewer words than this are no clause a reader looks for: a country, a number of a room. */
const LEAST_WORDS = 4;

type ListedOccurrence = { readonly at: number; readonly position: number };

const clauseAt = (index: ClauseIndex, { at, position }: ListedOccurrence) =>
  index.versions[at]!.clauses[position]!;

/** Whether a clause ever had so many words. */
const hasWords = (index: ClauseIndex, occurrences: readonly ListedOccurrence[]): boolean =>
  occurrences.some((one) => listTerms(plainText(clauseAt(index, one).text)).length >= LEAST_WORDS);

/** Share of a version's clauses under one heading, from which it is the document's title. */
const TITLE_SHARE = 0.8;

/** The heading that stands over nearly all of a version; null where none does. */
function findTitle(clauses: readonly { readonly headingPath: readonly string[] }[]): string | null {
  const counts = new Map<string, number>();
  for (const { headingPath } of clauses) {
    const first = headingPath[0];
    if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const title = [...counts].find(([, count]) => count >= clauses.length * TITLE_SHARE);
  return title?.[0] ?? null;
}

/** Finds the section of a clause where it was seen last: its outermost heading below the document's title. */
function prepareSections(index: ClauseIndex): (occurrence: ListedOccurrence) => string {
  const titles = new Map<number, string | null>();
  return (occurrence) => {
    const { at } = occurrence;
    if (!titles.has(at)) titles.set(at, findTitle(index.versions[at]!.clauses));
    const [first, second] = clauseAt(index, occurrence).headingPath;
    return plainLabel(plainText((first === titles.get(at) ? second : first) ?? ''));
  };
}

export interface ClauseList {
  readonly rows: readonly ClauseRow[];
  /** Pieces of a few words, which are not among the rows. */
  readonly shortCount: number;
}

/** All clauses that ever stood in the policy, in order of birth; headings and pieces of a few words are left out. */
export function listClauses(name: PolicyName, index: ClauseIndex, axis: TimeAxis): ClauseList {
  const all = [...index.lineages.values()]
    .filter((lineage) => !lineage.isHeading)
    .map((lineage) => ({ lineage, occurrences: index.occurrences.get(lineage.lineage)! }));
  const shown = all.filter(({ occurrences }) => hasWords(index, occurrences));
  const sectionOf = prepareSections(index);
  const rows = shown.map(({ lineage, occurrences }): ClauseRow => {
    return {
      address: clauseAddress(name.domain, name.policy, lineage.slug),
      section: sectionOf(occurrences.at(-1)!),
      ...nameClause(index, lineage),
      lane: drawLane(index, lineage.lineage, axis),
      firstSeen: shortDay(index.versions[occurrences[0]!.at]!.firstSeen),
      lastSeen: shortDay(index.versions[occurrences.at(-1)!.at]!.lastSeen),
      versions: lineage.versionCount,
      changes: lineage.changeCount,
      isPresent: lineage.presentInLatest,
    };
  });
  return { rows, shortCount: all.length - shown.length };
}

/** Rows by section, in the order in which sections were first seen. */
export function groupBySection(
  rows: readonly ClauseRow[],
): { readonly section: string; readonly rows: readonly ClauseRow[] }[] {
  const groups = new Map<string, ClauseRow[]>();
  for (const row of rows) {
    const known = groups.get(row.section);
    if (known) known.push(row);
    else groups.set(row.section, [row]);
  }
  return [...groups].map(([section, own]) => ({ section, rows: own }));
}
