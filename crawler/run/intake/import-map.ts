import { readFileSync } from 'node:fs';
import { splitCsv } from '../../core/index.ts';
import { UserError } from '../../errors.ts';
import { parseDomain } from '../domain.ts';
import { withoutEndSlashes } from './archived-address.ts';

/** Whose document lies in a folder, or stood at an address. */
export interface MapEntry {
  /** Names of folders or of a file, with slashes, anywhere in a path; or the beginning of an address. */
  readonly match: string;
  readonly domain: string;
  /** Null: as the document, or where it lies, says. */
  readonly policy: string | null;
}

const COLUMNS = ['match', 'domain', 'policy'] as const;

/** Part of a policy's addresses. */
const POLICY = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** @throws UserError for what cannot be part of an address */
export function parsePolicy(text: string, option: string): string {
  if (POLICY.test(text)) return text;
  throw new UserError(
    `${option} ${text} is no short name`,
    `Use small letters, digits and hyphens: ${option} privacy, ${option} cookies.`,
  );
}

/**
 * Reads a map: a CSV file with the columns match, domain and policy (which may be empty or left out).
 * @throws UserError naming the line
 */
export function readImportMap(file: string): MapEntry[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(`the map ${file} cannot be read: ${(error as Error).message}`, 'Check the name.');
  }
  const { lines, brokenAt } = splitCsv(text.replace(/^\ufeff/, ''));
  const [head, ...rest] = lines;
  const names = head?.cells.map((cell) => cell.trim()).join(',') ?? '';
  if (brokenAt !== null || (names !== COLUMNS.join(',') && names !== 'match,domain')) {
    throw new UserError(
      brokenAt === null
        ? `the map ${file} begins with "${names}"`
        : `line ${brokenAt} of the map ${file} is no CSV`,
      `Let its first line be: ${COLUMNS.join(',')}; then a line such as: "Lantern Post/Privacy Policy",lantern.example,privacy`,
    );
  }
  return rest.map(({ cells, number }) => {
    const [match = '', domain = '', policy = ''] = cells.map((cell) => cell.trim());
    if (match === '' || domain === '') {
      throw new UserError(
        `line ${number} of the map ${file} names no ${match === '' ? 'match' : 'domain'}`,
        'Give a folder, a file or an address, and the domain that it belongs to.',
      );
    }
    const name = policy === '' ? null : parsePolicy(policy, `line ${number} of the map ${file}:`);
    return {
      match: withoutEndSlashes(match.replace(/^\.?\/{1,9}/, '')),
      domain: parseDomain(domain),
      policy: name,
    };
  });
}

/** The entry that fits a document closest: the longest one. */
export function findMapEntry(
  map: readonly MapEntry[],
  path: readonly string[],
  url: string | null,
): MapEntry | null {
  const whole = `/${path.join('/')}/`;
  const fits = map.filter(({ match }) =>
    /^https?:\/\//i.test(match) ? url !== null && isBelow(url, match) : whole.includes(`/${match}/`),
  );
  return fits.reduce<MapEntry | null>(
    (best, entry) => (best === null || entry.match.length > best.match.length ? entry : best),
    null,
  );
}

/** Scheme and `www.` do not tell addresses apart. */
function isBelow(url: string, start: string): boolean {
  const bare = (address: string) => withoutEndSlashes(address.replace(/^https?:\/\/(?:www\.)?/i, ''));
  const [address, prefix] = [bare(url), bare(start)];
  return address === prefix || (address.startsWith(prefix) && /[/?#]/.test(address[prefix.length]!));
}
