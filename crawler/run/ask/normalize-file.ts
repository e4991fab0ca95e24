import { readFileSync } from 'node:fs';
import { type PlacedClause, parseClauses } from '../../core/index.ts';
import { textHash } from '../../derive/index.ts';
import { UserError } from '../../errors.ts';
import {
  type Normalization,
  normalizeMarkdown,
  normalizePayload,
  parseProvenanceHeader,
} from '../../normalize/index.ts';

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

/** One local file, HTML, Markdown, plain text or PDF, to Markdown: no store, no network. */
export async function normalizeFile(file: string): Promise<NormalizedFile> {
  const bytes = readLocalFile(file);
  const text = bytes.toString('utf8');
  const normalization = isMarkdown(file, text)
    ? normalizeMarkdown(parseProvenanceHeader(text).text)
    : await normalizePayload({ bytes, contentType: null, original: null });
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
