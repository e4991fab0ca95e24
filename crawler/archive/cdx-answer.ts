import { ArchiveError } from '../errors.ts';
import { type IndexPage, NotRows, parseJsonPage, parseTextPage } from './cdx-rows.ts';
import type { Layout } from './memento-url.ts';
import type { Verdict } from './requests.ts';
import type { Answer } from './transport.ts';

/** Statuses that pass. Source: EDGI's client, and 413 and 421 from its issue tracker. */
export const PASSING_STATUSES = new Set([408, 413, 421, 500, 502, 503, 504, 599]);

const EXCLUDED = /AdministrativeAccessControlException|Blocked Site Error/;
const ROBOTS = /RobotAccessControlException/;

/** Whether an index answer is worth reading, or should be asked for again. */
export function judgeIndexAnswer(layout: Layout, answer: Answer): Verdict {
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

/**
 * Reads an answer that was judged worth it.
 * @throws ArchiveError `excluded` or `rejected`
 */
export function readIndexAnswer(layout: Layout, answer: Answer): IndexPage {
  if (answer.status === 200 && !isRefusal(answer)) return parsePage(layout, answer);
  const text = toText(answer);
  if (ROBOTS.test(text + refusalHeader(answer))) throw new RobotsRefusal();
  // The newer service says nothing but the status.
  if (answer.status === 403 || isRefusal(answer))
    throw new ArchiveError('excluded', 'The site is excluded from the archive.');
  if (layout.dialect === 'pywb' && answer.status === 404 && /"(?:message|error)"/.test(text)) {
    return { rows: [], junkCount: 0, resumeKey: null };
  }
  const location = answer.headers.get('location');
  const words = location
    ? `a redirect to ${location}`
    : `"${text.replace(/\s+/g, ' ').trim().slice(0, 200)}"`;
  throw new ArchiveError('rejected', `The index answered ${answer.status} with ${words}.`);
}

function parsePage(layout: Layout, answer: Answer): IndexPage {
  const text = toText(answer);
  return layout.dialect === 'pywb' || /^\s*\[/.test(text) ? parseJsonPage(text) : parseTextPage(text);
}

function isRefusal(answer: Answer): boolean {
  const header = refusalHeader(answer);
  if (EXCLUDED.test(header) || ROBOTS.test(header)) return true;
  const start = toText(answer).slice(0, 2_000);
  return EXCLUDED.test(start) || ROBOTS.test(start);
}

function refusalHeader(answer: Answer): string {
  return answer.headers.get('x-archive-wayback-runtime-error') ?? '';
}

function toText(answer: Answer): string {
  return Buffer.from(answer.body).toString('utf8');
}
