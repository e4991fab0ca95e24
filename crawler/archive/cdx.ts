import type { Capture } from '../core/index.ts';
import { ArchiveError } from '../errors.ts';
import { judgeIndexAnswer, readIndexAnswer } from './cdx-answer.ts';
import { checkQuery, DEFAULT_PAGE_SIZE, formatQueryPath, isInWindow, type PageCursor } from './cdx-query.ts';
import type { IndexPage } from './cdx-rows.ts';
import type { Layout } from './memento-url.ts';
import { GaveUp, type Requests, type Verdict } from './requests.ts';
import { splitWindow } from './split-window.ts';
import { readTimemapPages } from './timemap.ts';
import type { Answer } from './transport.ts';
import type { CaptureQuery, Listing } from './types.ts';

/** More pages than any address has; past them something goes round in circles. */
const MAX_PAGES = 2_000;

/** A listing in the making. */
interface Draft {
  readonly captures: Capture[];
  /** Rows already received, as one text each: pages overlap, and the index itself repeats rows. */
  readonly seen: Set<string>;
  rowCount: number;
  duplicateCount: number;
  junkCount: number;
  pageCount: number;
}

/** A stretch of time, both ends as in a query. */
type Window = readonly [from: string, to: string];

/** Reads all pages of a query. See `ArchiveClient.listCaptures`. */
export async function listCaptures(
  requests: Requests,
  layout: Layout,
  query: CaptureQuery,
  now: () => number,
): Promise<Listing> {
  checkQuery(query);
  const lister = new Lister(requests, layout, query, now);
  return await lister.list();
}

class Lister {
  readonly #requests: Requests;
  readonly #layout: Layout;
  readonly #query: CaptureQuery;
  readonly #now: () => number;
  readonly #draft: Draft = {
    captures: [],
    seen: new Set(),
    rowCount: 0,
    duplicateCount: 0,
    junkCount: 0,
    pageCount: 0,
  };
  /** Why the listing is not complete; the first reason stays. */
  #note: string | null = null;

  constructor(requests: Requests, layout: Layout, query: CaptureQuery, now: () => number) {
    this.#requests = requests;
    this.#layout = layout;
    this.#query = query;
    this.#now = now;
  }

  async list(): Promise<Listing> {
    const windows: Window[] = [[this.#query.from ?? '', this.#query.to ?? '']];
    const isSplit = await this.#readWindows(windows);
    const { seen: _seen, captures, ...counts } = this.#draft;
    if (isSplit) captures.sort(byUrlkeyThenTimestamp);
    const limit = this.#query.limit ?? captures.length;
    return {
      captures: limit < 0 ? captures : captures.slice(0, limit),
      complete: this.#note === null,
      note: this.#note,
      ...counts,
    };
  }

  /** Reads one window after the other; one that is too expensive to answer is read in halves. */
  async #readWindows(windows: Window[]): Promise<boolean> {
    let isSplit = false;
    for (let window = windows.shift(); window; window = windows.shift()) {
      try {
        await this.#readPages(window);
      } catch (error) {
        const halves =
          isTooExpensive(error) && this.#query.limit === undefined
            ? splitWindow(...window, this.#now())
            : null;
        if (halves) {
          isSplit = true;
          windows.unshift(...halves);
          continue;
        }
        // What was read before stays, as a part; a failure before the first page is the caller's.
        if (this.#draft.pageCount === 0 || !(error instanceof ArchiveError) || error.kind === 'excluded')
          throw error;
        this.#note ??= `a later page failed: ${error.message}`;
        return isSplit;
      }
    }
    return isSplit;
  }

  async #readPages([from, to]: Window): Promise<void> {
    if (this.#query.service === 'timemap') {
      for await (const page of readTimemapPages(this.#requests, this.#layout, this.#query.url, from, to)) {
        this.#draft.pageCount += 1;
        this.#take(page, { from, to });
      }
      return;
    }
    const usedCursors = new Set<string>();
    let cursor: PageCursor = { from, to, resumeKey: null, limit: this.#pageLimit() };
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      usedCursors.add(JSON.stringify(cursor));
      const page = await this.#readPage(cursor);
      this.#take(page, cursor);
      const isFull = cursor.limit !== null && page.rows.length + page.junkCount >= Math.abs(cursor.limit);
      if (page.resumeKey === null && !isFull) return;
      const limit = this.#query.limit;
      if (limit !== undefined && (limit < 0 || this.#draft.captures.length >= limit)) {
        if (limit > 0 && page.resumeKey === null && this.#layout.dialect === 'wayback') return;
        this.#note ??= `only ${Math.abs(limit)} were asked for`;
        return;
      }
      const next = this.#nextCursor(cursor, page);
      if (next === null) {
        // A full page without a key: the server cannot say what follows.
        if (this.#layout.dialect === 'pywb') this.#note ??= 'the server cannot go on after a full page';
        return;
      }
      if (usedCursors.has(JSON.stringify(next))) {
        this.#note ??= 'the index goes round in circles';
        return;
      }
      cursor = next;
    }
    this.#note ??= `more than ${MAX_PAGES} pages`;
  }

  async #readPage(cursor: PageCursor): Promise<IndexPage> {
    const path = formatQueryPath(this.#layout, this.#query, cursor);
    const answer = await this.#requests.get('cdx', path, (received) => this.#judge(received, cursor));
    const page = readIndexAnswer(this.#layout, answer);
    this.#draft.pageCount += 1;
    return page;
  }

  #judge(answer: Answer, cursor: PageCursor): Verdict {
    const verdict = judgeIndexAnswer(this.#layout, answer);
    if (verdict.kind !== 'take' || answer.status !== 200 || cursor.resumeKey === null) return verdict;
    const isRepeated = readIndexAnswer(this.#layout, answer).resumeKey === cursor.resumeKey;
    return isRepeated ? { kind: 'passing', cause: 'the index named the same page as the next one' } : verdict;
  }

  #take(page: IndexPage, { from, to }: Pick<PageCursor, 'from' | 'to'>): void {
    const draft = this.#draft;
    draft.rowCount += page.rows.length + page.junkCount;
    draft.junkCount += page.junkCount;
    for (const row of page.rows) {
      if (draft.seen.has(row.line)) {
        draft.duplicateCount += 1;
        continue;
      }
      draft.seen.add(row.line);
      if (row.capture === null) draft.junkCount += 1;
      else if (isInWindow(row.capture.timestamp, from, to)) draft.captures.push(row.capture);
    }
  }

  #pageLimit(): number | null {
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
