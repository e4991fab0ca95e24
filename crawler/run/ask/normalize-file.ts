import { readFileSync } from 'node:fs';
import { type PlacedClause, parseClauses } from '../../core/index.ts';
import { textHash } from '../../derive/index.ts';
import { UserError } from '../../errors.ts';
import {
  type Normalization,
  normalizeMarkdown,
  normalizePayload,
  type Payload,
  parseProvenanceHeader,
} from '../../normalize/index.ts';
import { HEAD_LENGTH, recognizeFormat } from '../intake/formats.ts';
import { readMhtml } from '../intake/mhtml.ts';
import { NO_CLAIMS, readPageClaims } from '../intake/page-claims.ts';

/** What `normalize --json` says of a file. */
export interface NormalizedFile
  extends Pick<
    Normalization,
    'title' | 'language' | 'outcome' | 'reason' | 'statedDate' | 'markdown' | 'removed' | 'flags'
  > {
  readonly file: string;
  /** What decides whether two captures hold the same text; null unless `outcome` is `version`. */
  readonly textHash: string | null;
  readonly clauses: readonly PlacedClause[];
}

/** A local file's bytes; throws a UserError that says what is wrong with the name. */
export function readLocalFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const what =
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : `cannot be read: ${message}`;
    throw new UserError(`${file} ${what}`, 'Name files that you may read.');
  }
}

/** Whether a name or a text says Markdown. */
function isMarkdown(file: string, text: string): boolean {
  return /\.(md|markdown)$/i.test(file) || parseProvenanceHeader(text).provenance !== null;
}

/**
 * The page of a file that holds one wrapped (MHTML), and where it stood, so that its links lead there. A document of an
 * office program is text to nobody but that program.
 */
function readPage(file: string, bytes: Buffer): Payload {
  const format = recognizeFormat(file, bytes.subarray(0, HEAD_LENGTH));
  const page = format === 'mhtml' ? readMhtml(bytes) : null;
  if (page) return { bytes: page.bytes, contentType: page.contentType, original: page.url };
  if (typeof format === 'object' && format.isDocument) {
    throw new UserError(`${file} is ${format.foreign}, which is not read`, format.remedy);
  }
  const { archive, url } = format === 'html' ? readPageClaims(bytes.toString('latin1')) : NO_CLAIMS;
  return { bytes, contentType: null, original: archive === '' ? null : url };
}

/** One local file, HTML, MHTML, Markdown, plain text or PDF, to Markdown: no store, no network. */
export async function normalizeFile(file: string): Promise<NormalizedFile> {
  const bytes = readLocalFile(file);
  const text = bytes.toString('utf8');
  const normalization = isMarkdown(file, text)
    ? normalizeMarkdown(parseProvenanceHeader(text).text)
    : await normalizePayload(readPage(file, bytes));
  const { title, language, outcome, reason, statedDate, markdown, removed, flags } = normalization;
  const isVersion = outcome === 'version';
  return {
    file,
    title,
    language,
    outcome,
    reason,
    statedDate,
    textHash: isVersion ? textHash(markdown) : null,
    markdown,
    clauses: isVersion ? parseClauses(markdown) : [],
    removed,
    flags,
  };
}
