import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CsvLine, isTimestamp, type RemovalEntry, splitCsv } from '../../core/index.ts';
import { UserError } from '../../errors.ts';
import { listRemovals, replaceRemovals, type Store } from '../../store/index.ts';
import { parseDomain } from '../domain.ts';

/** The file beside a store that names what is removed. */
export const REMOVALS_FILE = 'removals.csv';

const COLUMNS = ['domain', 'policy', 'first', 'last', 'removed_on', 'reason'] as const;
/** A reason is general words, no story. */
const MAX_REASON = 200;

type Fields = Readonly<Record<(typeof COLUMNS)[number], string>>;

/**
 * The removal list beside a store, or null where there is none.
 * @throws UserError for a file that cannot be read or holds anything but entries.
 */
export function readRemovalList(storeFile: string): RemovalEntry[] | null {
  const file = join(dirname(storeFile), REMOVALS_FILE);
  if (!existsSync(file)) return null;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(
      `the removal list ${file} cannot be read: ${(error as Error).message}`,
      'Make it readable: nothing is crawled or published without it.',
    );
  }
  return parseRemovalList(text, file);
}

/** Makes the store's list what the file beside it says; where there is no file, the list stays as it is. */
export function applyRemovalList(store: Store, storeFile: string): void {
  const entries = readRemovalList(storeFile);
  if (entries && JSON.stringify(entries) !== JSON.stringify(listRemovals(store)))
    replaceRemovals(store, entries);
}

/**
 * Entries of a removal list, a CSV file with a line of column names, sorted as the store lists them.
 * @throws UserError naming the file, the line, and what is wrong in it.
 */
export function parseRemovalList(text: string, file: string): RemovalEntry[] {
  const [head, ...lines] = splitList(text.replace(/^\ufeff/, ''), file);
  if (head?.cells.join(',') !== COLUMNS.join(',')) {
    throw new UserError(
      `the removal list ${file} begins with "${head?.cells.join(',') ?? ''}"`,
      `Let its first line be: ${COLUMNS.join(',')}`,
    );
  }
  const entries = lines.map(({ cells, number }) => {
    const fail = (what: string, remedy: string): never => {
      throw new UserError(`line ${number} of the removal list ${file}: ${what}`, remedy);
    };
    if (cells.length !== COLUMNS.length) {
      fail(
        `${cells.length} cells instead of ${COLUMNS.length}`,
        `Give ${COLUMNS.join(', ')}; quote a reason with commas.`,
      );
    }
    return toEntry(Object.fromEntries(COLUMNS.map((name, at) => [name, cells[at]!.trim()])) as Fields, fail);
  });
  const keyOf = ({ domain, policy, first, last }: RemovalEntry) => [domain, policy, first, last].join('\n');
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()].sort((one, other) =>
    keyOf(one) < keyOf(other) ? -1 : 1,
  );
}

type Fail = (what: string, remedy: string) => never;

function toEntry(fields: Fields, fail: Fail): RemovalEntry {
  const { policy, reason } = fields;
  if (policy !== '' && !/^[a-z0-9][a-z0-9-]*$/.test(policy)) {
    fail(
      `"${policy}" is no policy`,
      'Give its short name as in its address, such as privacy, or nothing for all.',
    );
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(fields.removed_on) || !isTimestamp(toBound(fields.removed_on, '000000'))) {
    fail(`removed_on is "${fields.removed_on}"`, 'Give the day of the removal, such as 2026-03-02.');
  }
  if (reason === '' || reason.length > MAX_REASON) {
    fail(
      `the reason has ${reason.length} characters`,
      `Give one in general words, at most ${MAX_REASON} characters.`,
    );
  }
  const first = parseBound(fields.first, '000000', 'first', fail);
  const last = parseBound(fields.last, '235959', 'last', fail);
  if (last !== '' && first > last)
    fail(`first (${fields.first}) lies after last (${fields.last})`, 'Exchange them.');
  return {
    domain: readDomain(fields.domain, fail),
    policy,
    first,
    last,
    removedOn: fields.removed_on,
    reason,
  };
}

function readDomain(text: string, fail: Fail): string {
  try {
    return parseDomain(text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return fail(error.message, 'Give a bare domain name, such as example.com.');
  }
}

const toBound = (text: string, time: string) => text.replaceAll('-', '') + (text.includes('-') ? time : '');

/** A timestamp of 14 digits, or a day, which begins or ends at midnight; '' stays open. */
function parseBound(text: string, time: string, column: string, fail: Fail): string {
  if (text === '') return '';
  const bound = toBound(text, time);
  if (/^\d{14}$|^\d{4}-\d{2}-\d{2}$/.test(text) && isTimestamp(bound)) return bound;
  return fail(
    `${column} is "${text}"`,
    'Give a day (2004-06-01), a timestamp of 14 digits, or nothing for no bound.',
  );
}

/** The lines of the list, with their numbers. */
function splitList(text: string, file: string): readonly CsvLine[] {
  const { lines, brokenAt } = splitCsv(text);
  if (brokenAt === null) return lines;
  throw new UserError(
    `line ${brokenAt} of the removal list ${file}: a quotation mark stands where none can`,
    'Put the whole cell in quotation marks, and double those inside it.',
  );
}
