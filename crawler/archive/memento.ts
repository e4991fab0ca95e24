import { type Hop, isTimestamp, type Memento, parseInstant, secondsBetween } from '../core/index.ts';
import type { Asking } from './asking.ts';
import { PASSING_STATUSES } from './cdx-answer.ts';
import {
  type ArchiveLayout,
  formatMementoPath,
  isWebAddress,
  type MementoAddress,
  resolveRedirect,
  toReckonable,
} from './memento-url.ts';
import type { Answer } from './transport.ts';
import type { CaptureAddress, NoMementoKind, Playback } from './types.ts';
import { GaveUp, type Verdict } from './verdict.ts';

export interface PlaybackLimits {
  readonly landingWindowSeconds: number;
  readonly maxHops: number;
}

const EXCLUDED =
  /has been excluded from the Wayback Machine|AdministrativeAccessControlException|Blocked Site Error/i;
const ROBOTS = /robots\.txt|RobotAccessControlException/i;

/** Longest address asked for: servers refuse request lines that are longer, each time anew. */
const MAX_PATH_LENGTH = 16_000;

/** The archive's own headers that are kept beside the captured ones. `x-nid` names the requester's network: never. */
const KEPT_HEADERS = ['memento-datetime', 'link', 'x-archive-src'];
const CAPTURED_PREFIX = 'x-archive-orig-';

/** Follows a capture to its memento. See `ArchiveClient.fetchMemento`. */
export async function fetchMemento(
  asking: Asking,
  capture: CaptureAddress,
  limits: PlaybackLimits,
): Promise<Playback> {
  const walk = new Walk(asking, capture, limits);
  return await walk.run();
}

/** One capture's way through redirects to where it ends. */
class Walk {
  readonly #asking: Asking;
  readonly #layout: ArchiveLayout;
  readonly #limits: PlaybackLimits;
  readonly #start: string | null;
  readonly #hops: Hop[] = [];
  #address: MementoAddress;
  #hasLeftCapture = false;

  constructor(asking: Asking, capture: CaptureAddress, limits: PlaybackLimits) {
    this.#asking = asking;
    this.#layout = asking.layout;
    this.#limits = limits;
    this.#start = toReckonable(capture.listedTimestamp);
    this.#address = { timestamp: capture.listedTimestamp, original: capture.original };
  }

  async run(): Promise<Playback> {
    if (this.#start === null) return this.#end('refused', 0, `"${this.#address.timestamp}" is no timestamp`);
    const visited = new Set<string>();
    while (this.#hops.length < this.#limits.maxHops) {
      const path = formatMementoPath(this.#layout, this.#address);
      if (visited.has(path))
        return this.#end('redirect-loop', this.#lastStatus(), 'its redirects lead back to where they began');
      visited.add(path);
      if (path.length > MAX_PATH_LENGTH)
        return this.#end('refused', 0, `its address is ${path.length} characters long`);
      let answer: Answer;
      try {
        answer = await this.#asking.requests.get('memento', path, judgePlayback, this.#asking.tally);
      } catch (error) {
        if (!(error instanceof GaveUp) || !error.isTooLarge) throw error;
        return this.#end('too-large', 0, 'it is larger than the client accepts');
      }
      const playback = this.#look(answer, `${this.#layout.origin}${path}`);
      if (playback !== null) return playback;
    }
    return this.#end(
      'too-many-redirects',
      this.#lastStatus(),
      `it was redirected ${this.#hops.length} times without an end`,
    );
  }

  /** Whose answer it is decides `Memento-Datetime`. Null means: go on to the address noted. */
  #look(answer: Answer, url: string): Playback | null {
    const isCaptured = answer.headers.has('memento-datetime');
    const location = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : undefined;
    if (location === undefined) {
      this.#hops.push({ url, status: answer.status, kind: 'landing' });
      return isCaptured ? this.#land(answer) : this.#refuse(answer);
    }
    this.#hops.push({ url, status: answer.status, kind: isCaptured ? 'captured' : 'nearest' });
    const next = resolveRedirect(this.#layout, this.#address, location);
    if (next === null)
      return this.#end(
        'bad-redirect',
        answer.status,
        `it redirects to "${location.slice(0, 200)}", which is no web address`,
      );
    if (isCaptured) this.#hasLeftCapture = true;
    else if (this.#isTooFar(next.timestamp)) return this.#endTooFar(next.timestamp, answer.status);
    this.#address = next;
    return null;
  }

  #land(answer: Answer): Playback {
    const timestamp = readMementoDatetime(answer) ?? this.#address.timestamp;
    if (this.#isTooFar(timestamp)) return this.#endTooFar(timestamp, answer.status);
    if (answer.status === 200 && answer.body.length === 0)
      return this.#end('empty', 200, 'it holds no bytes');
    const memento: Memento = {
      timestamp,
      original: readOriginalLink(answer) ?? this.#address.original,
      statuscode: answer.status,
      contentType: answer.headers.get('content-type') ?? null,
      headers: keepHeaders(answer.headers),
      payload: answer.body,
      hops: this.#hops,
    };
    return { kind: 'memento', memento, packed: answer.packed, isItself: this.#hops.length === 1 };
  }

  /** The archive's own words, without a capture: final, since what passes was repeated before. */
  #refuse(answer: Answer): Playback {
    const text = startOf(answer);
    const where = this.#hasLeftCapture ? `it redirects to ${this.#address.original}, which` : 'it';
    if (EXCLUDED.test(text))
      return this.#end('excluded', answer.status, `${where} is excluded from the archive`);
    if (ROBOTS.test(text))
      return this.#end('robots', answer.status, `${where} is kept back because of the site's robots.txt`);
    if (answer.status === 404) return this.#end('not-archived', 404, `${where} is not in the archive`);
    return this.#end(
      'refused',
      answer.status,
      `${where} was answered with ${answer.status}: ${text.slice(0, 200)}`,
    );
  }

  #isTooFar(timestamp: string): boolean {
    const reckonable = toReckonable(timestamp);
    if (reckonable === null) return true;
    return Math.abs(secondsBetween(this.#start!, reckonable)) > this.#limits.landingWindowSeconds;
  }

  #endTooFar(nearest: string, status: number): Playback {
    const kind = this.#hasLeftCapture ? 'drifted' : 'not-playable';
    const reason = `${this.#hasLeftCapture ? 'its redirect leads to' : 'the archive offers instead'} a capture of ${nearest}`;
    return this.#end(kind, status, reason, nearest);
  }

  #end(kind: NoMementoKind, status: number, reason: string, nearest: string | null = null): Playback {
    return { kind, reason, hops: this.#hops, status, nearest };
  }

  #lastStatus(): number {
    return this.#hops.at(-1)?.status ?? 0;
  }
}

/** A captured answer is never asked for again, whatever its status: an archived 429 is a capture. */
function judgePlayback(answer: Answer): Verdict {
  if (answer.headers.has('memento-datetime')) return { kind: 'take' };
  if (answer.status === 429) return { kind: 'limited' };
  if (PASSING_STATUSES.has(answer.status))
    return { kind: 'passing', cause: `${answer.status} from the archive` };
  if (answer.status !== 200) return { kind: 'take' };
  const text = startOf(answer);
  if (EXCLUDED.test(text) || ROBOTS.test(text)) return { kind: 'take' };
  return { kind: 'passing', cause: '200 without Memento-Datetime' };
}

function readMementoDatetime(answer: Answer): string | null {
  const date = Date.parse(answer.headers.get('memento-datetime') ?? '');
  if (Number.isNaN(date)) return null;
  const timestamp = parseInstant(new Date(date).toISOString());
  return isTimestamp(timestamp) ? timestamp : null;
}

/** The lookup is by urlkey, so what comes may have another scheme, host prefix or letter case than what was asked. */
function readOriginalLink(answer: Answer): string | null {
  const link = answer.headers.get('link') ?? '';
  const original = /<([^<>]{1,4000})>\s*;\s*rel="?original"?/i.exec(link)?.[1];
  return original && isWebAddress(original) ? original : null;
}

function keepHeaders(headers: ReadonlyMap<string, string>): Record<string, string> {
  const kept = new Map<string, string>();
  for (const name of KEPT_HEADERS) {
    const value = headers.get(name);
    if (value !== undefined) kept.set(name, value);
  }
  for (const [name, value] of headers) {
    if (name.startsWith(CAPTURED_PREFIX)) kept.set(name.slice(CAPTURED_PREFIX.length), value);
  }
  return Object.fromEntries(kept);
}

/** Bytes in which the archive's own words are looked for: on its real pages they come after 130 kB of frame. */
const MOST_WORDS = 1_048_576;

/** Enough to find the archive's own messages, squashed to one line. */
function startOf(answer: Answer): string {
  return Buffer.from(answer.body.subarray(0, MOST_WORDS)).toString('utf8').replace(/\s+/g, ' ').trim();
}
