import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';

/** Files named for an import, folders opened. */
export interface LocalFiles {
  readonly documents: readonly string[];
  readonly warcs: readonly string[];
  /** Files in folders that are neither. */
  readonly otherCount: number;
}

/** Largest document taken in, in bytes. */
const MAX_BYTES = 64 * 1024 * 1024;

const WARC = /\.warc(?:\.gz)?$/i;
const DOCUMENT = /\.(?:md|markdown|txt|text|html?|xhtml|pdf)$/i;

/**
 * Finds the files below the paths given. Of folders, those that by their names are documents or WARC files; a file named
 * itself is a document, whatever its name. @throws UserError for a path that is not there
 */
export function findLocalFiles(paths: readonly string[]): LocalFiles {
  const found = { documents: [] as string[], warcs: [] as string[], otherCount: 0 };
  for (const path of paths) {
    if (statLocal(path).isDirectory()) {
      const names = readdirSync(path, { recursive: true, withFileTypes: true });
      const files = names
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      for (const file of files.sort()) {
        if (WARC.test(file)) found.warcs.push(file);
        else if (DOCUMENT.test(file)) found.documents.push(file);
        else found.otherCount++;
      }
    } else if (WARC.test(path)) found.warcs.push(path);
    else found.documents.push(path);
  }
  if (found.documents.length + found.warcs.length === 0) {
    throw new UserError(
      `${paths.join(', ')} holds nothing to import`,
      'Name WARC files, HTML files, Markdown, plain text, or folders that hold some.',
    );
  }
  return found;
}

/** The bytes of a document. @throws UserError where they cannot be had, or are too many */
export function readLocalDocument(file: string): Buffer {
  const { size } = statLocal(file);
  if (size > MAX_BYTES) {
    throw new UserError(
      `${file} holds ${size} bytes, more than ${MAX_BYTES}`,
      'Policies are smaller; check the file.',
    );
  }
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
