/**
 * What the archive room takes and gives. `Capture`, `Memento` and `Hop` are in core/model.ts, since other rooms hold
 * them too; what is here ends at the corridor (run.ts).
 */

import type { Capture, Hop, Memento, RequestCounts } from '../core/index.ts';
import type { ArchiveError } from '../errors.ts';
import type { Doubts, UntruthJournal } from './doubts.ts';

/** Why the client holds its requests back, and for how long. */
export interface Wait {
  /**
   * - `limited`: the archive answered 429; nothing at all is sent meanwhile;
   * - `refused`: it accepts no connection; nothing at all is sent meanwhile;
   * - `failing`: many failures in a row; nothing at all is sent meanwhile, then one request tries;
   * - `retry`: one request failed in passing and is repeated; others go on.
   */
  readonly reason: 'limited' | 'refused' | 'failing' | 'retry';
  readonly waitMs: number;
  /** What was answered, in a few words: `429 from the archive`, `connection reset`. */
  readonly cause: string;
}

/** How long to hold back, in milliseconds; one entry per repetition. All default to what docs say of the archive. */
export interface WaitTable {
  /** After the first, second … 429 in a row, where the archive names no time; the one after the last stops the run. */
  readonly limitedMs: readonly number[];
  /** After the first, second … refused connection in a row; the one after the last stops the run. */
  readonly refusedMs: readonly number[];
  /** Between the tries of one request; its length is the number of retries. */
  readonly retryMs: readonly number[];
  /** After `failuresInRow` failures in a row, before one request tries again. */
  readonly failingMs: number;
  readonly failuresInRow: number;
}

/** Turns that clients of one archive on several machines take: one after the other, whoever asks. */
export interface SharedTurns {
  /**
   * Resolves when a request may be written; nobody else has a turn of its kind until `written` is called and the interval
   * is over. Rejects with the reason of `end`.
   */
  take(kind: 'cdx' | 'memento', intervalMs: number, end: AbortSignal): Promise<{ written(): void }>;
  /** Nobody has a turn for so long. */
  hold(waitMs: number): void;
}

export interface ArchiveOptions {
  /**
   * Address of the archive. Without a path, the Wayback Machine's layout (`/cdx/search/cdx`, `/web/<timestamp>id_/<url>`);
   * with one, a pywb collection (`<path>/cdx`, `<path>/<timestamp>id_/<url>`). Default `https://web.archive.org`.
   */
  readonly origin?: string;
  /** Mail or web address put into the User-Agent, so that the archive's staff can reach whoever runs this. */
  readonly contact?: string | null;
  /** Version of the program, for the User-Agent. */
  readonly version?: string;
  /** Index queries per second, retries included. Default 1/3. */
  readonly cdxRate?: number;
  /** Memento requests per second, retries and redirects included. Default 2. */
  readonly mementoRate?: number;
  /** Connections, and requests under way, at most. Default 2. */
  readonly concurrency?: number;
  /** Default 10,000. */
  readonly connectTimeoutMs?: number;
  /** Longest silence while an answer is awaited or read. Default 60,000. */
  readonly readTimeoutMs?: number;
  /** Longest time from sending a request to the last byte of its answer, however steadily that comes. Default 180,000. */
  readonly answerTimeoutMs?: number;
  /** Largest answer of the index accepted, in bytes. Default 16 MiB, some 100,000 rows. */
  readonly maxIndexBytes?: number;
  /** Largest answer accepted, in bytes, before and after decompression. Default 64 MiB. */
  readonly maxAnswerBytes?: number;
  /** How far a landing may lie from the timestamp asked for, in seconds. Default 24 hours. */
  readonly landingWindowSeconds?: number;
  /** Requests one memento may cost, redirects included. Default 10. */
  readonly maxHops?: number;
  readonly waits?: Partial<WaitTable>;
  /** Called before every wait but those for the rate. */
  readonly onWait?: (wait: Wait) => void;
  /** Ends all waits and requests; calls then reject with its reason. */
  readonly signal?: AbortSignal;
  /** Where answers wait until they are in the store. Default: nowhere. */
  readonly journal?: AnswerJournal;
  /** Rates and pauses shared with clients elsewhere. Default: nobody else asks from this address. */
  readonly turns?: SharedTurns;
  /** For tests: how the client sleeps. */
  readonly sleep?: (waitMs: number, signal?: AbortSignal) => Promise<void>;
  /** For tests: the current time in milliseconds since 1970. */
  readonly now?: () => number;
}

/** An answer as it came over the connection. */
export interface RawAnswer {
  readonly status: number;
  /** Names in lower case; repeated ones joined by `, `. */
  readonly headers: ReadonlyMap<string, string>;
  /** The body, its content coding not undone. */
  readonly packed: Uint8Array;
}

/**
 * Remembers captured answers from the moment their last byte is read until they are in the store, so that a process that
 * is killed in between need not ask for them again. By the whole address asked for; every call is done when it returns.
 */
export interface AnswerJournal extends UntruthJournal {
  note(url: string, answer: RawAnswer): void;
  /** An answer noted and not forgotten since, be it by an earlier process. */
  recall(url: string): RawAnswer | null;
  forget(url: string): void;
}

/** One question to the index. */
export interface CaptureQuery {
  /** Address asked for; scheme and `www` do not matter. */
  readonly url: string;
  /** Default `exact`. */
  readonly matchType?: 'exact' | 'prefix' | 'host' | 'domain';
  /** First and last moment wanted, 1 to 14 digits, both inclusive; `to: '2004'` means until the end of 2004. */
  readonly from?: string;
  readonly to?: string;
  /** `[!]field:regex`; the regex must match the whole field; all must hold. Spelled as the Wayback Machine wants them. */
  readonly filters?: readonly string[];
  /** `field` or `field:length`: drop rows equal to the one directly before. */
  readonly collapse?: string;
  /** At most so many rows; negative: the last ones. A listing that it cut is not complete. */
  readonly limit?: number;
  /**
   * Rows asked for per request. Default 10,000: one page is enough for nearly every address. Null leaves it to the
   * server, which then does not say when it kept rows back.
   */
  readonly pageSize?: number | null;
  /**
   * How the next page is named. `timestamp` (default for `exact`): from the last timestamp on, which loses nothing;
   * `key` (default otherwise): by the server's resume key, which in the old service lost rows of the cut second.
   */
  readonly continueBy?: 'timestamp' | 'key';
  /**
   * Which way into the index. `timemap` reads the same rows by numbered pages, so nothing is lost at cuts, but each page
   * is large and slow; it knows no filters here. Default `cdx`.
   */
  readonly service?: 'cdx' | 'timemap';
  /** Takes the captures page by page; the listing then holds none, so that no long one is in memory as a whole. */
  readonly onPage?: (captures: readonly Capture[]) => void;
  /**
   * What speaks against a complete listing, in a few words, or null: such a one is asked for again, and is complete only
   * where it comes the same. Default: nothing does.
   */
  readonly doubt?: (listing: Listing) => string | null;
  /** Ask the index to name the originals of revisits. Flaky and slow; default false. */
  readonly resolveRevisits?: boolean;
}

/** What the index listed for one query. */
export interface Listing {
  /** In the order of the index; junk and rows outside the dates dropped, equal rows once. */
  readonly captures: readonly Capture[];
  /** Captures that were taken page by page are counted here and are not in `captures`. */
  readonly captureCount?: number;
  /** The last row, as one text; empty where there is none. */
  readonly lastRow?: string;
  /** True only where the archive was read to its end. */
  readonly complete: boolean;
  /** Why it is not complete, or null. */
  readonly note: string | null;
  /** There are more rows than are read: to ask again brings no more. */
  readonly isEndless?: boolean;
  /** Rows received, whether kept or not. */
  readonly rowCount: number;
  readonly duplicateCount: number;
  /** Rows that are no captures: damaged, not http, a timestamp that is no date. */
  readonly junkCount: number;
  /** Answers read; retries are not counted. */
  readonly pageCount: number;
}

/**
 * What it takes to ask for a capture: the timestamp as listed, since the repaired one does not play. The digest tells
 * captures of one second apart where the archive can.
 */
export type CaptureAddress = Pick<Capture, 'listedTimestamp' | 'original'> & Partial<Pick<Capture, 'digest'>>;

export interface FetchOptions {
  /** Instead of the client's: to ask for whatever is nearest to a moment, within so many seconds. */
  readonly landingWindowSeconds?: number;
}

/** Why a capture's playback gave no memento. Final for the capture, unlike an `ArchiveError`. */
export type NoMementoKind =
  /** The archive points at another capture, too far away. */
  | 'not-playable'
  /** A captured redirect led to a capture too far away in time. */
  | 'drifted'
  /** 404: listed, but not there. After a captured redirect: its target was never captured. */
  | 'not-archived'
  /** The site is excluded from the archive; the host is not asked again. */
  | 'excluded'
  /** The archive obeys the site's robots.txt. */
  | 'robots'
  | 'redirect-loop'
  | 'too-many-redirects'
  /** A redirect to something that is no web address. */
  | 'bad-redirect'
  /** Status 200 and no bytes. */
  | 'empty'
  | 'too-large'
  /** Another refusal by the archive, as 400 or 451. */
  | 'refused';

export type Playback =
  | {
      readonly kind: 'memento';
      readonly memento: Memento;
      /** The payload as it came over the connection, which the index's digest may have been taken of. */
      readonly packed?: Uint8Array;
      /** Whether it is the capture asked for itself that was played, and no neighbour and nothing it redirects to. */
      readonly isItself?: boolean;
    }
  | {
      readonly kind: NoMementoKind;
      /** One sentence for people. */
      readonly reason: string;
      readonly hops: readonly Hop[];
      /** HTTP status of the last answer; 0 where none was asked for. */
      readonly status: number;
      /** Timestamp of the capture the archive pointed at, where it did. */
      readonly nearest: string | null;
    };

export interface ArchiveClient {
  /** The configured address, without a trailing slash, or another one by which the same archive is known. */
  readonly origin: string;
  /**
   * @throws ArchiveError `excluded` where the index names the site excluded, `rejected` for a refused query, else where
   * not even the first page could be had. A later page that fails makes the listing incomplete.
   */
  listCaptures(query: CaptureQuery): Promise<Listing>;
  /** @throws ArchiveError where retries are used up, or the client has stopped. */
  fetchMemento(capture: CaptureAddress, options?: FetchOptions): Promise<Playback>;
  /** To be called once what came of a playback is in the store: its answers are forgotten. */
  settle(playback: Playback): void;
  /** Address of a capture's unrewritten form at this archive. */
  mementoUrl(timestamp: string, original: string): string;
  counts(): RequestCounts;
  /**
   * The same archive for another user: one set of limits, pauses and connections, counts of its own. Local files have none.
   * `knownAs`: the address by which that user knows it.
   */
  share?(knownAs?: string): ArchiveClient;
  /** What was doubted of this archive's answers in this run; local files are not doubted. */
  readonly doubts?: Doubts;
  /**
   * Set once the client has given up on the archive as a whole: every later call rejects with it without asking. An
   * ArchiveError thrown while this is null concerns one capture or listing only.
   */
  readonly stopped: ArchiveError | null;
  close(): Promise<void>;
}
