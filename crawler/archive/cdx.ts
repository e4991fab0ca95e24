import type { Capture } from '../core/index.ts';
import { ArchiveError } from '../errors.ts';
import type { Asking } from './asking.ts';
import { judgeIndexAnswer, readIndexAnswer } from './cdx-answer.ts';
import {
  checkQuery,
  DEFAULT_PAGE_SIZE,
  formatQueryPath,
  isInWindow,
  type PageCursor,
  UNCOLLAPSED_PAGE_SIZE,
} from './cdx-query.ts';
import type { IndexPage, IndexRow } from './cdx-rows.ts';
import { Collapse } from './collapse.ts';
import { splitWindow } from './split-window.ts';
import { readTimemapPages } from './timemap.ts';
import type { Answer } from './transport.ts';
import type { CaptureQuery, Listing } from './types.ts';
import { GaveUp, type Verdict } from './verdict.ts';

/**
 * Rows read of one address, junk and repetitions included. Only the busiest have more: from there on the first capture of
 * each day is asked for, so that the later years are not lost. An index that then goes on as before has no end.
 */
const MAX_ROWS = 50_000;
const BY_DAY = 'timestamp:8';
/** Pages in a row that bring nothing new: the index goes round in circles. */
const MAX_BARREN_PAGES = 3;
/** Parts into which time is cut where the index cannot answer for the whole. */
const MAX_WINDOWS = 64;

/** A stretch of time, both ends as in a query. */
type Window = readonly [from: string, to: string];

/** Reads all pages of a query, as often as it takes to have each. See `ArchiveClient.listCaptures`. */
export async function listCaptures(asking: Asking, query: CaptureQuery): Promise<Listing> {
  checkQuery(query);
  return await new Lister(asking, query).list();
}

class Lister {
  readonly #asking: Asking;
  readonly #query: CaptureQuery;
  readonly #collapse: Collapse | null;
  readonly #captures: Capture[] = [];
  /** Rows of the page before and of this one, as one text each: pages overlap, and the index itself repeats rows. */
  #seen: readonly [before: Set<string>, now: Set<string>] = [new Set(), new Set()];
  readonly #counts = { captureCount: 0, rowCount: 0, duplicateCount: 0, junkCount: 0, pageCount: 0 };
  #lastRow = '';
  /** Why the listing is not complete; the first reason stays. */
  #note: string | null = null;
  /** Whether the first capture of a day stands for it, since there are too many. */
  #isThinned = false;
  /** Whether there are more rows than are read. */
  #isEndless = false;

  constructor(asking: Asking, query: CaptureQuery) {
    this.#asking = asking;
    this.#query = query;
    const isOurs = query.collapse !== undefined && asking.layout.dialect === 'pywb';
    this.#collapse = isOurs ? new Collapse(query.collapse!) : null;
  }

  async list(): Promise<Listing> {
    const windows: Window[] = [[this.#query.from ?? '', this.#query.to ?? '']];
    const isSplit = await this.#readWindows(windows);
    const captures = this.#captures;
    if (isSplit) captures.sort(byUrlkeyThenTimestamp);
    const limit = this.#query.limit ?? captures.length;
    return {
      captures: limit < 0 ? captures : captures.slice(0, limit),
      complete: this.#note === null,
      note: this.#note,
      ...(this.#isEndless ? { isEndless: true } : {}),
      lastRow: this.#lastRow,
      ...this.#counts,
    };
  }

  /** Reads one window after the other; one that is too expensive to answer is read in halves. */
  async #readWindows(windows: Window[]): Promise<boolean> {
    let isSplit = false;
    let left = MAX_WINDOWS;
    for (let window = windows.shift(); window; window = windows.shift()) {
      try {
        await this.#readPages(window);
      } catch (error) {
        const halves =
          isTooExpensive(error) && this.#query.limit === undefined && left > 0
            ? splitWindow(...window, this.#asking.options.now())
            : null;
        if (halves) {
          isSplit = true;
          left -= 1;
          windows.unshift(...halves);
          continue;
        }
        // What was read before stays, as a part; a failure before the first page is the caller's.
        if (this.#counts.pageCount === 0 || !(error instanceof ArchiveError) || error.kind === 'excluded')
          throw error;
        this.#note ??= `a later page failed: ${error.message}`;
        return isSplit;
      }
    }
    return isSplit;
  }

  async #readPages([from, to]: Window): Promise<void> {
    if (this.#query.service === 'timemap') {
      for await (const page of readTimemapPages(this.#asking, this.#query.url, from, to)) {
        this.#counts.pageCount += 1;
        this.#take(page, { from, to });
      }
      return;
    }
    const usedCursors = new Set<string>();
    let barren = 0;
    let cursor: PageCursor | null = { from, to, resumeKey: null, limit: this.#pageLimit() };
    while (cursor !== null) {
      usedCursors.add(JSON.stringify(cursor));
      const page = await this.#readPage(cursor, from);
      const newCount = this.#take(page, cursor);
      barren = newCount > 0 ? 0 : barren + 1;
      cursor = this.#whatFollows(cursor, page);
      if (cursor === null) return;
      if (this.#counts.rowCount >= MAX_ROWS && !this.#goOnThinned(cursor, page))
        return this.#leave(`there are more than ${MAX_ROWS} rows; ask for less with --from and --to`);
      if (usedCursors.has(JSON.stringify(cursor)) || barren >= MAX_BARREN_PAGES)
        return this.#leave('the index goes round in circles');
    }
  }

  #leave(note: string): void {
    this.#note = note;
    this.#isEndless = true;
  }

  /** Whether the rest is worth reading a day at a time: not where each day came with all it has all the same. */
  #goOnThinned({ from, resumeKey }: PageCursor, { rows }: IndexPage): boolean {
    if (!this.#isThinned) {
      const isPlain = this.#query.collapse === undefined && resumeKey === null && from.length === 14;
      if (!isPlain || this.#asking.layout.dialect !== 'wayback') return false;
      this.#isThinned = true;
      this.#isEndless = true;
      this.#note ??= `there are more than ${MAX_ROWS} rows; from ${from} on the first of each day was read`;
      return true;
    }
    const days = rows.map(({ timestamp }) => timestamp.slice(0, 8));
    return days.every((day, k) => day !== days[k - 1]) && this.#counts.rowCount < 2 * MAX_ROWS;
  }

  /** The next page, or null after the last one and where no more is wanted; notes what is then left out. */
  #whatFollows(cursor: PageCursor, page: IndexPage): PageCursor | null {
    const isFull = cursor.limit !== null && page.rows.length + page.junkCount >= Math.abs(cursor.limit);
    if (page.resumeKey === null && !isFull) return null;
    const isWayback = this.#asking.layout.dialect === 'wayback';
    const { limit } = this.#query;
    if (limit !== undefined && (limit < 0 || this.#counts.captureCount >= limit)) {
      const mayBeAll = limit > 0 && page.resumeKey === null && isWayback;
      if (!mayBeAll) this.#note ??= `only ${Math.abs(limit)} were asked for`;
      return null;
    }
    const next = this.#nextCursor(cursor, page);
    // A full page without a key: the server cannot say what follows.
    if (next === null && !isWayback) this.#note ??= 'the server cannot go on after a full page';
    return next;
  }

  async #readPage(cursor: PageCursor, windowFrom: string): Promise<IndexPage> {
    const { requests, layout, tally } = this.#asking;
    const query = this.#isThinned ? { ...this.#query, collapse: BY_DAY } : this.#query;
    const path = formatQueryPath(layout, query, cursor);
    const isContinued = cursor.resumeKey === null && cursor.from !== windowFrom;
    const judge = (received: Answer) => this.#judge(received, { path, cursor, isContinued });
    const answer = await requests.get('cdx', path, judge, tally);
    const page = readIndexAnswer(layout, answer);
    this.#counts.pageCount += 1;
    return page;
  }

  #judge(
    answer: Answer,
    { path, cursor, isContinued }: { path: string; cursor: PageCursor; isContinued: boolean },
  ): Verdict {
    const { layout, doubts } = this.#asking;
    const verdict = judgeIndexAnswer(layout, answer);
    if (verdict.kind !== 'take' || answer.status !== 200) return verdict;
    const page = readIndexAnswer(layout, answer);
    if (cursor.resumeKey !== null && page.resumeKey === cursor.resumeKey)
      return { kind: 'passing', cause: 'the index named the same page as the next one' };
    // It begins with the last second of the page before.
    if (isContinued && page.rows.length + page.junkCount === 0)
      return { kind: 'passing', cause: 'the index no longer knows the row it listed last' };
    if (page.cut === null) {
      doubts.settle(path);
      return verdict;
    }
    if (page.cut === 'mid-row') doubts.reject(path);
    else if (doubts.doubt(path, `${page.rows.length} ${page.rows.at(-1)?.line}`)) return verdict;
    return { kind: 'passing', cause: 'a listing cut in the middle of a row' };
  }

  /** Keeps what is new of a page; returns how many rows that were. */
  #take(page: IndexPage, { from, to }: Pick<PageCursor, 'from' | 'to'>): number {
    const counts = this.#counts;
    this.#seen = [this.#seen[1], new Set()];
    counts.rowCount += page.rows.length + page.junkCount;
    counts.junkCount += page.junkCount;
    const fresh = page.rows.filter((row) => this.#isNew(row));
    counts.duplicateCount += page.rows.length - fresh.length;
    counts.junkCount += fresh.filter((row) => row.capture === null).length;
    const captures = fresh
      .filter(({ capture }) => capture !== null && isInWindow(capture.timestamp, from, to))
      .filter((row) => this.#collapse?.keeps(row) ?? true)
      .map(({ capture }) => capture!);
    counts.captureCount += captures.length;
    this.#lastRow = page.rows.at(-1)?.line ?? this.#lastRow;
    if (this.#query.onPage) this.#query.onPage(captures);
    else for (const capture of captures) this.#captures.push(capture);
    return fresh.length;
  }

  #isNew({ line }: IndexRow): boolean {
    const [before, now] = this.#seen;
    const isNew = !before.has(line) && !now.has(line);
    now.add(line);
    return isNew;
  }

  #pageLimit(): number | null {
    if (this.#collapse) return UNCOLLAPSED_PAGE_SIZE;
    const pageSize = this.#query.pageSize === undefined ? DEFAULT_PAGE_SIZE : this.#query.pageSize;
    const { limit } = this.#query;
    if (limit === undefined || pageSize === null) return limit ?? pageSize;
    return limit < 0 ? limit : Math.min(limit, pageSize);
  }

  /**
   * From the last timestamp on, which repeats a few rows and loses none; by resume key where that makes no headway,
   * as when one second fills a page, or where rows are not in order of time.
   */
  #nextCursor(cursor: PageCursor, page: IndexPage): PageCursor | null {
    const matchType = this.#query.matchType ?? (this.#query.url.includes('*') ? 'prefix' : 'exact');
    const continueBy = this.#query.continueBy ?? (matchType === 'exact' ? 'timestamp' : 'key');
    const last = page.rows.findLast((row) => /^\d{14}$/.test(row.timestamp))?.timestamp ?? '';
    if (continueBy === 'timestamp' && last > cursor.from && isInWindow(last, '', cursor.to)) {
      return { ...cursor, from: last, resumeKey: null };
    }
    return page.resumeKey === null ? null : { ...cursor, resumeKey: page.resumeKey };
  }
}

/** A gateway time-out, or more than we accept: a narrower question may be answered. */
function isTooExpensive(error: unknown): boolean {
  return error instanceof GaveUp && (error.status === 504 || error.isTooLarge);
}

function byUrlkeyThenTimestamp(left: Capture, right: Capture): number {
  return compare(left.urlkey, right.urlkey) || compare(left.timestamp, right.timestamp);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
