import type { Captures } from './captures.ts';
import {
  BadQuery,
  CDX_FIELDS,
  type CdxField,
  isCdxField,
  type ResumeKeyStyle,
  selectPage,
} from './cdx-query.ts';
import type { FaultName } from './faults.ts';

/** An HTTP answer before it is sent. Names of headers in the case they are sent in; lists repeat the header. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array;
}

/** Lines that crawls of the real index have met: none of them is a capture. */
const JUNK_LINES = [
  'com,example)/ 20190101000000 http://mailto:someone@example.com/ unk 200 - 300 extra',
  'a line without any sense',
  'com,example)/a 2019 http://example.com/a text/html 200 AAAA 1',
  'com,example)/b 20190101000000 data:text/plain,hello text/plain 200 BBBB 2',
  'com,example)/c 20191399000000 http://example.com/c text/html 200 CCCC 3',
  'com,example)/d e f" 20190101000000 ../relative text/html 200',
];

/** Answers a query in the manner of the Wayback Machine's index. */
export function answerIndex(
  captures: Captures,
  query: URLSearchParams,
  style: ResumeKeyStyle,
  faults: ReadonlySet<FaultName>,
): Answer {
  try {
    if (query.get('showNumPages') === 'true') return text(200, '1\n');
    const page = selectPage(captures, query, style);
    const fields = readFields(query);
    const rows = page.rows.map((row) => fields.map((field) => row[field].replaceAll(' ', '%20')));
    const resumeKey = faults.has('index-repeated-key')
      ? (query.get('resumeKey') ?? page.resumeKey)
      : page.resumeKey;
    const shown = faults.has('index-duplicates') ? rows.flatMap((row) => [row, row]) : rows;
    if (query.get('output') === 'json') return jsonAnswer(fields, shown, resumeKey);
    const lines = shown.map((row) => row.join(' '));
    if (faults.has('index-junk')) lines.splice(lines.length >> 1, 0, ...JUNK_LINES);
    return text(200, lines.map((line) => `${line}\n`).join('') + (resumeKey ? `\n${resumeKey}\n` : ''));
  } catch (error) {
    if (error instanceof BadQuery) return text(400, `${error.message}\n`);
    throw error;
  }
}

/** The answer for a site excluded from the archive. */
export function excludedIndexAnswer(): Answer {
  const message =
    'org.archive.util.io.RuntimeIOException: AdministrativeAccessControlException: Blocked Site Error\n';
  const answer = text(403, message);
  return { ...answer, headers: { ...answer.headers, 'x-archive-wayback-runtime-error': message.trim() } };
}

/** 200 with something else than rows: what the archive's front servers send when the index is in trouble. */
export function disguisedError(fault: FaultName): Answer {
  if (fault === 'index-exception') {
    return text(
      200,
      'java.lang.IllegalArgumentException: fromKey > toKey\n\tat java.util.TreeMap$NavigableSubMap\n',
    );
  }
  const page =
    '<!DOCTYPE html>\n<html><head><title>Scheduled Maintenance</title></head><body>Back soon.</body></html>\n';
  return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(page) };
}

function readFields(query: URLSearchParams): readonly CdxField[] {
  const asked = query.get('fl');
  if (!asked) return CDX_FIELDS;
  return asked.split(',').map((field) => {
    if (!isCdxField(field)) throw new BadQuery(`fl names no field ${field}`);
    return field;
  });
}

function jsonAnswer(
  fields: readonly string[],
  rows: readonly (readonly string[])[],
  resumeKey: string | null,
): Answer {
  const table: (readonly string[])[] = rows.length > 0 ? [fields, ...rows] : [];
  if (resumeKey) table.push([], [resumeKey]);
  const body = `[${table.map((row) => JSON.stringify(row)).join(',\n')}]\n`;
  return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) };
}

export function text(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain' }, body: Buffer.from(body) };
}
