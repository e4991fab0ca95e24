import { clauseAddress } from '../addresses.ts';
import { shortDay } from '../dates.ts';
import { plainLabel } from '../html.ts';
import type { PolicyName } from '../model.ts';
import type { TimeAxis } from '../time-axis.ts';
import type { ClauseIndex, LineageFacts } from './clause-index.ts';
import { drawLane, type Lane } from './clause-runs.ts';

/** A clause by its own words, in brackets where they are no heading of its own, and the heading it stands under. */
export function nameClause(
  index: ClauseIndex,
  { lineage, label }: LineageFacts,
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
  readonly label: string;
  readonly begin: string;
  readonly lane: Lane;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly versions: number;
  readonly changes: number;
  readonly isPresent: boolean;
}

/** All clauses that ever stood in the policy, in order of birth; headings are left out. */
export function listClauses(name: PolicyName, index: ClauseIndex, axis: TimeAxis): ClauseRow[] {
  return [...index.lineages.values()]
    .filter((lineage) => !lineage.isHeading)
    .map((lineage) => {
      const occurrences = index.occurrences.get(lineage.lineage)!;
      return {
        address: clauseAddress(name.domain, name.policy, lineage.slug),
        ...nameClause(index, lineage),
        lane: drawLane(index, lineage.lineage, axis),
        firstSeen: shortDay(index.versions[occurrences[0]!.at]!.firstSeen),
        lastSeen: shortDay(index.versions[occurrences.at(-1)!.at]!.lastSeen),
        versions: lineage.versionCount,
        changes: lineage.changeCount,
        isPresent: lineage.presentInLatest,
      };
    });
}
