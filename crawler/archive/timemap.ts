import { ArchiveError } from '../errors.ts';
import type { Asking } from './asking.ts';
import { judgeIndexAnswer, readIndexAnswer } from './cdx-answer.ts';
import type { IndexPage } from './cdx-rows.ts';
import type { Answer } from './transport.ts';
import type { Verdict } from './verdict.ts';

/** Blocks of the index per page: five are some 15,000 rows. */
const PAGE_SIZE = '5';
const MAX_PAGES = 1_000;

/**
 * Reads the index by numbered pages, as JSON with eleven columns. Pages count blocks of the index and not rows, so one in
 * the middle may be empty: the number of pages says where the end is. It is told for excluded sites, too.
 */
export async function* readTimemapPages(
  asking: Asking,
  url: string,
  from: string,
  to: string,
): AsyncGenerator<IndexPage> {
  const { requests, layout, tally } = asking;
  const parameters = new URLSearchParams({
    url,
    ...(from && { from }),
    ...(to && { to }),
    pageSize: PAGE_SIZE,
  });
  const pageCount = await readPageCount(asking, `/web/timemap/cdx?${parameters}&showNumPages=true`);
  for (let page = 0; page < pageCount; page += 1) {
    const path = `/web/timemap/json?${parameters}&page=${page}`;
    const answer = await requests.get('cdx', path, (received) => judgeIndexAnswer(layout, received), tally);
    yield readIndexAnswer(layout, answer);
  }
}

async function readPageCount({ requests, tally }: Asking, path: string): Promise<number> {
  const judge = (received: Answer): Verdict => {
    if (received.status === 429) return { kind: 'limited' };
    if (received.status >= 500) return { kind: 'passing', cause: `${received.status} from the index` };
    return { kind: 'take' };
  };
  const answer = await requests.get('cdx', path, judge, tally);
  const text = Buffer.from(answer.body).toString('utf8').trim();
  if (answer.status !== 200 || !/^\d{1,6}$/.test(text) || Number(text) > MAX_PAGES) {
    throw new ArchiveError(
      'rejected',
      `The index told no number of pages (${answer.status}, "${text.slice(0, 100)}").`,
    );
  }
  return Number(text);
}
