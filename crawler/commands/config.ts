import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';

/** The file in the working folder that gives defaults; what the environment says wins over it, and flags over both. */
export const CONFIG_FILE = 'palimpsest.config.json';

/** What it may say, by the variable that it stands in for. */
const VARIABLES: Readonly<Record<string, string>> = {
  store: 'PALIMPSEST_STORE',
  archive: 'PALIMPSEST_ARCHIVE',
  contact: 'PALIMPSEST_CONTACT',
  base: 'PALIMPSEST_BASE',
  site: 'PALIMPSEST_SITE',
  changePages: 'PALIMPSEST_CHANGE_PAGES',
};

function parse(text: string): Record<string, unknown> {
  const remedy = `Write one JSON object with ${Object.keys(VARIABLES).join(', ')}, each a text.`;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    throw new UserError(`${CONFIG_FILE} is no JSON: ${(error as Error).message}`, remedy);
  }
  throw new UserError(`${CONFIG_FILE} holds no object`, remedy);
}

/** Defaults from the file in a folder, as variables; none where there is no file. Throws a UserError for what it cannot say. */
export function readConfig(folder: string): Readonly<Record<string, string>> {
  let text: string;
  try {
    text = readFileSync(join(folder, CONFIG_FILE), 'utf8');
  } catch {
    return {};
  }
  const said = Object.entries(parse(text)).filter(([key]) => key !== '$schema');
  return Object.fromEntries(
    said.map(([key, value]) => {
      const variable = Object.hasOwn(VARIABLES, key) ? VARIABLES[key] : undefined;
      if (variable === undefined || !(typeof value === 'string' || typeof value === 'number')) {
        throw new UserError(
          variable === undefined
            ? `${CONFIG_FILE} says “${key}”, which means nothing`
            : `${CONFIG_FILE} says ${JSON.stringify(value)} for “${key}”, which is no text`,
          `It may say ${Object.keys(VARIABLES).join(', ')}, each a text.`,
        );
      }
      return [variable, String(value)];
    }),
  );
}
