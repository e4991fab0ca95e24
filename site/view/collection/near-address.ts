/** What an address that has no page may have meant: the grammar of addresses, read with some patience. */

export interface MeantAddress {
  /** Lower case, without `www.`. */
  readonly domain: string;
  /** Null where the address names none; `privacy` is not assumed. */
  readonly policy: string | null;
  /** Days in the address, in order, with what is missing of them filled up from the year's start: `2002` is 2002-01-01. */
  readonly days: readonly string[];
}

const DAY = /(?:^|[^\d])((?:19|20)\d{2})(?:-?(\d{2})(?:-?(\d{2}))?)?(?=$|[^\d])/g;

function readDays(text: string): string[] {
  return [...text.matchAll(DAY)].map(([, year, month = '01', day = '01']) => `${year}-${month}-${day}`);
}

/** Reads a path below the site's base, without the base; null where it names no company. */
export function readAddress(path: string): MeantAddress | null {
  const [first = '', ...parts] = path
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  const domain = first.replace(/^www\d*\./, '');
  if (!/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/.test(domain)) return null;
  const [second] = parts;
  const policy = second !== undefined && readDays(second).length === 0 ? second : null;
  return { domain, policy, days: readDays(parts.slice(policy === null ? 0 : 1).join('/')) };
}

/** What is typed into the company box, as it is looked for: of an address the host alone, else the words. */
export function readCompanyWords(text: string): string {
  const words = text.trim().toLowerCase();
  const host = /^(?:https?:\/\/)?((?:[a-z0-9_-]+\.)+[a-z0-9-]+)(?::\d+)?(?:[/?#].*)?$/.exec(words)?.[1];
  return host?.replace(/^www\d*\./, '') ?? words;
}

/** Whether a company is meant by what was typed: its name holds it, or is the end of a longer host. */
export const meansCompany = (wanted: string, domain: string): boolean =>
  domain.includes(wanted) || wanted.endsWith(`.${domain}`);

/** Whether one of the other names of a company is meant: hosts its policies lived at, titles they bore. */
export const meansAlias = (wanted: string, aliases: readonly string[]): boolean =>
  wanted.length > 1 && aliases.some((alias) => meansCompany(wanted, alias.toLowerCase()));

/** Longest names that are compared letter by letter. */
const MAX_NAME = 80;

/** Letters to insert, delete or replace to make one word of another (Levenshtein, 1965). */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}

/** The names most like the one asked for: itself alone if it is there, else those that share its stem or differ by little. */
export function nearestNames(wanted: string, known: readonly string[], most = 3): string[] {
  if (known.includes(wanted)) return [wanted];
  const stem = wanted.slice(0, MAX_NAME).split('.')[0]!;
  const distances = known.map((name) => {
    const own = name.slice(0, MAX_NAME).split('.')[0]!;
    const isPart = stem.length > 2 && (own.includes(stem) || stem.includes(own));
    return { name, distance: isPart ? 0.5 : editDistance(stem, own) };
  });
  return distances
    .filter(({ distance }) => distance <= Math.max(1, stem.length / 3))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

export interface SpannedVersion {
  readonly slug: string;
  /** ISO days; null where the date is unknown. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** The version seen on a day, or the last one before it and the first one after; versions in time order, undated last. */
export function nearestVersions<V extends SpannedVersion>(day: string, versions: readonly V[]): V[] {
  const dated = versions.filter(({ firstDay }) => firstDay !== null);
  const seen = dated.filter(({ firstDay, lastDay }) => firstDay! <= day && lastDay! >= day);
  if (seen.length > 0) return seen;
  const before = dated.filter(({ lastDay }) => lastDay! < day).at(-1);
  const after = dated.find(({ firstDay }) => firstDay! > day);
  return [before, after].filter((one) => one !== undefined);
}
