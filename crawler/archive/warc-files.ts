import type { RequestCounts, WarcPlace } from '../core/index.ts';
import { ArchiveError } from '../errors.ts';
import { PASSING_STATUSES } from './cdx-answer.ts';
import { Doubts } from './doubts.ts';
import { resolveOptions } from './options.ts';
import { Requests } from './requests.ts';
import { Tally } from './tally.ts';
import type { Answer } from './transport.ts';
import type { ArchiveOptions } from './types.ts';
import type { Verdict } from './verdict.ts';

/** Where Common Crawl keeps its WARC files: https://commoncrawl.org/get-started */
export const COMMON_CRAWL_FILES = 'https://data.commoncrawl.org';

/** WARC files on a web server, of which single records are read. One set of limits, as for an archive. */
export interface WarcFiles {
  /** Address of the folder that the files are named from, without a trailing slash. */
  readonly origin: string;
  /**
   * The bytes of one record, in one request; null where the server does not have them.
   * @throws ArchiveError where retries are used up, where the server gives whole files only, or once the client has stopped
   */
  read(place: WarcPlace): Promise<Uint8Array | null>;
  counts(): RequestCounts;
  readonly stopped: ArchiveError | null;
  /** What was doubted of records in this run. */
  readonly doubts: Doubts;
  /** The same files for another user, with counts of its own. */
  share(): WarcFiles;
  close(): Promise<void>;
}

/** @throws UserError for options that make no sense */
export function openWarcFiles(options: ArchiveOptions): WarcFiles {
  const resolved = resolveOptions({ ...options, origin: options.origin ?? COMMON_CRAWL_FILES });
  const requests = new Requests(resolved);
  const doubts = new Doubts(resolved.journal, resolved.base.origin);
  return makeUser(resolved.base.href.replace(/(?<!\/)\/+$/, ''), requests, doubts);
}

function makeUser(origin: string, requests: Requests, doubts: Doubts): WarcFiles {
  const tally = new Tally();
  const folder = new URL(origin).pathname.replace(/\/$/, '');
  return {
    origin,
    doubts,
    async read({ file, offset, length }) {
      const name = file.split('/').map(encodeURIComponent).join('/');
      const path = `${folder}/${name}#bytes=${offset}-${offset + length - 1}`;
      const answer = await requests.get('memento', path, (received) => judge(received, length), tally);
      if (answer.status === 206) return answer.body;
      if (answer.status === 200) {
        throw new ArchiveError(
          'rejected',
          `${origin} gives whole files only, and no part of them (${file}).`,
        );
      }
      return null;
    },
    counts: () => tally.toCounts(),
    get stopped() {
      return requests.stopped;
    },
    share: () => makeUser(origin, requests, doubts),
    close: () => requests.close(),
  };
}

function judge(answer: Answer, length: number): Verdict {
  if (answer.status === 429) return { kind: 'limited' };
  if (PASSING_STATUSES.has(answer.status))
    return { kind: 'passing', cause: `${answer.status} for a part of a file` };
  if (answer.status === 206 && answer.body.length !== length)
    return { kind: 'passing', cause: `${answer.body.length} bytes of a file instead of ${length}` };
  return { kind: 'take' };
}
