/**
 * Turns the real captures of the corpora into WARC files, one per domain, so that the archive server can serve them
 * and the crawler be run on real pages. The same corpus gives the same bytes. The pages are other people's: keep the
 * files outside the repository.
 *
 *     PALIMPSEST_CORPUS=FOLDER node scripts/corpus-to-warc.ts OUT_FOLDER [DOMAIN …]
 *     PALIMPSEST_CORPUS=FOLDER node scripts/corpus-to-warc.ts OUT_FOLDER --all-types     terms and the like as well
 */
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { formatInstant } from '../crawler/core/index.ts';
import { UserError } from '../crawler/errors.ts';
import { readFlags, runMain } from '../crawler/run-main.ts';
import { type CorpusCapture, readCorpus } from './corpus/read-corpus.ts';
import { type WarcCapture, writeWarc } from './warc/write-warc.ts';

export interface CorpusWarcOptions {
  /** The folder that holds `corpus/` and `corpus-oldweb/`. */
  readonly corpus: string;
  readonly outFolder: string;
  /** Default: all of them. */
  readonly domains?: readonly string[];
  /** Also documents other than privacy policies. Default: policies only. */
  readonly allTypes?: boolean;
}

/** What the corpora hold of one domain, and where it went. */
export interface CorpusWarc {
  readonly domain: string;
  readonly file: string;
  /** Every address captured, in order of its first capture. */
  readonly urls: readonly string[];
  readonly captures: readonly CorpusCapture[];
}

/**
 * Writes one WARC file per domain into `outFolder`.
 * @throws UserError for a folder that is no corpus, and for a domain it does not hold.
 */
export async function writeCorpusWarcs(options: CorpusWarcOptions): Promise<CorpusWarc[]> {
  const byDomain = Map.groupBy(
    readCorpus(options.corpus).filter(
      ({ type }) => options.allTypes || type === null || type === 'Privacy Policy',
    ),
    ({ domain }) => domain,
  );
  mkdirSync(options.outFolder, { recursive: true });
  const written: CorpusWarc[] = [];
  for (const domain of options.domains ?? byDomain.keys()) {
    const captures = byDomain.get(domain);
    if (!captures) {
      throw new UserError(
        `The corpus holds nothing of "${domain}".`,
        `It holds ${[...byDomain.keys()].join(', ')}.`,
      );
    }
    const file = join(options.outFolder, `${domain}.warc.gz`);
    // Written beside and renamed, so that a file that is there is whole.
    await writeWarc(`${file}.part.gz`, toWarcCaptures(captures));
    renameSync(`${file}.part.gz`, file);
    written.push({ domain, file, urls: [...new Set(captures.map(({ url }) => url))], captures });
  }
  return written;
}

/** The corpora keep no headers, so these are what a server of that kind sends at least. */
function* toWarcCaptures(captures: readonly CorpusCapture[]): Generator<WarcCapture> {
  for (const { url, timestamp, contentType, readBody } of captures) {
    const body = readBody();
    const headers: WarcCapture['headers'] = [
      ['Date', new Date(formatInstant(timestamp)).toUTCString()],
      ['Content-Type', contentType],
      ['Content-Length', String(body.length)],
    ];
    yield { url, timestamp, headers, body };
  }
}

/** The folder named by PALIMPSEST_CORPUS. @throws UserError where it is not set. */
export function corpusFolder(): string {
  const folder = process.env.PALIMPSEST_CORPUS;
  if (folder) return folder;
  throw new UserError(
    'PALIMPSEST_CORPUS is not set.',
    'Set it to the folder that holds corpus/ and corpus-oldweb/.',
  );
}

async function main(): Promise<void> {
  const { values, positionals } = readFlags(
    { options: { 'all-types': { type: 'boolean', default: false } }, allowPositionals: true },
    'PALIMPSEST_CORPUS=FOLDER node scripts/corpus-to-warc.ts OUT_FOLDER [DOMAIN …] [--all-types]',
  );
  const [outFolder, ...domains] = positionals;
  if (!outFolder) {
    throw new UserError(
      'No folder to write into is named.',
      'Name one: node scripts/corpus-to-warc.ts FOLDER',
    );
  }
  const written = await writeCorpusWarcs({
    corpus: corpusFolder(),
    outFolder,
    allTypes: values['all-types'],
    ...(domains.length > 0 ? { domains } : {}),
  });
  for (const { domain, file, captures } of written)
    console.log(`${domain}: ${captures.length} captures in ${file}`);
}

if (import.meta.main) await runMain(main);
