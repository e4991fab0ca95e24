import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, constants } from 'node:zlib';
import { isTimestamp } from '../../crawler/core/index.ts';
import { UserError } from '../../crawler/errors.ts';

/** One real page of the corpus; its bytes are read when asked for, since all together they are too many to hold. */
export interface CorpusCapture {
  /** The domain a crawl would be given: `match.com` for a policy at `uk.match.com`. */
  readonly domain: string;
  /** Who published it, and which document; null in the old-web corpus, which names neither. */
  readonly service: string | null;
  readonly type: string | null;
  readonly url: string;
  /** 14 digits. */
  readonly timestamp: string;
  readonly contentType: string;
  /** Why the page holds no policy; null where it holds one. */
  readonly rejectedFor: string | null;
  readonly readBody: () => Uint8Array;
}

interface PackedLine {
  readonly service: string;
  readonly type: string;
  readonly url: string;
  readonly timestamp: string;
  readonly html: string;
  readonly reason?: string;
  readonly page: { readonly pack: string; readonly at: number; readonly size: number };
}

interface OldWebLine {
  readonly timestamp: string;
  readonly original_url: string;
  readonly html: string | null;
  readonly sha256: string;
}

/**
 * The captures of both corpora below `folder` (`corpus/` and `corpus-oldweb/`), by domain, then time. Those without a
 * policy among them, as an archive would hold them too.
 * @throws UserError for a folder that is no corpus.
 */
export function readCorpus(folder: string): CorpusCapture[] {
  const captures = [
    ...readPackedCorpus(join(folder, 'corpus')),
    ...readOldWeb(join(folder, 'corpus-oldweb')),
  ];
  return captures.sort((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
}

const orderOf = (capture: CorpusCapture) => `${capture.domain} ${capture.timestamp} ${capture.url}`;

function readPackedCorpus(folder: string): CorpusCapture[] {
  const readPage = packedPageReader(folder);
  const lines = ['captures.jsonl', 'rejects.jsonl'].flatMap((name) =>
    readLines<PackedLine>(join(folder, name)),
  );
  const domains = domainOfDocuments(lines);
  return lines.map((line) => ({
    domain: domains.get(documentOf(line))!,
    service: line.service,
    type: line.type,
    url: line.url,
    timestamp: checkTimestamp(line.timestamp, folder),
    contentType: 'text/html',
    rejectedFor: line.reason ?? null,
    readBody: () => readPage(line),
  }));
}

const documentOf = ({ service, type }: PackedLine) => `${service} ${type}`;

/** A document keeps the domain of its first capture when it moves to another. */
function domainOfDocuments(lines: readonly PackedLine[]): Map<string, string> {
  const inTime = [...lines].sort((left, right) => (left.timestamp < right.timestamp ? -1 : 1));
  const domains = new Map<string, string>();
  for (const line of inTime) {
    if (!domains.has(documentOf(line))) domains.set(documentOf(line), registrableDomain(line.url));
  }
  return domains;
}

/** Pages of one document lie back to back in one Brotli stream; the last one unpacked is kept, not all. */
function packedPageReader(folder: string): (line: PackedLine) => Uint8Array {
  let open: { pack: string; bytes: Uint8Array } | null = null;
  return ({ html, page }) => {
    if (open?.pack !== page.pack) {
      const packed = readFileSync(join(folder, 'pages', page.pack));
      const params = { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 };
      open = { pack: page.pack, bytes: brotliDecompressSync(packed, { params }) };
    }
    return checkHash(open.bytes.subarray(page.at, page.at + page.size), html, page.pack);
  };
}

function readOldWeb(folder: string): CorpusCapture[] {
  return readLines<OldWebLine>(join(folder, 'index.jsonl')).flatMap((line) => {
    const { html, timestamp, original_url: url, sha256 } = line;
    if (html === null) return [];
    return {
      domain: registrableDomain(url),
      service: null,
      type: null,
      url,
      timestamp: checkTimestamp(timestamp, folder),
      // These pages were saved by a browser, as UTF-8 whatever their own meta tag says.
      contentType: 'text/html; charset=utf-8',
      rejectedFor: null,
      readBody: () => checkHash(readFileSync(join(folder, html)), sha256, html),
    };
  });
}

function readLines<T>(file: string): T[] {
  if (!existsSync(file)) {
    throw new UserError(
      `There is no file "${file}".`,
      'Set PALIMPSEST_CORPUS to the folder that holds corpus/ and corpus-oldweb/.',
    );
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

function checkTimestamp(timestamp: string, folder: string): string {
  if (isTimestamp(timestamp)) return timestamp;
  throw new UserError(
    `"${timestamp}" in ${folder} is no timestamp of 14 digits.`,
    'Mend that line of the corpus.',
  );
}

function checkHash(bytes: Uint8Array, expected: string, name: string): Uint8Array {
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual === expected) return bytes;
  throw new UserError(
    `A page in ${name} has the hash ${actual}, not ${expected}.`,
    'Get a whole copy of the corpus.',
  );
}

/** The last two labels: enough here, since no site of the corpora is registered below a suffix of two labels. */
function registrableDomain(url: string): string {
  return new URL(url).hostname.split('.').slice(-2).join('.');
}
