import { UserError } from '../../errors.ts';

/** A file that may be a document, wherever it lies: in a folder, a ZIP file, a commit. */
export interface LocalSource {
  /** The file's name as it is shown to people. */
  readonly name: string;
  /** Names of the folders and the file, from what the user named downwards. */
  readonly path: readonly string[];
  /** The user named this very file. */
  readonly isNamed: boolean;
  /** Of a file in a repository: the commit that left it so. */
  readonly commit: SourceCommit | null;
  /** @throws UserError where the bytes cannot be had, or are too many */
  readonly read: () => Promise<Buffer>;
}

export interface SourceCommit {
  readonly id: string;
  /** 14 digits: when its author made it. */
  readonly timestamp: string;
  /** Addresses that its message names as where the text comes from. */
  readonly sources: readonly string[];
  /** Address of the file at this commit; null where the repository has none on the web. */
  readonly url: string | null;
}

/** Largest document taken in, in bytes. */
const MAX_BYTES = 64 * 1024 * 1024;

/** @throws UserError for what is too large to be a policy */
export function checkSize(name: string, size: number): void {
  if (size <= MAX_BYTES) return;
  throw new UserError(
    `${name} holds ${size} bytes, more than ${MAX_BYTES}`,
    'Policies are smaller; check the file.',
  );
}
