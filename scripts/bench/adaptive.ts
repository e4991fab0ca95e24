/**
 * What `--adaptive` saves and what it misses, on the corpus of real captures: every privacy policy of it is crawled in
 * full and adaptively, through the real program and the archive server, and the two are compared.
 *
 *     PALIMPSEST_CORPUS=FOLDER node scripts/bench/adaptive.ts
 *
 * With `--tables`, instead, all documents of the corpus are crawled in full, and the tables of `crawler/core/record-sizes.ts`
 * are counted from their captures.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { octaveOf, sharesOfFurniture } from '../../crawler/core/index.ts';
import { UserError } from '../../crawler/errors.ts';
import { readFlags, runMain } from '../../crawler/run-main.ts';
import { runHere } from '../../crawler/test/in-process.ts';
import { startArchiveServer } from '../archive-server.ts';
import { type WarcCapture, writeWarc } from '../warc/write-warc.ts';

interface CorpusCapture {
  readonly service: string;
  readonly type: string;
  readonly lang: string;
  readonly timestamp: string;
}

/** Captures of one service, at an address of a host that nobody can own. */
interface Site {
  readonly domain: string;
  readonly captures: CorpusCapture[];
}

function readSites(corpus: string, isEveryType: boolean): Site[] {
  const lines = readFileSync(join(corpus, 'captures.jsonl'), 'utf8').trim().split('\n');
  const captures = lines.map((line) => JSON.parse(line) as CorpusCapture);
  const chosen = isEveryType ? captures : captures.filter((capture) => capture.type === 'Privacy Policy');
  const nameOf = ({ service, type, lang }: CorpusCapture) =>
    isEveryType ? `${service} ${type} ${lang}` : service;
  return [...Map.groupBy(chosen, nameOf)].map(([name, list]) => ({
    domain: `${name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/-$/, '')}.example`,
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

/** Steps of the record's size from capture to capture, counted by octave where the text stays and where it changes. */
interface StepCounts {
  readonly stays: number[];
  readonly changes: number[];
}

function countSteps(file: string, counts: StepCounts): void {
  const store = new Database(file, { readonly: true });
  const rows = store
    .prepare(
      `select c.length, t.text_hash as text from captures c join normalizations n on n.capture_id = c.id
       join texts t on t.id = n.text_id order by c.timestamp, c.id`,
    )
    .all() as { length: string; text: string }[];
  store.close();
  rows.slice(1).forEach(({ length, text }, k) => {
    const before = rows[k]!;
    const kind = text === before.text ? counts.stays : counts.changes;
    kind[octaveOf(Number(length) - Number(before.length))]! += 1;
  });
}

function printTables({ stays, changes }: StepCounts): void {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const smooth = (counts: readonly number[]) =>
    counts.map((count, k) => {
      if (k === 0) return count;
      const [below, above] = [counts[Math.max(1, k - 1)]!, counts[k + 1] ?? count];
      return (below + 2 * count + above) / 4;
    });
  for (const [name, counts] of Object.entries({ stays, changes })) {
    console.log(`${name}: ${smooth(counts).map((count) => (count / sum(counts)).toFixed(3))}`);
  }
  console.log(`changes per step: ${(sum(changes) / (sum(changes) + sum(stays))).toFixed(3)}`);
}

async function main(): Promise<void> {
  const { values } = readFlags(
    { options: { tables: { type: 'boolean', default: false } } },
    'PALIMPSEST_CORPUS=FOLDER node scripts/bench/adaptive.ts [--tables]',
  );
  const root = process.env.PALIMPSEST_CORPUS;
  if (!root) throw new UserError('PALIMPSEST_CORPUS is not set', 'Name the folder that holds corpus/.');
  const corpus = join(root, 'corpus');
  const folder = mkdtempSync(join(tmpdir(), 'bench-adaptive-'));
  const isForTables = values.tables;
  const sites = readSites(corpus, isForTables);
  await writeWarc(join(folder, 'corpus.warc.gz'), warcCaptures(corpus, sites));
  const server = await startArchiveServer({ warcs: join(folder, 'corpus.warc.gz') });
  const total = { full: 0, adaptive: 0, versions: 0, found: 0 };
  const none = () => sharesOfFurniture.map(() => 0);
  const steps: StepCounts = { stays: none(), changes: none() };
  for (const { domain } of sites) {
    const playbacks = () => server.log.filter((entry) => entry.kind === 'playback').length;
    const crawl = async (name: string, ...more: string[]) => {
      const before = playbacks();
      const store = join(folder, `${domain}-${name}.sqlite`);
      const common = ['--store', store, '--archive', server.origin, '--url', addressOf(domain)];
      const rates = ['--cdx-rate', '500', '--memento-rate', '500', '--quiet'];
      await runHere(['crawl', domain, ...common, ...rates, ...more]);
      return { ...readOutcome(store), store, requests: playbacks() - before };
    };
    const full = await crawl('full');
    if (isForTables) {
      countSteps(full.store, steps);
      continue;
    }
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
  if (isForTables) {
    printTables(steps);
    return;
  }
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  console.log(
    `adaptive: ${percent(total.adaptive, total.full)} of the playback requests (${total.adaptive} of ${total.full}), ` +
      `${percent(total.found, total.versions)} of the versions (${total.found} of ${total.versions})`,
  );
}

await runMain(main);
