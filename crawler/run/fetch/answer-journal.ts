import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writevSync,
} from 'node:fs';
import { join } from 'node:path';
import type { AnswerJournal, RawAnswer } from '../../archive/index.ts';
import { exitCodes, UserError } from '../../errors.ts';
import { sha256 } from '../../hash.ts';

/**
 * The answers that were read but are not in the store yet, a file each in a folder beside it. To read a page, to compress
 * it and to write it to the store takes some thousandths of a second, in which a kill would lose it; a plain file is
 * written in less than a tenth of that. The folder is there during a run, and after a kill until the next has taken over
 * what is in it; so is, until then, that an archive has told an untruth.
 */
export interface FileJournal extends AnswerJournal {
  /** Deletes the folder if nothing is left in it. */
  close(): void;
}

/** The first line of a file; the body follows. */
interface AnswerHead {
  readonly url: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  /** Bytes of the body: a kill may have struck while they were written. */
  readonly length: number;
}

/** @throws UserError where something else has the folder's name */
export function openAnswerJournal(storeFile: string): FileJournal {
  const folder = `${storeFile}-answers`;
  const nameOf = (url: string) => sha256(url).slice(0, 32);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) {
    throw new UserError(
      `${folder} is in the way: answers are kept in a folder of this name until they are in the store`,
      'Move the file elsewhere.',
      exitCodes.store,
    );
  }
  let isThere = found !== undefined;
  const untruthOf = (origin: string) => `untruth-${sha256(origin).slice(0, 24)}`;
  const kept = isThere ? readdirSync(folder) : [];
  const untruths = new Set(kept.filter((name) => name.startsWith('untruth-')));
  const noted = new Set(kept.filter((name) => !untruths.has(name)));
  const journal: FileJournal = {
    note: (url, answer) => {
      try {
        if (!isThere) mkdirSync(folder, { recursive: true });
        isThere = true;
        noted.add(nameOf(url));
        writeAnswer(join(folder, nameOf(url)), url, answer);
      } catch {
        // What cannot be noted is not lost but with a kill; whatever the disk suffers from, the store will tell.
      }
    },
    recall: (url) => (noted.has(nameOf(url)) ? readAnswer(join(folder, nameOf(url)), url) : null),
    forget: (url) => {
      if (noted.delete(nameOf(url))) rmSync(join(folder, nameOf(url)), { force: true });
    },
    noteUntruth: (origin) => {
      untruths.add(untruthOf(origin));
      try {
        if (!isThere) mkdirSync(folder, { recursive: true });
        isThere = true;
        closeSync(openSync(join(folder, untruthOf(origin)), 'w'));
      } catch {
        // Here, too, only a kill would lose the answer.
      }
    },
    hasUntruth: (origin) => untruths.has(untruthOf(origin)),
    close: () => {
      if (isThere) for (const name of untruths) rmSync(join(folder, name), { force: true });
      if (noted.size === 0) rmSync(folder, { recursive: true, force: true });
      isThere = false;
    },
  };
  // The first time takes a millisecond, ten times as long as later ones: better while there is nothing to lose.
  journal.note('', { status: 0, headers: new Map(), packed: new Uint8Array(1) });
  journal.forget('');
  return journal;
}

function writeAnswer(file: string, url: string, { status, headers, packed }: RawAnswer): void {
  const head: AnswerHead = { url, status, headers: [...headers], length: packed.length };
  const handle = openSync(file, 'w');
  try {
    writevSync(handle, [Buffer.from(`${JSON.stringify(head)}\n`), packed]);
  } finally {
    closeSync(handle);
  }
}

/** Null where the file is not whole, or not of this address. */
function readAnswer(file: string, url: string): RawAnswer | null {
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  const end = bytes.indexOf('\n');
  if (end < 0) return null;
  let head: AnswerHead;
  try {
    head = JSON.parse(bytes.toString('utf8', 0, end)) as AnswerHead;
  } catch {
    return null;
  }
  const packed = bytes.subarray(end + 1);
  if (head.url !== url || head.length !== packed.length) return null;
  return { status: head.status, headers: new Map(head.headers), packed };
}
