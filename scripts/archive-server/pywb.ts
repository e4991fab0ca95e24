/**
 * The index in the manner of pywb, whose parameters look like the Wayback Machine's and mean something else. Sending
 * one dialect to the other finds nothing, without an error; so it does here.
 * Source: webrecorder/pywb, `docs/manual/cdxserver_api.rst`.
 */
import type { Captures } from './captures.ts';
import { BadQuery, inScope, isInWindow } from './cdx-query.ts';
import { type Answer, text } from './index-answer.ts';
import type { IndexEntry } from './warc-index.ts';

/** Names and order of the columns. `folder`: what files are named from. */
function toRecord(entry: IndexEntry, folder: string): Record<string, string> {
  return {
    urlkey: entry.urlkey,
    timestamp: entry.timestamp,
    url: entry.original,
    mime: entry.mimetype,
    status: entry.statuscode,
    digest: entry.digest,
    length: entry.length,
    offset: String(entry.offset),
    filename: `${folder}${entry.path.split('/').at(-1) ?? ''}`,
  };
}

export function answerPywbIndex(captures: Captures, query: URLSearchParams, folder = ''): Answer {
  try {
    if (query.get('showNumPages') === 'true') return json(200, { blocks: 1, pages: 1, pageSize: 1 });
    if (Number(query.get('page') ?? 0) > 0)
      return json(400, { message: 'Page 1 invalid: First Page is 0, Last Page is 0' });
    const filters = query.getAll('filter').map(parseFilter);
    const limit = Number(query.get('limit') ?? Number.POSITIVE_INFINITY);
    const records = inScope(captures, query)
      .filter((entry) => isInWindow(entry.timestamp, query.get('from') ?? '', query.get('to') ?? ''))
      .map((entry) => toRecord(entry, folder))
      .filter((record) => filters.every((passes) => passes(record)))
      .slice(0, limit);
    if (records.length === 0) return json(404, { message: `No Captures found for: ${query.get('url')}` });
    if (query.get('output') === 'json') return lines(records.map((record) => JSON.stringify(record)));
    return lines(
      records.map(({ urlkey, timestamp, ...rest }) => `${urlkey} ${timestamp} ${JSON.stringify(rest)}`),
    );
  } catch (error) {
    if (error instanceof BadQuery) return json(400, { message: error.message });
    throw error;
  }
}

/** `[!][=|~]field:text`: `=` the whole field, `~` a regular expression that matches its beginning, else a part of it. */
function parseFilter(filter: string): (record: Record<string, string>) => boolean {
  const [, not = '', mark = '', field = '', value = ''] = /^(!?)([=~]?)([a-z]+):(.*)$/s.exec(filter) ?? [];
  const isWanted = not === '';
  const matches = (text: string): boolean => {
    if (mark === '=') return text === value;
    return mark === '~' ? new RegExp(`^(?:${value})`).test(text) : text.includes(value);
  };
  return (record) => matches(record[field] ?? '') === isWanted;
}

function json(status: number, body: object): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(body)) };
}

function lines(all: readonly string[]): Answer {
  return text(200, all.map((line) => `${line}\n`).join(''));
}
