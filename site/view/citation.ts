import { formatDate } from '../../crawler/core/index.ts';
import { publicAddress } from './addresses.ts';
import { longDay } from './dates.ts';
import { plainLabel } from './html.ts';

/** What is cited: a version, or a change between two. */
export interface CitedText {
  /** The company as named: its domain. */
  readonly company: string;
  readonly title: string;
  readonly slug: string;
  /** Our address, without origin. */
  readonly address: string;
  /** 14 digits, or null where the date is unknown. */
  readonly timestamp: string | null;
  readonly mementoUrl: string | null;
  readonly original: string;
  readonly textHash: string;
  readonly release: string;
}

/** One form of a citation, with the name a reader looks for. */
export interface Citation {
  readonly form: 'Plain' | 'BibTeX' | 'CSL-JSON' | 'RIS';
  readonly text: string;
}

/** Where the archived copy is, in words. */
function archiveWords({ timestamp, mementoUrl }: CitedText): string {
  if (timestamp === null || mementoUrl === null) return 'date unknown, from a local copy';
  const place = /^https?:\/\/web\.archive\.org\//.test(mementoUrl)
    ? 'at the Wayback Machine'
    : 'in an archive';
  return `archived ${longDay(timestamp)} ${place}, ${mementoUrl}`;
}

function citePlain(cited: CitedText): string {
  const text = `text as normalized in Palimpsest, release ${cited.release}, ${publicAddress(cited.address)}`;
  return `${cited.company}, “${cited.title}”, ${archiveWords(cited)}; ${text}, sha-256 ${cited.textHash}.`;
}

/** A value inside BibTeX braces: characters that TeX reads as commands are escaped. */
export function texValue(text: string): string {
  return text
    .replace(/[\\{}]/g, '')
    .replace(/[&%$#_]/g, '\\$&')
    .replace(/~/g, '\\textasciitilde{}')
    .replace(/\^/g, '\\textasciicircum{}');
}

function citeBibtex(cited: CitedText): string {
  const year = cited.timestamp?.slice(0, 4);
  const fields: [string, string][] = [
    ['author', `{${texValue(cited.company)}}`],
    ['title', `{${texValue(cited.title)}}`],
    ...(year ? ([['year', year]] as [string, string][]) : []),
    ...(cited.timestamp ? ([['date', formatDate(cited.timestamp)]] as [string, string][]) : []),
    ['url', cited.mementoUrl ?? publicAddress(cited.address)],
    [
      'note',
      texValue(
        `${cited.timestamp ? `Archived ${longDay(cited.timestamp)}` : 'Date unknown'}; text as normalized in ` +
          `Palimpsest, release ${cited.release}, ${publicAddress(cited.address)}, sha-256 ${cited.textHash}`,
      ),
    ],
  ];
  const key = `${cited.company}-${cited.slug}`.replace(/[^A-Za-z0-9-]+/g, '-');
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join('\n')}\n}`;
}

function dateParts(timestamp: string): { 'date-parts': number[][] } {
  return { 'date-parts': [formatDate(timestamp).split('-').map(Number)] };
}

function citeCslJson(cited: CitedText): string {
  return JSON.stringify(
    [
      {
        id: `${cited.company}-${cited.slug}`,
        type: 'webpage',
        title: cited.title,
        author: [{ literal: cited.company }],
        ...(cited.timestamp ? { issued: dateParts(cited.timestamp) } : {}),
        archive: cited.mementoUrl ? 'Internet archive capture' : undefined,
        archive_location: cited.mementoUrl ?? undefined,
        URL: cited.mementoUrl ?? publicAddress(cited.address),
        note: `Text as normalized in Palimpsest, release ${cited.release}, ${publicAddress(cited.address)}, sha-256 ${cited.textHash}; original ${cited.original}`,
      },
    ],
    null,
    2,
  );
}

function citeRis(cited: CitedText): string {
  const lines: [string, string][] = [
    ['TY', 'ELEC'],
    ['AU', cited.company],
    ['TI', cited.title],
    ...(cited.timestamp
      ? ([
          ['PY', cited.timestamp.slice(0, 4)],
          ['DA', formatDate(cited.timestamp).replaceAll('-', '/')],
        ] as [string, string][])
      : []),
    ['UR', cited.mementoUrl ?? publicAddress(cited.address)],
    ['L2', publicAddress(cited.address)],
    ['N1', `Text as normalized in Palimpsest, release ${cited.release}, sha-256 ${cited.textHash}`],
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value}`).join('\n');
}

/** The four forms of a citation; values are one line each, so that no title can add a field. */
export function citeText(cited: CitedText): Citation[] {
  const clean: CitedText = { ...cited, title: plainLabel(cited.title), original: plainLabel(cited.original) };
  return [
    { form: 'Plain', text: citePlain(clean) },
    { form: 'BibTeX', text: citeBibtex(clean) },
    { form: 'CSL-JSON', text: citeCslJson(clean) },
    { form: 'RIS', text: citeRis(clean) },
  ];
}

/** A change in plain words: both versions and the window. */
export function citeChange(
  left: CitedText,
  right: CitedText,
  address: string,
  windowInWords: string,
): string {
  const side = (cited: CitedText) => `${archiveWords(cited)} (sha-256 ${cited.textHash})`;
  return (
    `${left.company}, change of “${plainLabel(right.title)}” ${windowInWords}: from the text ${side(left)} ` +
    `to the text ${side(right)}; as compared in Palimpsest, release ${right.release}, ${publicAddress(address)}.`
  );
}

/** A clause's life in plain words. */
export function citeClause(clause: {
  readonly domain: string;
  readonly policy: string;
  readonly label: string;
  readonly summary: string;
  readonly address: string;
  readonly release: string;
}): string {
  const { domain, policy, label, summary, address, release } = clause;
  return (
    `${domain}, clause “${plainLabel(label)}” of its ${policy.toLowerCase()}. ${summary} ` +
    `As traced in Palimpsest, release ${release}, ${publicAddress(address)}.`
  );
}
