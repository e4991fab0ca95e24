import { type CaptureQuery, type Listing, toUrlkey } from '../../archive/index.ts';
import { NO_REQUESTS } from '../../core/index.ts';
import type { Effects } from '../../effects.ts';
import { openScratchCaptures, type ScratchCaptures } from '../../store/index.ts';
import type { IndexEntry } from '../intake/warc/index-entry.ts';
import { type EntryList, listEntries } from '../intake/warc/list-entries.ts';
import { readRows } from './read-rows.ts';
import { type RecordIndex, toEntry } from './record-index.ts';

/**
 * Opens files with rows of a columnar index as one index, which costs no request. Kept on disk meanwhile: memory does not
 * grow with the rows. `origin`: where the files lie that the rows name.
 * @throws UserError for a file that holds no such rows
 */
export async function openRowIndex(
  paths: readonly string[],
  origin: string,
  effects: Pick<Effects, 'warn'>,
): Promise<RecordIndex> {
  const captures = openScratchCaptures();
  try {
    for (const path of paths) {
      const { rowCount, junkCount, firstJunk } = await readRows(path, (page) => captures.add(page));
      if (junkCount > 0)
        effects.warn(`${path}: ${junkCount} of ${rowCount} rows name no capture; the first: ${firstJunk}`);
    }
    return new RowIndex(captures, origin);
  } catch (error) {
    captures.close();
    throw error;
  }
}

class RowIndex implements RecordIndex {
  readonly origin: string;
  readonly stopped = null;
  readonly #captures: ScratchCaptures;
  readonly #list: EntryList;

  constructor(captures: ScratchCaptures, origin: string) {
    this.origin = origin;
    this.#captures = captures;
    this.#list = {
      of: (urlkey) => captures.listOf(urlkey).map(toEntry),
      startingWith: (beginnings) =>
        beginnings.flatMap((text) => captures.listStartingWith(text)).map(toEntry),
    };
  }

  async listCaptures(query: CaptureQuery): Promise<Listing> {
    return listEntries(this.#list, query);
  }

  async entriesOf(url: string): Promise<readonly IndexEntry[]> {
    return this.#list.of(toUrlkey(url));
  }

  counts() {
    return NO_REQUESTS;
  }

  share(): RecordIndex {
    return this;
  }

  async close(): Promise<void> {
    this.#captures.close();
  }
}
