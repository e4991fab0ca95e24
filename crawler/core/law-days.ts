/**
 * Days of laws that charts and the dataset name: facts with their source, no claim that anything followed from them. To add
 * one, put a line in its place by date, and make the view `v_events` anew with it; letters under an axis follow the order.
 */
export interface LawDay {
  /** Stands in addresses. */
  readonly name: string;
  /** ISO day. */
  readonly day: string;
  /** What happened on the day. */
  readonly label: string;
  /** Address of the law's own text that names this day. */
  readonly source: string;
}

const californianCode = (code: string, section: string) =>
  `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=${code}&sectionNum=${section}`;

export const LAW_DAYS: readonly LawDay[] = [
  {
    name: 'data-protection-directive',
    day: '1998-10-24',
    label: 'EU Data Protection Directive: to be in national law',
    source: 'https://eur-lex.europa.eu/eli/dir/1995/46/oj',
  },
  {
    name: 'coppa',
    day: '2000-04-21',
    label: 'United States, children’s online privacy rule (COPPA) takes effect',
    source: 'https://www.ecfr.gov/current/title-16/chapter-I/subchapter-C/part-312',
  },
  {
    name: 'caloppa',
    day: '2004-07-01',
    label: 'California Online Privacy Protection Act (CalOPPA) becomes operative',
    source: californianCode('BPC', '22579'),
  },
  {
    name: 'cookie-directive',
    day: '2011-05-25',
    label: 'EU directive on consent to cookies (2009/136/EC): to be in national law',
    source: 'https://eur-lex.europa.eu/eli/dir/2009/136/oj',
  },
  {
    name: 'coppa-amended',
    day: '2013-07-01',
    label: 'United States, amended children’s online privacy rule takes effect',
    source: 'https://www.federalregister.gov/citation/78-FR-3972',
  },
  {
    name: 'gdpr',
    day: '2018-05-25',
    label: 'EU General Data Protection Regulation (GDPR) applies',
    source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  },
  {
    name: 'ccpa',
    day: '2020-01-01',
    label: 'California Consumer Privacy Act (CCPA) becomes operative',
    source: californianCode('CIV', '1798.198'),
  },
  {
    name: 'lgpd',
    day: '2020-09-18',
    label: 'Brazil, General Data Protection Law (LGPD) in force',
    source: 'https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm',
  },
  {
    name: 'cpra',
    day: '2023-01-01',
    label: 'California Privacy Rights Act (CPRA) becomes operative',
    source: californianCode('CIV', '1798.100'),
  },
];
