import { UserError } from '../errors.ts';
import type { ArchiveLayout } from './memento-url.ts';
import type { CaptureQuery } from './types.ts';

/** Enough for nearly every address in one answer; the old service never gave more than 150,000. */
export const DEFAULT_PAGE_SIZE = 10_000;

/** Rows asked for where they are collapsed here: enough that one noisy address does not fill the answer. */
export const UNCOLLAPSED_PAGE_SIZE = 20_000;

/** What changes from page to page of one query. */
export interface PageCursor {
  readonly from: string;
  readonly to: string;
  readonly resumeKey: string | null;
  /** Null leaves it to the server. */
  readonly limit: number | null;
}

/** pywb's names for columns of the index. */
const PYWB_FIELDS: Readonly<Record<string, string>> = {
  mimetype: 'mime',
  statuscode: 'status',
  original: 'url',
};

/** Path and parameters of one page of a query. */
export function formatQueryPath(layout: ArchiveLayout, query: CaptureQuery, cursor: PageCursor): string {
  const parameters = new URLSearchParams({ url: query.url });
  if (query.matchType && query.matchType !== 'exact') parameters.set('matchType', query.matchType);
  if (cursor.from) parameters.set('from', cursor.from);
  if (cursor.to) parameters.set('to', cursor.to);
  for (const filter of query.filters ?? []) {
    parameters.append('filter', layout.dialect === 'pywb' ? toPywbFilter(filter) : filter);
  }
  // pywb knows no collapse, and takes no notice of it: there it is done with the rows received.
  if (query.collapse && layout.dialect === 'wayback') parameters.set('collapse', query.collapse);
  if (cursor.limit !== null) parameters.set('limit', String(cursor.limit));
  if (layout.dialect === 'pywb') parameters.set('output', 'json');
  else {
    if (query.resolveRevisits !== undefined) parameters.set('resolveRevisits', String(query.resolveRevisits));
    parameters.set('showResumeKey', 'true');
    if (cursor.resumeKey) parameters.set('resumeKey', cursor.resumeKey);
  }
  return `${layout.cdxPath}?${parameters}`;
}

/**
 * The same filter in pywb's spelling: the marks stand before the field, `~` means a regular expression that need only
 * match the beginning, and the columns are called otherwise. The wrong spelling finds nothing and says nothing.
 */
function toPywbFilter(filter: string): string {
  const [, not = '', field = '', pattern = ''] = FILTER.exec(filter) ?? [];
  return `${not}~${PYWB_FIELDS[field] ?? field}:^(?:${pattern})$`;
}

const FILTER = /^(!?)(urlkey|timestamp|original|mimetype|statuscode|digest|length):(.*)$/s;
const COLLAPSE = /^(?:urlkey|timestamp|original|mimetype|statuscode|digest|length)(?::\d{1,2})?$/;

/** @throws UserError for a query that the index would misunderstand in silence */
export function checkQuery(query: CaptureQuery): void {
  if (query.url.trim() === '')
    throw new UserError('The address to list is empty.', 'Name one, such as example.com/privacy.');
  for (const [name, moment] of [
    ['from', query.from],
    ['to', query.to],
  ] as const) {
    if (moment !== undefined && !/^\d{0,14}$/.test(moment)) {
      throw new UserError(
        `${name} "${moment}" is no moment.`,
        'Give 1 to 14 digits: 2004, 200405, 20040531.',
      );
    }
  }
  for (const filter of query.filters ?? []) {
    if (!FILTER.test(filter)) {
      throw new UserError(
        `"${filter}" is no filter.`,
        'Write field:regex or !field:regex, such as statuscode:200.',
      );
    }
  }
  if (query.collapse !== undefined && !COLLAPSE.test(query.collapse)) {
    throw new UserError(
      `"${query.collapse}" cannot be collapsed by.`,
      'Write field or field:length, such as digest.',
    );
  }
  if (
    query.service === 'timemap' &&
    (query.filters?.length || query.limit || query.collapse || query.matchType)
  ) {
    throw new UserError(
      'The timemap lists one address as a whole.',
      'Leave out filters, limit, collapse and matchType.',
    );
  }
  for (const count of [query.limit, query.pageSize ?? undefined]) {
    if (count !== undefined && (!Number.isInteger(count) || count === 0)) {
      throw new UserError(`${count} is no number of captures.`, 'Give a whole number other than 0.');
    }
  }
}

/** Both ends are prefixes and inclusive. Checked again here, since an index has been seen to answer with more. */
export function isInWindow(timestamp: string, from: string, to: string): boolean {
  return timestamp >= from && (to === '' || timestamp <= to || timestamp.startsWith(to));
}
