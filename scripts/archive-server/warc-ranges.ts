/**
 * WARC files as Common Crawl's web server gives them: parts of them by ranges of bytes, at the paths that its index names.
 * Source: https://commoncrawl.org/get-started, RFC 9110 section 14.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Captures } from './captures.ts';
import { type Answer, text } from './index-answer.ts';

/** The folder that every file of a crawl lies in. */
export const WARC_FOLDER = 'crawl-data/';

/** Answers with the bytes asked for; a file is given as a whole to nobody. */
export function answerRange(captures: Captures, target: string, range: string | undefined): Answer {
  const name = decodeURIComponent(target.split('?')[0]!.slice(1 + WARC_FOLDER.length));
  const path = captures.entries.find((entry) => entry.path.split('/').at(-1) === name)?.path;
  if (path === undefined) return text(404, '<Error><Code>NoSuchKey</Code></Error>\n');
  const size = statSync(path).size;
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  if (first === '') return text(403, '<Error><Code>AccessDenied</Code></Error>\n');
  const [start, end] = [Number(first), Math.min(Number(last), size - 1)];
  if (start > end) return text(416, '<Error><Code>InvalidRange</Code></Error>\n');
  const body = Buffer.alloc(end - start + 1);
  const file = openSync(path, 'r');
  try {
    readSync(file, body, 0, body.length, start);
  } finally {
    closeSync(file);
  }
  const headers = {
    'content-type': 'application/octet-stream',
    'content-range': `bytes ${start}-${end}/${size}`,
  };
  return { status: 206, headers, body };
}
