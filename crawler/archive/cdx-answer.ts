import { ArchiveError } from '../errors.ts';
import { type IndexPage, NotRows, parseJsonPage, parseTextPage } from './cdx-rows.ts';
import type { ArchiveLayout } from './memento-url.ts';
import type { Answer } from './transport.ts';
import type { Verdict } from './verdict.ts';

/** Statuses that pass. Source: EDGI's client, and 413 and 421 from its issue tracker. */
export const PASSING_STATUSES = new Set([408, 413, 421, 500, 502, 503, 504, 599]);

const EXCLUDED = /AdministrativeAccessControlException|Blocked Site Error/;
/** pywb's words for an address it has nothing of; a 404 with other words means that there is no such collection. */
const NO_CAPTURES = /"(?:message|error)"\s*:\s*"No Captures found/i;
const EMPTY_PAGE: IndexPage = { rows: [], junkCount: 0, resumeKey: null, cut: null };
const ROBOTS = /RobotAccessControlException/;

/** Whether an index answer is worth reading, or should be asked for again. */
export function judgeIndexAnswer(layout: ArchiveLayout, answer: Answer): Verdict {
  if (answer.status === 429) return { kind: 'limited' };
  // Too expensive a question stays so: what helps is a smaller one.
  if (answer.status === 504) return { kind: 'passing', cause: '504 from the index', maxRetries: 1 };
  if (PASSING_STATUSES.has(answer.status))
    return { kind: 'passing', cause: `${answer.status} from the index` };
  if (answer.status !== 200 || isRefusal(answer)) return { kind: 'take' };
  try {
    parsePage(layout, answer);
    return { kind: 'take' };
  } catch (error) {
    if (!(error instanceof NotRows)) throw error;
    return { kind: 'passing', cause: `the index answered "${error.message}"` };
  }
}

/** The index keeps a site back because of its robots.txt. Playback may not: it has been seen to go its own way. */
export class RobotsRefusal extends ArchiveError {
  constructor() {
    super('excluded', "The archive obeys the site's robots.txt and lists nothing of it.");
  }
}

/** 403 without a word of exclusion: of what was asked it is true; of the site, once more of it is refused. */
export class BareRefusal extends ArchiveError {
  constructor() {
    super('excluded', 'The archive refuses to list it (403), and does not say why.');
  }
}

/**
 * Reads an answer that was judged worth it.
 * @throws ArchiveError `excluded` or `rejected`
 */
export function readIndexAnswer(layout: ArchiveLayout, answer: Answer): IndexPage {
  if (answer.status === 200 && !isRefusal(answer)) return parsePage(layout, answer);
  const text = toText(answer).slice(0, 10_000);
  if (ROBOTS.test(text + refusalHeader(answer))) throw new RobotsRefusal();
  if (isRefusal(answer)) throw new ArchiveError('excluded', 'The site is excluded from the archive.');
  if (answer.status === 403) throw new BareRefusal();
  if (layout.dialect === 'pywb' && answer.status === 404 && NO_CAPTURES.test(text)) return EMPTY_PAGE;
  const location = answer.headers.get('location');
  const words = location
    ? `a redirect to ${location.slice(0, 200)}`
    : `"${text.slice(0, 2_000).replace(/\s+/g, ' ').trim().slice(0, 200)}"`;
  throw new ArchiveError('rejected', `The index answered ${answer.status} with ${words}.`);
}

/** Pages of the answers read last: an answer is first judged and then read. */
const parsed = new WeakMap<Answer, IndexPage>();

/** @throws NotRows */
function parsePage(layout: ArchiveLayout, answer: Answer): IndexPage {
  const known = parsed.get(answer);
  if (known) return known;
  const text = toText(answer);
  const page = layout.dialect === 'pywb' || /^\s*\[/.test(text) ? parseJsonPage(text) : parseTextPage(text);
  parsed.set(answer, page);
  return page;
}

function isRefusal(answer: Answer): boolean {
  const header = refusalHeader(answer);
  if (EXCLUDED.test(header) || ROBOTS.test(header)) return true;
  const start = Buffer.from(answer.body.subarray(0, 8_000)).toString('latin1').slice(0, 2_000);
  return EXCLUDED.test(start) || ROBOTS.test(start);
}

function refusalHeader(answer: Answer): string {
  return answer.headers.get('x-archive-wayback-runtime-error') ?? '';
}

function toText({ body }: Answer): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
}
