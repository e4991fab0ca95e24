import { timestampToSeconds } from '../../crawler/core/index.ts';
import type { Era } from './model.ts';

type Headers = readonly (readonly [string, string])[];

/** The headers a server of the era sent with a page. */
export function responseHeaders(
  era: Era,
  timestamp: string,
  mimetype: string,
  session: string | null,
  lengthBytes: number,
): Headers {
  // Servers began to name the charset in the header only when scripts replaced files.
  const isNamed = era.declared !== null && era.from >= '2003';
  const headers: (readonly [string, string])[] = [
    ['Date', httpDate(timestamp)],
    ['Server', era.server],
    ['Content-Type', isNamed ? `${mimetype}; charset=${era.declared}` : mimetype],
    ['Content-Length', String(lengthBytes)],
  ];
  if (session !== null) headers.push(['Set-Cookie', `sid=${session}; path=/`]);
  if (era.from >= '2015') headers.push(['Strict-Transport-Security', 'max-age=31536000']);
  return headers;
}

/** The headers of a redirect without a body. */
export function redirectHeaders(era: Era, timestamp: string, target: string): Headers {
  return [
    ['Date', httpDate(timestamp)],
    ['Server', era.server],
    ['Location', target],
    ['Content-Type', 'text/html'],
    ['Content-Length', '0'],
  ];
}

function httpDate(timestamp: string): string {
  return new Date(timestampToSeconds(timestamp) * 1000).toUTCString();
}
