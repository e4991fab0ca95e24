import { readFileSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { parseDomain } from '../run/domain.ts';

/**
 * Domains named on the command line and in a file, each once, in that order. The file holds one domain a line; empty
 * lines, and what follows a `#`, are passed over. Every line is checked before anything is done.
 */
export function readDomains(names: readonly string[], file: string | undefined): string[] {
  const domains = [...names.map(parseDomain), ...(file === undefined ? [] : readList(file))];
  if (domains.length === 0) {
    throw new UserError(
      "missing required argument 'domain', and no list is named",
      'Name a domain, such as example.com, or a list with --file LIST.',
    );
  }
  return [...new Set(domains)];
}

function readList(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const what = isMissing ? 'does not exist' : `cannot be read: ${(error as Error).message}`;
    throw new UserError(`--file ${file} ${what}`, 'Name a text file that holds one domain a line.');
  }
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim());
  const domains = lines.flatMap((line, index) => (line === '' ? [] : [parseLine(line, file, index + 1)]));
  if (domains.length === 0) throw new UserError(`--file ${file} names no domain`, 'Write one domain a line.');
  return domains;
}

function parseLine(line: string, file: string, number: number): string {
  try {
    return parseDomain(line);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${file}, line ${number}: ${error.message}`, error.remedy);
  }
}
