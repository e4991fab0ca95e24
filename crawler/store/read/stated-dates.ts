import type { StatedDate } from '../../core/index.ts';
import type { Store } from '../open.ts';

/** What the text of a capture states of its own date. */
export interface StoredStatedDate {
  readonly captureId: number;
  readonly timestamp: string | null;
  readonly statedDate: StatedDate;
  readonly flags: readonly string[];
}

/** The dates that texts of a policy state, by time. */
export function listStatedDates(store: Store, policyId: number): StoredStatedDate[] {
  const rows = store
    .prepare(
      `select n.capture_id as captureId, c.timestamp, n.stated_date as statedDate, n.flags
       from normalizations n
       join captures c on c.id = n.capture_id join addresses a on a.id = c.address_id
       where a.policy_id = ? and n.outcome = 'version' and n.stated_date is not null
       order by c.timestamp, n.capture_id`,
    )
    .all(policyId) as { captureId: number; timestamp: string | null; statedDate: string; flags: string }[];
  return rows.map((row) => ({
    ...row,
    statedDate: JSON.parse(row.statedDate) as StatedDate,
    flags: JSON.parse(row.flags) as string[],
  }));
}
