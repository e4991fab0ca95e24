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
    ['Last updated March 2004', 'updated', '2004-03', 'Last updated March 2004'],
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

  it.each([
    ['Updated 01/08/2024', 'fr', '2024-08-01'],
    ['Stand: 04.05.18', 'de', '2018-05-04'],
    ['Version: 11.05.2021', 'en', '2021-05-11'],
    ['Last updated 12.15.02', 'en', null],
    ['Updated 2024/08/01', 'en', '2024-08-01'],
    ['Zaktualizowano 20 listopada 2019', 'pl', '2019-11-20'],
    ['Ažurirano 20. listopada 2019', 'hr', '2019-10-20'],
    ['Updated 20 listopada 2019', 'en', null],
    ['V1.1 February 2008, revised', 'en', '2008-02'],
  ])('decides figures by language: %s (%s)', (line, language, date) => {
    expect(findStatedDate([line], language)).toMatchObject({ date });
  });

  it("decides figures by the text's other dates, unless those differ", () => {
    const stated = 'Updated 01/08/2024';
    expect(findStatedDate([stated, 'Laws as of 13/12/2022 count.'])?.date).toBe('2024-08-01');
    expect(findStatedDate([stated, 'Laws as of 12/13/2022 count.'])?.date).toBe('2024-01-08');
    expect(findStatedDate([stated, 'As of 12/13/2022 and 13/12/2022.'])?.date).toBeNull();
  });

  it('finds a line of nothing else anywhere, and a sentence about the text', () => {
    const text = Array.from({ length: 60 }, (_, at) => `Lens ${at} is kept.`);
    const put = (line: string) => [...text.slice(0, 30), line, ...text.slice(30)];
    expect(findStatedDate(put('Effective date: May 3, 2021'))?.date).toBe('2021-05-03');
    expect(findStatedDate(put('This privacy policy was last updated on May 3, 2021.'))?.date).toBe(
      '2021-05-03',
    );
    expect(findStatedDate(put('Lenses that were polished and updated on May 3, 2021 are kept.'))).toBeNull();
  });

  it('takes the date of this text, not of the one before or of a law', () => {
    const lines = [
      'This policy applies from May 4, 2021. The previous version, effective March 1, 2020, applies until then.',
      'The Lens Act took effect on June 1, 2019.',
    ];
    expect(findStatedDate(lines)?.date).toBe('2021-05-04');
    expect(findStatedDate(lines.slice(1))).toBeNull();
    expect(findStatedDate(['Previous version (effective March 1, 2020)'])).toBeNull();
    expect(findStatedDate(['May 20, 2014: Updated the list of vendors.'])).toBeNull();
  });

  it('names the kind by the words nearest the date, and quotes whole words', () => {
    expect(findStatedDate(['Version Effective Date: May 3, 2021'])).toMatchObject({ kind: 'effective' });
    expect(findStatedDate(['UpdatedMarch 14, 2023'])?.words).toBe('UpdatedMarch 14, 2023');
    expect(findStatedDate(['Effective October 8, 2025Previous Version'])?.words).toBe(
      'Effective October 8, 2025',
    );
    expect(findStatedDate(['协议发布及生效日期：2024 年 1 月 5 日起'])).toEqual({
      kind: 'effective',
      date: '2024-01-05',
      words: '协议发布及生效日期：2024 年 1 月 5 日',
    });
    expect(findStatedDate(['Legutóbb módosítva: 2018. május 25-én'])?.words).toContain('25-én');
  });

  it('takes no part of a number, an address or a release for a date', () => {
    for (const line of [
      'Updated lens-2.10.12.2018',
      'Updated http://lens.example/2018/05/25/x',
      'Updated v1.2.2018',
    ])
      expect(findStatedDate([line])).toBeNull();
  });

  it('works in bounded time', () => {
    expect(findDate('1 '.repeat(20_000))).toBeNull();
    expect(findDate('1.'.repeat(20_000))).toBeNull();
    expect(
      findStatedDate(['updated '.repeat(20_000), 'May '.repeat(20_000), '年'.repeat(20_000)]),
    ).toBeNull();
  });
});
