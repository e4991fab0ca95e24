import { plainText } from '../../../crawler/core/index.ts';
import { clauseAddress } from '../addresses.ts';
import { shortDay } from '../dates.ts';
import { plainLabel } from '../html.ts';
import type { PolicyName } from '../model.ts';
import type { TimeAxis } from '../time-axis.ts';
import type { ClauseIndex, LineageFacts } from './clause-index.ts';
import { drawLane, type Lane } from './clause-runs.ts';

/** A label long enough to tell clauses of one heading apart. */
export function nameClause(
  index: ClauseIndex,
  { lineage, label }: LineageFacts,
): { label: string; begin: string } {
  const occurrence = index.occurrences.get(lineage)![0]!;
  const clause = index.versions[occurrence.at]!.clauses[occurrence.position]!;
  const text = plainLabel(plainText(clause.text));
  const cut = text.length > 90 ? `${text.slice(0, text.lastIndexOf(' ', 90))}…` : text;
  return { label: clause.labelIsOurs ? `[${plainLabel(label)}]` : plainLabel(label), begin: cut };
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
