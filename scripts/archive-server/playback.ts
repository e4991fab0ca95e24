import { toUrlkey } from '../../crawler/archive/index.ts';
import { formatInstant, isTimestamp } from '../../crawler/core/index.ts';
import type { Captures } from './captures.ts';
import { type Answer, text } from './index-answer.ts';
import { type IndexEntry, readStoredResponse } from './warc-index.ts';

const NOT_ARCHIVED = 'Hrm.\n\nThe Wayback Machine has not archived that URL.\n';
const EXCLUDED = 'Sorry.\n\nThis URL has been excluded from the Wayback Machine.\n';

/** Where a collection is played: the address of the server and what stands before the timestamp. */
export interface PlaybackPlace {
  readonly origin: string;
  /** `/web/` in the layout of the Wayback Machine. */
  readonly prefix: string;
  /** pywb plays the nearest capture at once, without a redirect. */
  readonly dialect: 'wayback' | 'pywb';
}

/** What follows the prefix of a playback address, or null where it is none. */
export function parsePlaybackPath(rest: string): { timestamp: string; mode: string; url: string } | null {
  const [, timestamp = '', mode = '', named = ''] = /^(\d{1,14})([a-z]{2}_)?\/(.+)$/s.exec(rest) ?? [];
  if (timestamp === '') return null;
  const url = /^https?%3a/i.test(named) ? unescapeUrl(named) : named;
  return { timestamp, mode, url: /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}` };
}

function unescapeUrl(named: string): string {
  try {
    return decodeURIComponent(named);
  } catch {
    return named;
  }
}

/** Answers for one capture: the captured response, a redirect to the nearest playable one, or that there is none. */
export async function answerPlayback(
  captures: Captures,
  place: PlaybackPlace,
  asked: { timestamp: string; mode: string; url: string },
): Promise<Answer> {
  const wanted = completeTimestamp(asked.timestamp);
  const nearest = captures.findNearest(wanted, asked.url);
  if (!nearest) return text(404, NOT_ARCHIVED);
  if (nearest.timestamp !== asked.timestamp && place.dialect === 'wayback') {
    const location = playbackUrl(place, nearest.timestamp, asked.mode, nearest.original);
    const headers = { location, 'x-archive-redirect-reason': `found capture at ${nearest.timestamp}` };
    return { status: 302, headers, body: new Uint8Array() };
  }
  const body = captures.resolve(nearest)!;
  const answer = await replay(place, nearest, body);
  return asked.mode === 'id_' ? answer : forReading(answer);
}

export function excludedPlaybackAnswer(): Answer {
  return text(403, EXCLUDED);
}

async function replay(place: PlaybackPlace, entry: IndexEntry, source: IndexEntry): Promise<Answer> {
  const stored = await readStoredResponse(source);
  const headers: Record<string, string> = {
    'memento-datetime': toHttpDate(entry.timestamp),
    link: `<${entry.original}>; rel="original", <${playbackUrl(place, entry.timestamp, '', entry.original)}>; rel="memento"`,
    'x-archive-src': source.path.split('/').at(-1) ?? '',
  };
  for (const [name, value] of stored.headers) {
    if (!/^[\w-]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(value)) continue;
    headers[`x-archive-orig-${name.toLowerCase()}`] = value;
    if (name === 'content-type') headers['content-type'] = value;
    if (name === 'content-encoding') headers['content-encoding'] = value;
    if (name === 'location') headers.location = rewriteLocation(place, entry, value);
  }
  return { status: stored.status, headers, body: stored.body };
}

/**
 * The archive has been seen to write the place of a captured redirect in three forms; which one is left to the last
 * digit of the timestamp, so that all three occur and none changes from run to run.
 */
function rewriteLocation(place: PlaybackPlace, entry: IndexEntry, location: string): string {
  let target: string;
  try {
    target = new URL(location, entry.original).href;
  } catch {
    return location;
  }
  const address = playbackUrl(place, entry.timestamp, 'id_', target);
  const form = Number(entry.timestamp.slice(-1)) % 3;
  if (form === 0) return address;
  return form === 1 ? address.slice(place.origin.length) : address.replace(/^https?:/, '');
}

/** A page for people would need rewritten links; ours shows the bytes as text, which can do no harm. */
function forReading(answer: Answer): Answer {
  const { 'content-type': _type, location: _location, ...headers } = answer.headers;
  const safe = { ...headers, 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' };
  return { ...answer, status: 200, headers: safe };
}

function playbackUrl(place: PlaybackPlace, timestamp: string, mode: string, url: string): string {
  return `${place.origin}${place.prefix}${timestamp}${mode}/${url}`;
}

/** A partial timestamp means its first moment; one that is no date at all means the beginning of time. */
function completeTimestamp(timestamp: string): string {
  const full = timestamp + '00000101000000'.slice(timestamp.length);
  return isTimestamp(full) ? full : '19900101000000';
}

function toHttpDate(timestamp: string): string {
  return new Date(formatInstant(timestamp)).toUTCString();
}

/** Whether an address belongs to one of the hosts, or to a name below it. */
export function isOnHost(url: string, hosts: readonly string[]): boolean {
  const urlkey = toUrlkey(url.replace(/^\*\.|\*$/g, ''));
  return hosts.some((host) => {
    const key = toUrlkey(host).slice(0, -2);
    return urlkey.startsWith(`${key})`) || urlkey.startsWith(`${key},`);
  });
}
