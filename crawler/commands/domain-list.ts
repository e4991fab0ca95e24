import { readFileSync } from 'node:fs';
import { exitCodes, UserError } from '../errors.ts';
import { parseDomain } from '../run/domain.ts';
import { partOf } from '../run/shard.ts';
import type { Output } from './output.ts';

/** Problems told one by one; what goes wrong more often goes wrong in the same way. */
const MAX_TOLD = 20;

/**
 * Domains named on the command line and in a file, each once, in that order. Every name is checked before anything is done,
 * and everything that is wrong is told at once.
 */
export async function readDomains(
  names: readonly string[],
  file: string | undefined,
  output: Pick<Output, 'input'>,
): Promise<string[]> {
  const problems: UserError[] = [];
  const collect = <T>(parse: () => T): T[] => {
    try {
      return [parse()];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error);
      return [];
    }
  };
  let domains = names.flatMap((name) => collect(() => parseDomain(name)));
  if (file !== undefined) {
    const name = file === '-' ? 'standard input' : file;
    const listed = listLines(await readListText(file, output)).flatMap(({ number, fields }) =>
      collect(() => parseFields(fields, `${name}, line ${number}`)),
    );
    if (listed.length === 0 && problems.length === 0)
      throw new UserError(`--file ${file} names no domain`, 'Write one domain a line.');
    domains = domains.concat(listed);
  }
  if (problems.length > 0) throw joinProblems(problems);
  if (domains.length === 0) {
    throw new UserError(
      "missing required argument 'domain', and no list is named",
      'Name a domain, such as example.com, or a list with --file LIST.',
    );
  }
  return [...new Set(domains)];
}

function joinProblems(problems: readonly UserError[]): UserError {
  const [first] = problems;
  if (problems.length === 1) return first!;
  const told = problems.slice(0, MAX_TOLD).map(({ message }) => message);
  if (problems.length > MAX_TOLD) told.push(`and ${problems.length - MAX_TOLD} more`);
  return new UserError(
    `${problems.length} names are not domains:\n  ${told.join('\n  ')}`,
    'Write one bare domain a line, such as example.com; nothing was begun.',
  );
}

async function readListText(file: string, { input }: Pick<Output, 'input'>): Promise<string> {
  if (file !== '-') {
    try {
      return decodeText(readFileSync(file), file);
    } catch (error) {
      if (error instanceof UserError) throw error;
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      const what = isMissing ? 'does not exist' : `cannot be read: ${(error as Error).message}`;
      throw new UserError(`--file ${file} ${what}`, 'Name a text file that holds one domain a line.');
    }
  }
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk as Buffer));
  return decodeText(Buffer.concat(chunks), file);
}

/** UTF-8, or UTF-16 where the byte order mark says so, as spreadsheets on Windows save it. */
function decodeText(bytes: Buffer, file: string): string {
  const mark = bytes.toString('latin1', 0, 2);
  const encoding = mark === '\xff\xfe' ? 'utf-16le' : mark === '\xfe\xff' ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  if (!text.includes('\0')) return text;
  throw new UserError(`--file ${file} is no text file`, 'Save the list as plain text in UTF-8.');
}

/** Lines with something on them, whatever ends them, as fields: remarks begin at `#`, commas, semicolons and tabs part. */
function listLines(text: string): { number: number; fields: string[] }[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => {
      const fields = line
        .replace(/#.*/, '')
        .split(/[,;\t]/)
        .map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
      return { number: index + 1, fields: fields.filter((field) => field !== '') };
    })
    .filter(({ number, fields }) => fields.length > 0 && !(number === 1 && isHeading(fields)));
}

/** The first line of a table may name its columns. */
const isHeading = (fields: readonly string[]) =>
  fields.length > 1 && fields.every((field) => /^[a-z_ ]+$/i.test(field));

/** The one domain of a line; beside it a rank may stand, and whatever else is none. An address stands for its host. */
function parseFields(fields: readonly string[], place: string): string {
  const domains = new Set<string>();
  let problem: UserError | null = null;
  for (const field of fields) {
    try {
      domains.add(parseDomain(hostOf(field)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problem ??= error;
    }
  }
  const [domain, other] = domains;
  if (other !== undefined)
    throw new UserError(`${place}: names ${domain} and ${other}`, 'Write one domain a line.');
  if (domain !== undefined) return domain;
  throw new UserError(`${place}: ${problem!.message}`, problem!.remedy);
}

function hostOf(field: string): string {
  const url = /^https?:\/\//i.test(field) ? URL.parse(field) : null;
  return url?.hostname ?? field;
}

/**
 * The k-th of n parts of a list, by the domains' names: the same domain is always in the same part, however long the list
 * is and whatever its order.
 * @throws UserError
 */
export function chooseShard(domains: readonly string[], shard: string): string[] {
  const [, k, n] = /^(\d{1,6})\/(\d{1,6})$/.exec(shard)?.map(Number) ?? [];
  if (k === undefined || n === undefined || k < 1 || k > n)
    throw new UserError(`--shard ${shard} is no part of a whole`, 'Write the first of eight parts as 1/8.');
  const chosen = domains.filter((domain) => partOf(domain, n) === k);
  if (chosen.length === 0)
    throw new UserError(
      `part ${shard} of ${domains.length} domains is empty`,
      'There is nothing to do for it; use fewer parts.',
      exitCodes.nothingFound,
    );
  return chosen;
}
