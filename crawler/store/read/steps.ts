import type { Change, Comparison, StatedDate } from '../../core/index.ts';
import type { Store } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';

/** One side of a stored comparison. */
export interface StepSide {
  readonly textId: number;
  readonly statedDate: StatedDate | null;
}

/** A stored comparison of two successive versions. */
export interface PolicyStep {
  readonly comparisonId: number;
  readonly left: StepSide;
  readonly right: StepSide;
  readonly comparison: Comparison;
}

interface StepRow {
  readonly id: number;
  readonly leftText: number;
  readonly rightText: number;
  readonly leftDate: string | null;
  readonly rightDate: string | null;
  readonly matches: string;
  readonly counts: string;
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  readonly carriedShare: number;
  readonly significance: Comparison['significance'];
  readonly sizeClass: Comparison['sizeClass'];
  readonly approximate: number;
}

/** The changes of a comparison, in their order. */
export function readChanges(store: Store, comparisonId: number): Change[] {
  const rows = prepareOnce(
    store,
    `select kind, moved, left_positions as left, right_positions as right, words_added as wordsAdded,
       words_removed as wordsRemoved, significance, size_class as sizeClass, spans
     from changes where comparison_id = ? order by position`,
  ).all(comparisonId) as (Omit<Change, 'moved' | 'left' | 'right' | 'spans'> &
    Record<'left' | 'right' | 'spans', string> & { moved: number })[];
  return rows.map((row) => ({
    ...row,
    moved: row.moved === 1,
    left: JSON.parse(row.left),
    right: JSON.parse(row.right),
    spans: JSON.parse(row.spans),
  }));
}

const sideOf = (textId: number, statedDate: string | null): StepSide => ({
  textId,
  statedDate: statedDate === null ? null : JSON.parse(statedDate),
});

/** All comparisons of a policy's successive versions with their changes, in time order. */
export function listPolicySteps(store: Store, policyId: number): PolicyStep[] {
  const rows = prepareOnce(
    store,
    `select o.id, lv.text_id as leftText, rv.text_id as rightText, ln.stated_date as leftDate,
       rn.stated_date as rightDate, o.matches, o.counts, o.words_added as wordsAdded, o.words_removed as wordsRemoved,
       o.carried_share as carriedShare, o.significance, o.size_class as sizeClass, o.approximate
     from comparisons o
     join versions lv on lv.id = o.left_version_id
     join versions rv on rv.id = o.right_version_id
     left join normalizations ln on ln.capture_id = lv.capture_id
     left join normalizations rn on rn.capture_id = rv.capture_id
     where rv.policy_id = ? order by rv.version`,
  ).all(policyId) as StepRow[];
  return rows.map(
    ({ id, leftText, rightText, leftDate, rightDate, matches, counts, approximate, ...row }) => ({
      comparisonId: id,
      left: sideOf(leftText, leftDate),
      right: sideOf(rightText, rightDate),
      comparison: {
        ...row,
        changes: readChanges(store, id),
        matches: JSON.parse(matches),
        counts: JSON.parse(counts),
        approximate: approximate === 1,
      },
    }),
  );
}
