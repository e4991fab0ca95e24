import { expect, test } from 'vitest';
import { maskDates } from './dates.ts';

test.each([
  ['Effective May 25, 2018.', 'Effective June 1, 2019.'],
  ['Effective 25 May 2018.', 'Effective 1st of June 2019.'],
  ['Updated 2018-05-25', 'Updated 2019-06-01'],
  ['Updated 05/25/18', 'Updated 6/1/2019'],
  ['Copyright 2002', 'Copyright 2003'],
  ['as of May 25', 'as of Dec. 3'],
  ['Stand: 25. Mai 2018', 'Stand: 1. Juni 2019'],
  ['Le 1er août 2003', 'Le 12 février 2004'],
  ['Uppdaterad 3 maj 2020', 'Uppdaterad 12 juni 2021'],
  ['Obowiązuje od 25 maja 2018 r.', 'Obowiązuje od 1 stycznia 2020 r.'],
  ['Дата: 25 мая 2018 г.', 'Дата: 1 июня 2019 г.'],
  ['更新日期：2024年4月1日', '更新日期：2025年12月10日'],
  ['最終改定：令和6年4月1日', '最終改定：2025年1月1日'],
  ['시행일자: 2024년 4월 1일', '시행일자: 2025. 5. 1'],
  ['آخر تحديث: ٢٥ مايو ٢٠١٨', 'آخر تحديث: 3 نيسان 2021'],
  ['ปรับปรุงล่าสุด 25 พฤษภาคม 2561', 'ปรับปรุงล่าสุด 1 มิ.ย. 2565'],
  ['Last updated October 2023', 'Last updated May 3, 2024'],
  ['per 1. juni', 'per 12. marts'],
])('%s and %s differ in the date alone', (left, right) => {
  expect(maskDates(left)).toBe(maskDates(right));
});

test.each([
  ['children under 16', 'children under 18'],
  ['kept for 30 days', 'kept for 90 days'],
  ['you may 2 times', 'you may 3 times'],
  ['version 2.5', 'version 2.6'],
  ['we march on', 'we may on'],
])('%s and %s differ in more', (left, right) => {
  expect(maskDates(left)).not.toBe(maskDates(right));
});
