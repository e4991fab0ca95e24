/**
 * What `--adaptive` saves and what it misses, on the corpus of real captures: every privacy policy of it is crawled in
 * full and adaptively, through the real program and the archive server, and the two are compared.
 *
 *     PALIMPSEST_CORPUS=FOLDER node scripts/bench/adaptive.ts
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { runHere } from '../../crawler/test/in-process.ts';
import { startArchiveServer } from '../archive-server.ts';
import { type WarcCapture, writeWarc } from '../warc/write-warc.ts';

interface CorpusCapture {
  readonly service: string;
  readonly type: string;
  readonly timestamp: string;
}

/** Captures of one service, at an address of a host that nobody can own. */
interface Site {
  readonly domain: string;
  readonly captures: CorpusCapture[];
}

function readSites(corpus: string): Site[] {
  const lines = readFileSync(join(corpus, 'captures.jsonl'), 'utf8').trim().split('\n');
  const captures = lines.map((line) => JSON.parse(line) as CorpusCapture);
  const policies = captures.filter((capture) => capture.type === 'Privacy Policy');
  return [...Map.groupBy(policies, (capture) => capture.service)].map(([service, list]) => ({
    domain: `${service.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`,
    captures: list.sort((one, other) => (one.timestamp < other.timestamp ? -1 : 1)),
  }));
}

const addressOf = (domain: string) => `http://www.${domain}/privacy`;

async function* warcCaptures(corpus: string, sites: readonly Site[]): AsyncGenerator<WarcCapture> {
  const { htmlReader } = await import(pathToFileURL(join(corpus, 'corpus.mjs')).href);
  const readHtml: (capture: CorpusCapture) => Uint8Array = htmlReader(corpus);
  for (const { domain, captures } of sites) {
    for (const capture of captures) {
      const headers = [['Content-Type', 'text/html; charset=utf-8']] as const;
      yield { url: addressOf(domain), timestamp: capture.timestamp, headers, body: readHtml(capture) };
    }
  }
}

/** Versions as the timestamps of their captures, and the captures fetched. */
function readOutcome(file: string): { versions: string[][]; fetched: Set<string> } {
  const store = new Database(file, { readonly: true });
  const rows = store.prepare('select timestamp, version, payload_hash as hash from v_captures').all() as {
    timestamp: string;
    version: number | null;
    hash: string | null;
  }[];
  store.close();
  const versions = Map.groupBy(
    rows.filter((row) => row.version !== null),
    (row) => row.version,
  );
  return {
    versions: [...versions.values()].map((list) => list.map((row) => row.timestamp)),
    fetched: new Set(rows.filter((row) => row.hash !== null).map((row) => row.timestamp)),
  };
}

async function main(): Promise<void> {
  const root = process.env.PALIMPSEST_CORPUS;
  if (!root) throw new Error('Set PALIMPSEST_CORPUS to the folder that holds corpus/.');
  const corpus = join(root, 'corpus');
  const folder = mkdtempSync(join(tmpdir(), 'bench-adaptive-'));
  const sites = readSites(corpus);
  await writeWarc(join(folder, 'corpus.warc.gz'), warcCaptures(corpus, sites));
  const server = await startArchiveServer({ warcs: join(folder, 'corpus.warc.gz') });
  const total = { full: 0, adaptive: 0, versions: 0, found: 0 };
  for (const { domain } of sites) {
    const playbacks = () => server.log.filter((entry) => entry.kind === 'playback').length;
    const crawl = async (name: string, ...more: string[]) => {
      const before = playbacks();
      const store = join(folder, `${domain}-${name}.sqlite`);
      const common = ['--store', store, '--archive', server.origin, '--url', addressOf(domain)];
      const rates = ['--cdx-rate', '500', '--memento-rate', '500', '--quiet'];
      await runHere(['crawl', domain, ...common, ...rates, ...more]);
      return { ...readOutcome(store), requests: playbacks() - before };
    };
    const full = await crawl('full');
    const adaptive = await crawl('adaptive', '--adaptive');
    const found = full.versions.filter((members) => members.some((time) => adaptive.fetched.has(time)));
    console.log(
      `${domain.padEnd(32)} requests ${adaptive.requests}/${full.requests}, versions ${found.length}/${full.versions.length}`,
    );
    total.full += full.requests;
    total.adaptive += adaptive.requests;
    total.versions += full.versions.length;
    total.found += found.length;
  }
  await server.close();
  rmSync(folder, { recursive: true });
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  console.log(
    `adaptive: ${percent(total.adaptive, total.full)} of the playback requests (${total.adaptive} of ${total.full}), ` +
      `${percent(total.found, total.versions)} of the versions (${total.found} of ${total.versions})`,
  );
}

await main();
