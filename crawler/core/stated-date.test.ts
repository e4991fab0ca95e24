import { describe, expect, it } from 'vitest';
import { findDate, findStatedDate } from './stated-date.ts';

describe('findStatedDate', () => {
  it.each([
    ['Effective May 25, 2018', 'effective', '2018-05-25', 'Effective May 25, 2018'],
    ['Last updated: 3rd of May 2001', 'updated', '2001-05-03', 'Last updated: 3rd of May 2001'],
    ['This policy was last revised on 2009-12-26.', 'updated', '2009-12-26', 'last revised on 2009-12-26'],
    ['Entrée en vigueur le 1er juin 2022', 'effective', '2022-06-01', 'Entrée en vigueur le 1er juin 2022'],
    ['Stand: 14. März 2019', 'updated', '2019-03-14', 'Stand: 14. März 2019'],
    [
      'Última actualización: 5 de enero de 2020',
      'updated',
      '2020-01-05',
      'Última actualización: 5 de enero de 2020',
    ],
    ['Updated 31/05/2025', 'updated', '2025-05-31', 'Updated 31/05/2025'],
    ['Updated 01/08/2024', 'updated', null, 'Updated 01/08/2024'],
    ['Last updated March 2004', 'updated', null, 'Last updated March 2004'],
    ['December 26, 2009', 'posted', '2009-12-26', 'December 26, 2009'],
  ])('reads %s', (line, kind, date, words) => {
    expect(findStatedDate(['Privacy Policy', line, 'We keep nothing.'])).toEqual({ kind, date, words });
  });

  it.each([
    'We were founded on 3 May 2001 by two friends of letters.',
    'The Data Protection Act of 1998 applies.',
    'Updated 45/13/2024',
    'Call 555 20 2004.',
    'We understand that since 3 May 2001 people write fewer letters.',
    'Nous reflétons ce changement de nom le 4 janvier 2022.',
  ])('finds none in: %s', (line) => {
    expect(findStatedDate([line])?.date ?? null).toBeNull();
  });

  it('prefers what is named to a bare date, and the beginning to the end', () => {
    expect(findStatedDate(['26 December 2009', 'Text.', 'Last updated 3 May 2001'])?.date).toBe('2001-05-03');
  });

  it('works in bounded time', () => {
    expect(findDate('1 '.repeat(20_000))).toBeNull();
  });
});
