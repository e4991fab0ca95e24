/**
 * How well and how fast pages become texts, beside others, as one table in Markdown: ours; those that look for a page's
 * content (Readability with jsdom, Defuddle, article-extractor, readability-lxml of Python); those that write down all of
 * it (html-to-text, Turndown); and, as the floor of any time, parsing with cheerio and taking the body's text. All take
 * turns on every page of every set, changes included; a process ends after some pages, since the peers' windows leave
 * memory behind. Extraction and changes are scored by the corpora's own scorers, for privacy policies and for all types.
 *
 *   cd scripts/bench && npm ci; apt-get install python3-readability python3-html2text
 *   PALIMPSEST_CORPUS=DIR node scripts/bench/normalize.ts [--peers] [--set NAME] [--per-doc N] [--type "Privacy Policy"]
 *
 * `--peers` adds the peers, which take many minutes; `--set` names one of corpus, corpus-world, corpus-oldweb instead of
 * all; `--per-doc N` takes N captures of each document, as the scorer chooses them: enough for times and extraction, too
 * few for changes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { identityText } from '../../crawler/core/index.ts';
import { UserError } from '../../crawler/errors.ts';
import { readFlags, runMain } from '../../crawler/run-main.ts';
import type { Contestant } from './normalize/contestant.ts';
import { loadContestants } from './normalize/contestants.ts';
import { type BenchPage, type PageSet, readSet, setNames } from './normalize/sets.ts';

/** Pages that one process reads: few enough for what the peers' windows leave behind. */
const BATCH = 120;
/** Pages of each process that are read once untimed. */
const WARM_UP = 9;

interface Options {
  readonly peers: boolean;
  readonly type: string | undefined;
  readonly perDoc: string | undefined;
  readonly root: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function runEntry(name: string, run: Contestant, page: BenchPage, html: string): Promise<string> {
  try {
    return await run(html, page.url);
  } catch (error) {
    console.error(`${name}: ${page.html}: ${(error as Error).message}`);
    return '';
  }
}

/** Lets all contestants take turns on some pages, and adds answers and times to the files in a folder. */
async function runBatch(set: PageSet, from: number, folder: string, options: Options): Promise<void> {
  const contestants = Object.entries(await loadContestants(options.peers));
  // Read once before, since an engine's first minutes say nothing about a crawl's.
  for (const page of set.pages.slice(from, from + WARM_UP)) {
    for (const [name, run] of contestants) await runEntry(name, run, page, set.readHtml(page));
  }
  for (const page of set.pages.slice(from, from + BATCH)) {
    const html = set.readHtml(page);
    const times: number[] = [];
    for (const [at, [name, run]] of contestants.entries()) {
      const started = performance.now();
      const markdown = await runEntry(name, run, page, html);
      times.push(performance.now() - started);
      if (markdown) writeFileSync(join(folder, String(at), `${page.html}.md`), markdown);
      const { service, type, timestamp } = page;
      const version = markdown ? sha256(identityText(markdown)) : null;
      const answer = JSON.stringify({ service, type, timestamp, version });
      appendFileSync(join(folder, `${at}.jsonl`), `${answer}\n`);
    }
    appendFileSync(join(folder, 'times.jsonl'), `${JSON.stringify({ type: page.type, times })}\n`);
  }
}

const cell = (value: number | undefined) => value?.toFixed(1) ?? '-';

const COLUMNS = 'set|texts|by|extraction F1|changes F1|recall|false alarms/100|pages/s|of floor'.split('|');
const PRIVACY = 'Privacy Policy';

/** Pages of a type, or of all types, and the time that each contestant took for them. */
function sumTimes(folder: string, names: readonly string[], type: string | undefined) {
  const lines = readFileSync(join(folder, 'times.jsonl'), 'utf8').trim().split('\n');
  const pages = lines
    .map((line) => JSON.parse(line) as { readonly type: string; readonly times: number[] })
    .filter((page) => type === undefined || page.type === type);
  const totals = names.map((_, at) => pages.reduce((sum, { times }) => sum + times[at]!, 0));
  return { count: pages.length, totals };
}

/** The table's rows for one set and one type. */
function rowsOf(set: PageSet, folder: string, names: readonly string[], options: Options): string[][] {
  const { count, totals } = sumTimes(folder, names, options.type);
  return names.map((name, at) => {
    const figures = set.score(join(folder, String(at)), join(folder, `${at}.jsonl`), options);
    const { extraction, changes, recall, falseAlarms } = figures;
    const scores = [extraction, changes, recall, falseAlarms, (1000 * count) / totals[at]!].map(cell);
    const share = (totals[0]! / totals[at]!).toFixed(2);
    return [set.name, `${options.type ?? 'all'} (${count})`, name, ...scores, share];
  });
}

function report(set: PageSet, folder: string, names: readonly string[], options: Options): void {
  const types = options.type === undefined && set.hasTypes ? [PRIVACY, undefined] : [options.type];
  for (const type of types) {
    for (const row of rowsOf(set, folder, names, { ...options, type })) console.log(`| ${row.join(' | ')} |`);
  }
}

/** Runs one set in as many processes as it needs, one after the other. */
async function runSet(name: string, scratch: string, options: Options): Promise<void> {
  const set = await readSet(options.root, name, options);
  const names = Object.keys(await loadContestants(options.peers));
  const folder = join(scratch, name);
  for (const at of names.keys()) mkdirSync(join(folder, String(at)), { recursive: true });
  const own = [fileURLToPath(import.meta.url), ...process.argv.slice(2), '--set', name, '--folder', folder];
  for (let from = 0; from < set.pages.length; from += BATCH) {
    execFileSync(process.execPath, [...own, '--from', String(from)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }
  report(set, folder, names, options);
}

const FLAGS = {
  peers: { type: 'boolean' },
  set: { type: 'string' },
  'per-doc': { type: 'string' },
  type: { type: 'string' },
  // For the processes that read some of the pages.
  folder: { type: 'string' },
  from: { type: 'string' },
} as const;
const USAGE = `PALIMPSEST_CORPUS=DIR node scripts/bench/normalize.ts [--peers] [--set NAME] [--per-doc N] [--type TYPE]
A set is one of ${setNames.join(', ')}.`;

async function main(): Promise<void> {
  const { values } = readFlags({ options: FLAGS }, USAGE);
  const root = process.env.PALIMPSEST_CORPUS;
  if (!root)
    throw new UserError('PALIMPSEST_CORPUS is not set', 'Name the folder that holds corpus/captures.jsonl.');
  const options: Options = {
    peers: values.peers ?? false,
    type: values.type,
    perDoc: values['per-doc'],
    root,
  };
  if (values.folder !== undefined) {
    const set = await readSet(root, values.set!, options);
    return await runBatch(set, Number(values.from), values.folder, options);
  }
  if (values.set !== undefined && !setNames.some((name) => name === values.set))
    throw new UserError(`there is no set ${values.set}`, `Usage: ${USAGE}`);
  const scratch = mkdtempSync(join(tmpdir(), 'bench-normalize-'));
  const chosen = values.set === undefined ? setNames : [values.set];
  console.log(`| ${COLUMNS.join(' | ')} |\n|${COLUMNS.map((_, at) => (at < 3 ? '---|' : '--:|')).join('')}`);
  for (const name of chosen) if (existsSync(join(root, name))) await runSet(name, scratch, options);
  rmSync(scratch, { recursive: true });
}

await runMain(main);
