/**
 * How well and how fast pages become texts, beside others: ours; Readability with jsdom, its HTML to Markdown by
 * Turndown; Defuddle with jsdom; and, as the floor of any time, parsing with cheerio and taking the body's text. All
 * take turns on every page, in one process. Extraction and changes are scored by the corpus's own scorers.
 *
 *   cd scripts/bench && npm ci
 *   PALIMPSEST_CORPUS=DIR node scripts/bench/normalize.ts [--peers] [--per-doc N] [--type "Privacy Policy"]
 *
 * `--peers` adds the peers, which take many minutes; `--per-doc N` takes N captures of each document, as the scorer
 * chooses them: enough for times and extraction, too few for changes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from 'cheerio';
import { identityText } from '../../crawler/core/index.ts';
import { UserError } from '../../crawler/errors.ts';
import { normalizePayload } from '../../crawler/normalize/index.ts';
import { runMain } from '../../crawler/run-main.ts';

interface CorpusCapture {
  readonly service: string;
  readonly type: string;
  readonly timestamp: string;
  readonly url: string;
  readonly html: string;
  readonly scope?: string;
}

/** Gives a page's Markdown, `''` for no policy. */
type Contestant = (html: string, url: string) => Promise<string> | string;

interface Entry {
  readonly name: string;
  readonly run: Contestant;
  readonly folder: string;
  readonly answers: string[];
  milliseconds: number;
}

async function ours(html: string, url: string): Promise<string> {
  const answer = await normalizePayload({
    bytes: Buffer.from(html),
    contentType: 'text/html; charset=utf-8',
    original: url,
  });
  return answer.markdown;
}

function floor(html: string): string {
  return load(html)('body').text();
}

/** The peers, from this folder's own install; nothing of the product depends on them. */
async function loadPeers(): Promise<Record<string, Contestant>> {
  const require = createRequire(import.meta.url);
  const { JSDOM, VirtualConsole } = require('jsdom');
  const { Readability } = require('@mozilla/readability');
  const TurndownService = require('turndown');
  // By a name the type checker does not follow: a checkout need not have the peers.
  const defuddle: string = 'defuddle/node';
  const { Defuddle } = await import(defuddle);
  const silent = new VirtualConsole();
  const turndown = new TurndownService();
  /** A window that is not closed keeps its page: a thousand pages would fill the memory. */
  const inWindow = async (html: string, url: string, read: (document: unknown) => unknown) => {
    const { window } = new JSDOM(html, { url, virtualConsole: silent });
    try {
      return String((await read(window.document)) ?? '');
    } finally {
      window.close();
    }
  };
  return {
    'Readability, jsdom, Turndown': (html, url) =>
      inWindow(html, url, (document) => {
        const article = new Readability(document).parse();
        return article?.content ? turndown.turndown(article.content) : '';
      }),
    'Defuddle, jsdom': (html, url) =>
      inWindow(html, url, async (document) => (await Defuddle(document, url, { markdown: true })).content),
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The captures that `score-extraction.mjs --per-doc` scores. */
function chooseCaptures(captures: readonly CorpusCapture[], perDoc: number): CorpusCapture[] {
  const whole = captures.filter((capture) => capture.scope !== 'part');
  const documents = Map.groupBy(whole, (capture) => `${capture.service}/${capture.type}`);
  return [...documents.values()].flatMap((list) => {
    if (list.length <= perDoc) return list;
    const step = (list.length - 1) / Math.max(1, perDoc - 1);
    return Array.from({ length: perDoc }, (_, at) => list[Math.round(at * step)]!);
  });
}

async function runEntry(entry: Entry, capture: CorpusCapture, html: string): Promise<void> {
  const started = performance.now();
  let markdown = '';
  try {
    markdown = await entry.run(html, capture.url);
  } catch (error) {
    console.error(`${entry.name}: ${capture.html}: ${(error as Error).message}`);
  }
  entry.milliseconds += performance.now() - started;
  const version = markdown ? sha256(identityText(markdown)) : null;
  if (markdown) writeFileSync(join(entry.folder, `${capture.html}.md`), markdown);
  const { service, type, timestamp } = capture;
  entry.answers.push(JSON.stringify({ service, type, timestamp, version }));
}

/** Figures of one of the corpus's scorers, in per cent. */
function score(
  corpus: string,
  script: string,
  predictions: string,
  options: readonly string[],
): Record<string, number> {
  const file = `${predictions}.json`;
  const args = [join(corpus, script), corpus, predictions, '--quiet', '--json', file, ...options];
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  const { summary, total } = JSON.parse(readFileSync(file, 'utf8'));
  if (summary) return { f1: 100 * summary.shingle.f1 };
  return { f1: 100 * total.f, recall: 100 * total.r, falseAlarms: total.far };
}

const cell = (value: number | undefined, width: number) => (value?.toFixed(1) ?? '-').padStart(width);

function report(
  corpus: string,
  entries: readonly Entry[],
  type: string | undefined,
  perDoc: string | undefined,
): void {
  const pages = entries[0]!.answers.length;
  const options = type ? ['--type', type] : [];
  console.log(`\n${type ?? 'All types'}; times over ${pages} pages`);
  console.log(`${''.padEnd(30)}extraction F1  changes F1  recall  false/100  pages/s  of floor`);
  for (const { name, folder, milliseconds } of entries) {
    const extraction = score(
      corpus,
      'score-extraction.mjs',
      folder,
      perDoc ? [...options, '--per-doc', perDoc] : options,
    );
    const changes = perDoc ? {} : score(corpus, 'score-changes.mjs', `${folder}.jsonl`, options);
    const { f1, recall, falseAlarms } = changes as Record<string, number | undefined>;
    const figures = [cell(extraction.f1, 13), cell(f1, 12), cell(recall, 8), cell(falseAlarms, 11)];
    const speed = cell((1000 * pages) / milliseconds, 9);
    console.log(
      name.padEnd(30) +
        figures.join('') +
        speed +
        (entries[0]!.milliseconds / milliseconds).toFixed(2).padStart(10),
    );
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      peers: { type: 'boolean' },
      'per-doc': { type: 'string' },
      type: { type: 'string' },
    },
  });
  const root = process.env.PALIMPSEST_CORPUS;
  if (!root)
    throw new UserError('PALIMPSEST_CORPUS is not set', 'Name the folder that holds corpus/captures.jsonl.');
  const corpus = join(root, 'corpus');
  const { readCaptures, htmlReader } = await import(pathToFileURL(join(corpus, 'corpus.mjs')).href);
  const captures = chooseCaptures(
    readCaptures(corpus, values.type ? { type: values.type } : {}),
    Number(values['per-doc'] ?? Number.POSITIVE_INFINITY),
  );
  const scratch = mkdtempSync(join(tmpdir(), 'bench-normalize-'));
  const contestants: Record<string, Contestant> = {
    'cheerio, text of the body': floor,
    ours,
    ...(values.peers ? await loadPeers() : {}),
  };
  const entries = Object.entries(contestants).map(([name, run], at): Entry => {
    const folder = join(scratch, String(at));
    mkdirSync(folder);
    return { name, run, folder, answers: [], milliseconds: 0 };
  });
  const readHtml = htmlReader(corpus);
  for (const capture of captures) {
    const html = readHtml(capture).toString('utf8');
    for (const entry of entries) await runEntry(entry, capture, html);
  }
  for (const { folder, answers } of entries) writeFileSync(`${folder}.jsonl`, answers.join('\n'));
  for (const type of values.type ? [values.type] : ['Privacy Policy', undefined])
    report(corpus, entries, type, values['per-doc']);
  rmSync(scratch, { recursive: true });
}

await runMain(main);
