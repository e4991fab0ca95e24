import { describe, expect, it } from 'vitest';
import { isIncomplete, type SeenText } from './incomplete-captures.ts';

const clause = (subject: string) =>
  `the ferry company keeps a list of every ${subject} for two years and shows it to nobody who does not need it for the crossing`;
const SUBJECTS = 'name seat ticket car dog parcel letter photograph complaint refund voucher meal'.split(' ');
const CLAUSES = SUBJECTS.map(clause);
const FOOT = 'about us timetable jobs 2024 puffin ferries';

const seen = (
  clauses: readonly string[],
  first: string,
  last = first,
  foot: string | null = FOOT,
): SeenText => ({
  clauses,
  first,
  last,
  foot,
});

const before = seen(CLAUSES, '20240301000000', '20240310000000');
const part = CLAUSES.slice(0, 7);

describe('isIncomplete', () => {
  it('takes a part that was whole again twelve hours later for a page still loading', () => {
    const after = seen(CLAUSES, '20240310120000');
    expect(isIncomplete(before, seen(part, '20240310060000'), after)).toBe(true);
    expect(isIncomplete(before, seen(CLAUSES.toSpliced(3, 5), '20240310060000'), after)).toBe(true);
  });

  it('takes a part without the foot of its page for a capture cut short, whenever it was whole again', () => {
    const after = seen(CLAUSES, '20240901000000');
    expect(isIncomplete(before, seen(part, '20240601000000', '20240601000000', null), after)).toBe(true);
  });

  it('believes a removal that stood on a whole page for months and was taken back', () => {
    const after = seen(CLAUSES, '20240901000000');
    expect(isIncomplete(before, seen(part, '20240401000000', '20240801000000'), after)).toBe(false);
  });

  it('believes a text that says something new', () => {
    const after = seen(CLAUSES, '20240310120000');
    const other = [...part.slice(0, 5), clause('passport'), clause('fingerprint')];
    expect(isIncomplete(before, seen(other, '20240310060000'), after)).toBe(false);
  });

  it('believes a removal after which the text went on otherwise', () => {
    const after = seen([...part, clause('passport'), clause('visa')], '20240310120000');
    expect(isIncomplete(before, seen(part, '20240310060000'), after)).toBe(false);
  });

  it('leaves small removals alone', () => {
    const after = seen(CLAUSES, '20240310120000');
    expect(isIncomplete(before, seen(CLAUSES.slice(1), '20240310060000'), after)).toBe(false);
  });
});
