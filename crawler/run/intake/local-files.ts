import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { UserError } from '../../errors.ts';
import type { ExportedTables } from './exports/import-tables.ts';
import type { TableFormat } from './exports/read-table.ts';
import { HEAD_LENGTH, recognizeFormat } from './formats.ts';
import { isGitRepository, listCommittedFiles } from './git-history.ts';
import { checkSize, type LocalSource } from './sources.ts';
import { openZip } from './zip-files.ts';

/** What was found below the paths named for an import. */
export interface LocalFiles {
  readonly sources: readonly LocalSource[];
  readonly warcs: readonly string[];
  /** Exports of ours. */
  readonly exports: readonly ExportedTables[];
  /** SQLite files: other stores, and exports of such. */
  readonly stores: readonly string[];
  /** Files in folders that are nothing of that. */
  readonly otherCount: number;
  readonly close: () => void;
}

const WARC = /\.warc(?:\.gz)?$/i;
const WACZ = /\.wacz$/i;
const DOCUMENT = /\.(?:md|markdown|txt|text|html?|xhtml|pdf|mht|mhtml)$/i;
/** Documents by their names that are refused: to be told, not passed over in silence. */
const FOREIGN = /\.(?:rtf|docx?|odt|epub|pages|webarchive)$/i;
/** Names that never are a page's, whatever a file begins with. */
const NO_PAGE =
  /\.(?:css|m?js|json|jsonl|csv|xml|png|jpe?g|gif|svg|ico|webp|woff2?|ttf|sqlite|parquet|ya?ml|tsx?|py|sh|lock|cdxj?|gz|log)$/i;

interface FoundFiles {
  readonly sources: LocalSource[];
  readonly warcs: string[];
  readonly exports: ExportedTables[];
  readonly stores: string[];
  readonly closers: (() => void)[];
  otherCount: number;
}

/**
 * Finds what can be imported below the paths given. Of folders, files that by their names or first bytes are documents; a
 * file named itself is one, whatever its name. ZIP and WACZ files are opened, and repositories read commit by commit.
 * @throws UserError for a path that is not there
 */
export async function findLocalFiles(paths: readonly string[]): Promise<LocalFiles> {
  const found: FoundFiles = { sources: [], warcs: [], exports: [], stores: [], closers: [], otherCount: 0 };
  for (const path of paths) statLocal(path);
  for (const path of paths) {
    if (!statLocal(path).isDirectory()) await addFile(found, path, [basename(path)], true);
    else if (isGitRepository(path)) await addRepository(found, path);
    else await addFolder(found, path);
  }
  const { sources, warcs, exports, stores, closers, otherCount } = found;
  const close = () => {
    for (const end of closers) end();
  };
  if (sources.length + warcs.length + exports.length + stores.length > 0) {
    return { sources, warcs, exports, stores, otherCount, close };
  }
  close();
  throw new UserError(
    `${paths.join(', ')} holds nothing to import`,
    'Name WARC or WACZ files, HTML files, Markdown, plain text, or folders that hold some.',
  );
}

async function addRepository(found: FoundFiles, path: string): Promise<void> {
  const { sources, otherCount, close } = await listCommittedFiles(path, (name) => DOCUMENT.test(name));
  for (const source of sources) found.sources.push(source);
  found.otherCount += otherCount;
  found.closers.push(close);
}

async function addFolder(found: FoundFiles, folder: string): Promise<void> {
  const format = readExportFormat(folder);
  if (format !== null && addExport(found, folder, format)) return;
  const root = resolve(folder);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const below = (file: string) => [basename(root), ...relative(root, resolve(file)).split(sep)];
  for (const file of files.sort()) {
    const path = below(file);
    if (path.some((name) => name === '.git')) continue;
    await addFile(found, file, path, false);
  }
}

/** The form of an export that `palimpsest export` made, by its description; null for any other folder. */
function readExportFormat(folder: string): string | null {
  const file = join(folder, 'datapackage.json');
  if (!existsSync(file)) return null;
  try {
    const { name } = JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown };
    return typeof name === 'string' && name.startsWith('palimpsest-')
      ? name.slice('palimpsest-'.length)
      : null;
  } catch {
    return null;
  }
}

const TABLES: ReadonlySet<string> = new Set<TableFormat>(['csv', 'jsonl', 'parquet', 'markdown']);

/** Returns false where the export's files can be taken one by one. */
function addExport(found: FoundFiles, folder: string, format: string): boolean {
  // A sample has the tables of CSV.
  if (format === 'sample') found.exports.push({ folder, format: 'csv' });
  else if (TABLES.has(format)) found.exports.push({ folder, format: format as TableFormat });
  else if (format === 'sqlite') found.stores.push(join(folder, 'palimpsest.sqlite'));
  else return false;
  return true;
}

async function addFile(
  found: FoundFiles,
  file: string,
  path: readonly string[],
  isNamed: boolean,
): Promise<void> {
  if (WARC.test(file)) {
    found.warcs.push(file);
    return;
  }
  const format = recognizeFormat(file, readHead(file));
  if (format === 'warc' || (format === 'gzip' && isPackedWarc(file))) found.warcs.push(file);
  else if (format === 'zip') await addZip(found, file, path);
  else if (format === 'sqlite') found.stores.push(file);
  else if (isNamed || mayBeDocument(file, format)) {
    const read = async () => readLocalDocument(file);
    found.sources.push({ name: file, path, isNamed, commit: null, read });
  } else found.otherCount++;
}

function mayBeDocument(file: string, format: ReturnType<typeof recognizeFormat>): boolean {
  if (DOCUMENT.test(file) || FOREIGN.test(file)) return true;
  return !NO_PAGE.test(file) && (format === 'html' || format === 'pdf' || format === 'mhtml');
}

/** Packages in packages that are opened. */
const MAX_PACKAGES = 3;

async function addZip(found: FoundFiles, file: string, path: readonly string[], depth = 1): Promise<void> {
  const zip = await openZip(file);
  found.closers.push(zip.close);
  for (const entry of zip.entries) {
    const inside = [...path, ...entry.path.split('/')];
    const name = `${file}/${entry.path}`;
    if (WARC.test(entry.path)) found.warcs.push(await entry.extract());
    else if (WACZ.test(entry.path) && depth < MAX_PACKAGES)
      await addZip(found, await entry.extract(), inside, depth + 1);
    else if (DOCUMENT.test(entry.path) || FOREIGN.test(entry.path)) {
      found.sources.push({ name, path: inside, isNamed: false, commit: null, read: entry.read });
    } else found.otherCount++;
  }
}

/** Whether what is compressed begins as a WARC file does, whatever it is called. */
function isPackedWarc(file: string): boolean {
  try {
    const head = gunzipSync(readHead(file, 16 * HEAD_LENGTH), { finishFlush: constants.Z_SYNC_FLUSH });
    return head.subarray(0, 5).toString('latin1') === 'WARC/';
  } catch {
    return false;
  }
}

function readHead(path: string, length = HEAD_LENGTH): Buffer {
  try {
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(length);
      return head.subarray(0, readSync(file, head, 0, length, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

function readLocalDocument(file: string): Buffer {
  checkSize(file, statLocal(file).size);
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function statLocal(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UserError {
  const { code, message } = error as NodeJS.ErrnoException;
  const what = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${message}`;
  return new UserError(`${path} ${what}`, 'Check the name, and that you may read it.');
}
