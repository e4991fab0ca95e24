import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { exitCodes, UserError } from '../errors.ts';
import { sha256 } from '../hash.ts';

/** A file of an export; the path is relative to its folder, with slashes. */
export interface ExportedFile {
  readonly path: string;
  readonly lengthBytes: number;
  readonly hash: string;
  /** Rows of a table; null for what is none. */
  readonly rowCount: number | null;
}

/** Hears of a folder that is being filled, and of its end. */
export type ScratchListener = (folder: string, isThere: boolean) => void;

export const PACKAGE_FILE = 'datapackage.json';
const SUMS_FILE = 'SHA256SUMS';

/** A half-made export of a run elsewhere (another machine) that nobody has added a file to for so long was left behind. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** Lines are gathered up to about this many characters between writes. */
const CHUNK_LENGTH = 1 << 16;

/**
 * Makes the folder `target` by letting `fill` write into a new folder beside it and putting that in its place: whoever
 * reads never meets half an export. Adds SHA256SUMS. An earlier export is replaced.
 * @throws UserError where the folder holds anything else, or cannot be written.
 */
export function makeExportFolder(
  target: string,
  fill: (folder: ExportFolder) => void,
  onScratch: ScratchListener = () => {},
): readonly ExportedFile[] {
  const place = resolve(target);
  checkReplaceable(place, target);
  let scratch: string | null = null;
  try {
    mkdirSync(dirname(place), { recursive: true });
    sweepParts(place);
    scratch = mkdtempSync(`${place}.part-${process.pid}-`);
    onScratch(scratch, true);
    // A folder inside it, since only that has the permissions the user's folders usually have.
    const folder = new ExportFolder(join(scratch, 'export'));
    mkdirSync(folder.path);
    fill(folder);
    folder.writeText(SUMS_FILE, folder.files.map(({ hash, path }) => `${hash}  ${path}\n`).join(''));
    putInPlace(folder.path, place, scratch);
    return folder.files;
  } catch (error) {
    throw explain(error, target);
  } finally {
    if (scratch !== null) {
      rmSync(scratch, { recursive: true, force: true });
      onScratch(scratch, false);
    }
  }
}

/** Takes away what an export of the same name left half-done when it was killed. */
function sweepParts(place: string): void {
  const parts = `${basename(place)}.part-`;
  for (const name of readdirSync(dirname(place))) {
    const part = join(dirname(place), name);
    if (name.startsWith(parts) && isAbandoned(part, name.slice(parts.length)))
      rmSync(part, { recursive: true, force: true });
  }
}

/** Whether the process that the folder is named after is gone; where one of that number lives, the folder's age decides. */
function isAbandoned(part: string, name: string): boolean {
  const [, pid] = /^(\d+)-/.exec(name) ?? [];
  if (pid !== undefined && !isAlive(Number(pid))) return true;
  return Date.now() - statSync(part).mtimeMs > ABANDONED_MS;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A folder being filled; keeps account of its files. */
export class ExportFolder {
  readonly path: string;
  readonly #files: ExportedFile[] = [];

  constructor(path: string) {
    this.path = path;
  }

  /** In the order they were written. */
  get files(): readonly ExportedFile[] {
    return this.#files;
  }

  writeText(path: string, text: string): void {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    const lengthBytes = Buffer.byteLength(text);
    this.#files.push({ path, lengthBytes, hash: sha256(text), rowCount: null });
  }

  /** Writes a table: a head, where there is one, and a text per row, each with its own line end. */
  writeRows(path: string, head: string, rows: Iterable<string>): void {
    const table = this.openRows(path, head);
    try {
      for (const row of rows) table.write(row);
    } finally {
      table.close();
    }
  }

  /** Begins such a table, beside which others may be written. It is in the account from now on. */
  openRows(path: string, head: string): RowFile {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    const at = this.#files.push({ path, lengthBytes: 0, hash: '', rowCount: 0 }) - 1;
    return new RowFile(join(this.path, path), head, (written) => {
      this.#files[at] = { path, ...written };
    });
  }

  /** Lets somebody else write a file, who returns its number of rows (null for no table), and takes it into the account. */
  writeBy(path: string, write: (file: string) => number | null): void {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    this.take(path, write(file));
  }

  /** Takes all files of a folder in it into the account. */
  takeAll(path: string): void {
    for (const file of listFiles(join(this.path, path))) this.take(`${path}/${file}`, null);
  }

  /** Takes a file that lies in the folder into the account. */
  take(path: string, rowCount: number | null): void {
    const file = join(this.path, path);
    this.#files.push({ path, lengthBytes: statSync(file).size, hash: hashFile(file), rowCount });
  }
}

/** A table that is being written. */
export class RowFile {
  readonly #file: number;
  readonly #digest = createHash('sha256');
  readonly #onClose: (written: Omit<ExportedFile, 'path'>) => void;
  #pending: string;
  #lengthBytes = 0;
  #rowCount = 0;

  constructor(path: string, head: string, onClose: (written: Omit<ExportedFile, 'path'>) => void) {
    this.#file = openSync(path, 'wx');
    this.#pending = head;
    this.#onClose = onClose;
  }

  write(row: string): void {
    this.#pending += row;
    this.#rowCount++;
    if (this.#pending.length >= CHUNK_LENGTH) this.#flush();
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pending);
    writeSync(this.#file, bytes);
    this.#digest.update(bytes);
    this.#lengthBytes += bytes.length;
    this.#pending = '';
  }

  close(): void {
    try {
      this.#flush();
    } finally {
      closeSync(this.#file);
    }
    this.#onClose({
      lengthBytes: this.#lengthBytes,
      hash: this.#digest.digest('hex'),
      rowCount: this.#rowCount,
    });
  }
}

function hashFile(path: string): string {
  const digest = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(1 << 20);
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) {
      digest.update(chunk.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
  return digest.digest('hex');
}

/** Only what is not there, is empty, or is an export of ours and nothing else may be replaced. */
function checkReplaceable(place: string, target: string): void {
  const status = statSync(place, { throwIfNoEntry: false });
  if (!status) return;
  if (!status.isDirectory()) throw new UserError(`"${target}" is a file`, 'Name a folder to export into.');
  const found = listFiles(place);
  if (found.length === 0 && readdirSync(place).length === 0) return;
  const foreign = isExport(place) ? found.find((path) => !listExported(place).has(path)) : (found[0] ?? '');
  if (foreign === undefined) return;
  throw new UserError(
    `the folder "${target}" holds what is no earlier export${foreign && `: ${foreign}`}`,
    'Name a new or empty folder; an earlier export is replaced.',
  );
}

function isExport(place: string): boolean {
  try {
    const described = JSON.parse(readFileSync(join(place, PACKAGE_FILE), 'utf8')) as { name?: unknown };
    return typeof described.name === 'string' && described.name.startsWith('palimpsest-');
  } catch {
    return false;
  }
}

/** What the folder's own list names, and the list itself. */
function listExported(place: string): ReadonlySet<string> {
  const sums = join(place, SUMS_FILE);
  const lines = existsSync(sums) ? readFileSync(sums, 'utf8').split('\n') : [];
  return new Set([SUMS_FILE, ...lines.map((line) => line.slice(66))]);
}

function listFiles(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** What stood there goes into `scratch`, which is thrown away by the caller. */
function putInPlace(made: string, place: string, scratch: string): void {
  if (existsSync(place)) renameSync(place, join(scratch, 'replaced'));
  renameSync(made, place);
}

/** The file system's own failures become what is wrong and what to do. */
function explain(error: unknown, target: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const isFull = /^(ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_WRITE)$/.test(code);
  if (!isFull && !/^(EACCES|EPERM|EROFS|ENOTDIR|EBUSY|EXDEV)$/.test(code)) return error;
  return new UserError(
    `the folder "${target}" cannot be written: ${isFull ? 'the disk is full' : (error as Error).message}`,
    isFull
      ? 'Make room there, or name a folder on another disk; an earlier export is as it was.'
      : 'Name a folder that you may write to.',
    isFull ? exitCodes.store : exitCodes.usage,
  );
}
