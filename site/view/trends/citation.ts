import { publicAddress } from '../addresses.ts';
import { type Citation, texValue } from '../citation.ts';
import { plainLabel } from '../html.ts';

/** What is cited of a chart: its sentence, its address with all parameters, its release. */
export interface CitedChart {
  readonly title: string;
  /** `chart` where it is not said. */
  readonly kind?: 'chart' | 'table';
  /** Our address, without origin. */
  readonly address: string;
  readonly release: string;
}

/** The year of a release such as `2026-03`; null for a store without one. */
const yearOf = (release: string) => /^\d{4}/.exec(release)?.[0] ?? null;

/** The four forms of a chart's citation. */
export function citeChart({ title, kind = 'chart', address, release }: CitedChart): Citation[] {
  const name = plainLabel(title);
  const url = publicAddress(address);
  const year = yearOf(release);
  const note = `${kind === 'chart' ? 'Chart' : 'Table'}, release ${release}`;
  const key = `palimpsest-${release}-${address.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;
  const bibtex: [string, string][] = [
    ['author', '{Palimpsest}'],
    ['title', `{${texValue(name)}}`],
    ...(year ? ([['year', year]] as [string, string][]) : []),
    ['url', url],
    ['note', texValue(note)],
  ];
  const csl = {
    id: key,
    type: 'webpage',
    title: name,
    author: [{ literal: 'Palimpsest' }],
    ...(year ? { issued: { 'date-parts': [[Number(year)]] } } : {}),
    URL: url,
    note,
  };
  const ris: [string, string][] = [
    ['TY', 'ELEC'],
    ['AU', 'Palimpsest'],
    ['TI', name],
    ...(year ? ([['PY', year]] as [string, string][]) : []),
    ['UR', url],
    ['N1', note],
    ['ER', ''],
  ];
  return [
    { form: 'Plain', text: `Palimpsest, ${kind} “${name}”, release ${release}, ${url}.` },
    {
      form: 'BibTeX',
      text: `@misc{${key},\n${bibtex.map(([field, value]) => `  ${field} = {${value}},`).join('\n')}\n}`,
    },
    { form: 'CSL-JSON', text: JSON.stringify([csl], null, 2) },
    { form: 'RIS', text: ris.map(([tag, value]) => `${tag}  - ${value}`).join('\n') },
  ];
}
