import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexWarcs, readStoredResponse } from './warc-index.ts';

/** Records of WARC files as other programs might leave them, and what reading them gives. */

export const folder = mkdtempSync(join(tmpdir(), 'odd-records-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

export const ADDRESS = 'http://www.lantern.example/privacy';
export const page = (mark: string) => `<html><body><p>We keep ${mark} in a drawer.</p></body></html>`;

export interface RecordParts {
  readonly type?: string;
  readonly date?: string;
  readonly fields?: readonly string[];
  /** Null: the record states no length. */
  readonly length?: number | null;
  readonly end?: string;
}

export function record(
  block: string,
  { type = 'response', date = '2003-03-04T05:06:07Z', fields = [], length, end = '\r\n' }: RecordParts = {},
): string {
  const stated = length === null ? [] : [`Content-Length: ${length ?? Buffer.byteLength(block)}`];
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${ADDRESS}`,
    `WARC-Date: ${date}`,
    ...fields,
  ];
  return `${[...head, 'Content-Type: application/http; msgtype=response', ...stated, ''].join(end)}${end}${block}${end}${end}`;
}

export const answer = (mark: string, end = '\r\n') =>
  `HTTP/1.1 200 OK${end}Content-Type: text/html${end}${end}${page(mark)}`;

export async function read(name: string, bytes: string | Buffer) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { entries, warnings } = await indexWarcs([path]);
  const bodies = await Promise.all(
    entries.map(async (entry) => Buffer.from((await readStoredResponse(entry)).body).toString()),
  );
  return { entries, warnings, bodies };
}

export const good = record(answer('the second'), { date: '2004-03-04T05:06:07Z' });
