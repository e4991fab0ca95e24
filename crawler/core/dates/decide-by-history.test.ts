import { expect, it } from 'vitest';
import type { StatedDate } from '../model.ts';
import { decideByHistory } from './decide-by-history.ts';

const stated = (words: string, timestamp: string | null, kind: StatedDate['kind'] = 'updated') => ({
  statedDate: { kind, date: null, words },
  timestamp,
});

it('reads figures as the other versions show them', () => {
  expect(
    decideByHistory([
      stated('Updated 01/08/2024', '20240901000000'),
      stated('Updated 31/05/2023', '20230601000000'),
      stated('Updated May 3, 2022', '20220601000000'),
    ]),
  ).toEqual(['2024-08-01', null, null]);
  expect(decideByHistory([stated('Updated 01/08/2024', null), stated('Updated 05/31/2023', null)])[0]).toBe(
    '2024-01-08',
  );
});

it('takes no date after its capture for one that a text was updated on', () => {
  expect(decideByHistory([stated('Updated 01/08/2024', '20240301000000')])).toEqual(['2024-01-08']);
  expect(decideByHistory([stated('Effective 01/08/2024', '20240301000000', 'effective')])).toEqual([null]);
  expect(
    decideByHistory([
      stated('Updated 01/08/2024', '20240301000000'),
      stated('Updated 05/06/2023', '20240101000000'),
    ]),
  ).toEqual(['2024-01-08', '2023-05-06']);
});

it('decides nothing where versions contradict each other', () => {
  expect(
    decideByHistory([
      stated('Updated 31/05/2023', '20230601000000'),
      stated('Updated 05/31/2022', '20220601000000'),
      stated('Updated 05/06/2021', '20220101000000'),
    ]),
  ).toEqual([null, null, null]);
  expect(
    decideByHistory([
      stated('Updated 31/05/2023', '20230601000000'),
      stated('Updated 01/08/2024', '20240301000000'),
    ])[1],
  ).toBeNull();
});
