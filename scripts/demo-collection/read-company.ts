import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../crawler/errors.ts';
import { parseClauseLibrary } from './clause-library.ts';
import { Fields } from './fields.ts';
import {
  type ClauseLibrary,
  type Company,
  eventKinds,
  type OtherPage,
  type SiteEvent,
  type Stretch,
} from './model.ts';
import { readEras } from './read-eras.ts';
import { readVersions } from './read-versions.ts';

/** The first day after every history. */
export const endOfHistory = '2025-01-01';

/** Reads every company's folder, in the order of their domains. */
export function readCompanies(folder: string): Company[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((domain) => readCompany(join(folder, domain)));
}

/**
 * Reads and checks one company's folder.
 * @throws UserError naming file, field and value of what does not fit.
 */
export function readCompany(folder: string): Company {
  const about = new Fields(readJson(join(folder, 'company.json')), join(folder, 'company.json'));
  const history = new Fields(readJson(join(folder, 'history.json')), join(folder, 'history.json'));
  const clausesFile = join(folder, 'clauses.md');
  const clauses = parseClauseLibrary(readFileSync(clausesFile, 'utf8'), clausesFile);
  const company: Company = {
    name: about.text('name'),
    domain: about.text('domain'),
    description: about.text('description'),
    clauses,
    eras: readEras(history.list('eras'), history.where),
    versions: readVersions(history.list('versions'), history.where, endOfHistory),
    pages: history
      .list('pages', [])
      .map((page, index) => readPage(page, `${history.where}, page ${index + 1}`)),
    events: history
      .list('events', [])
      .map((event, index) => readEvent(event, `${history.where}, event ${index + 1}`)),
    gaps: history.list('gaps', []).map((gap, index) => readGap(gap, `${history.where}, gap ${index + 1}`)),
  };
  if (!about.flag('invented', false)) {
    throw new UserError(`${about.where}: "invented" is not true.`, 'Only invented companies belong here.');
  }
  about.finish();
  history.finish();
  checkKeys(company, clauses, folder);
  return company;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${String(error)}`, 'Mend the file; it must be JSON.');
  }
}

function readPage(value: unknown, where: string): OtherPage {
  const fields = new Fields(value, where);
  const page = {
    url: fields.url('url'),
    from: fields.day('from'),
    until: fields.day('until', endOfHistory),
    title: fields.text('title'),
    keys: fields.texts('clauses'),
    captures: fields.count('captures', 3),
  };
  fields.finish();
  return page;
}

function readEvent(value: unknown, where: string): SiteEvent {
  const fields = new Fields(value, where);
  const kind = fields.oneOf('kind', eventKinds);
  const usualStatus = { moved: 301, 'soft-404': 200, parked: 200, error: 404 }[kind];
  const event = {
    kind,
    url: fields.url('url'),
    to: kind === 'moved' ? fields.url('to') : null,
    from: fields.day('from'),
    until: fields.day('until', endOfHistory),
    captures: fields.count('captures', 1),
    status: fields.count('status', usualStatus),
    text: fields.textOrNull('text', null),
  };
  fields.text('note', '');
  fields.finish();
  return event;
}

function readGap(value: unknown, where: string): Stretch {
  const fields = new Fields(value, where);
  const gap = { from: fields.day('from'), until: fields.day('until') };
  fields.text('note', '');
  fields.finish();
  return gap;
}

function checkKeys(company: Company, clauses: ClauseLibrary, folder: string): void {
  const used = new Set([...company.versions, ...company.pages].flatMap(({ keys }) => keys));
  const missing = [...used].filter((key) => !clauses.has(key));
  const unused = [...clauses.keys()].filter((key) => !used.has(key));
  if (missing.length > 0) {
    throw new UserError(`${folder}: history.json uses ${missing.join(', ')}.`, 'Write them in clauses.md.');
  }
  if (unused.length > 0) {
    throw new UserError(
      `${folder}: nothing uses ${unused.join(', ')}.`,
      'Use them in history.json or remove them.',
    );
  }
}
