import { decideByHistory, type StatedDate } from '../core/index.ts';
import { type DecidedDate, listStatedDates, type Store } from '../store/index.ts';

const UNDECIDED = 'undecided-date';

/** A statement as the text alone has it: what an earlier history decided is open again. */
const reopen = ({ kind, date, words, byHistory }: StatedDate): StatedDate => ({
  kind,
  date: byHistory ? null : date,
  words,
});

/** The stated dates of a policy that its history as a whole decides, and those that it decided before and no longer does. */
export function decideDates(store: Store, policyId: number): DecidedDate[] {
  const stored = listStatedDates(store, policyId);
  const open = stored.map((one) => ({ ...one, statedDate: reopen(one.statedDate) }));
  const dates = decideByHistory(open);
  return open.flatMap(({ captureId, statedDate, flags }, k): DecidedDate[] => {
    const was = stored[k]!.statedDate;
    const date = statedDate.date ?? dates[k]!;
    const isDecided = statedDate.date === null && date !== null;
    if (date === was.date && isDecided === (was.byHistory ?? false)) return [];
    const others = flags.filter((flag) => flag !== UNDECIDED);
    return [
      isDecided
        ? { captureId, statedDate: { ...statedDate, date, byHistory: true }, flags: others }
        : { captureId, statedDate, flags: [...others, UNDECIDED] },
    ];
  });
}
