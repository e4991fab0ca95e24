import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The sets of pages with gold that the benchmark of normalization reads, and how answers to them are scored. */

export interface BenchPage {
  readonly service: string;
  readonly type: string;
  readonly timestamp: string;
  readonly url: string;
  /** Name of the page's answer, without an ending. */
  readonly html: string;
  readonly scope?: string;
}

export interface Figures {
  readonly extraction?: number;
  readonly changes?: number;
  readonly recall?: number;
  readonly falseAlarms?: number;
}

export interface PageSet {
  readonly name: string;
  readonly pages: readonly BenchPage[];
  /** True where it has documents of several types. */
  readonly hasTypes: boolean;
  readonly readHtml: (page: BenchPage) => string;
  /** @param folder answers, one file a page; @param changes file of answers as identities, a line a page */
  readonly score: (folder: string, changes: string, options: ScoreOptions) => Figures;
}

export interface ScoreOptions {
  readonly type: string | undefined;
  readonly perDoc: string | undefined;
}

/** What the corpora's own library offers. */
interface CorpusLibrary {
  readonly readCaptures: (folder: string, filter: { readonly type?: string }) => BenchPage[];
  readonly htmlReader: (folder: string) => (page: BenchPage) => Buffer;
  readonly tokens: (text: string) => string[];
}

const loadLibrary = async (root: string): Promise<CorpusLibrary> =>
  await import(pathToFileURL(join(root, 'corpus', 'corpus.mjs')).href);

/** The captures that `score-extraction.mjs --per-doc` scores. */
function choosePages(pages: readonly BenchPage[], perDoc: number): BenchPage[] {
  const whole = pages.filter((page) => page.scope !== 'part');
  const documents = Map.groupBy(whole, (page) => `${page.service}/${page.type}`);
  return [...documents.values()].flatMap((list) => {
    if (list.length <= perDoc) return list;
    const step = (list.length - 1) / Math.max(1, perDoc - 1);
    return Array.from({ length: perDoc }, (_, at) => list[Math.round(at * step)]!);
  });
}

/** Figures of one of the corpora's scorers. */
function runScorer(
  root: string,
  script: string,
  args: readonly string[],
): Record<string, Record<string, number>> {
  const file = `${args[1]}.json`;
  const command = [join(root, 'corpus', script), ...args, '--quiet', '--json', file];
  execFileSync(process.execPath, command, { stdio: 'ignore' });
  return JSON.parse(readFileSync(file, 'utf8'));
}

function scoreByScorers(root: string, folder: string): PageSet['score'] {
  return (answers, changesFile, { type, perDoc }) => {
    const options = type ? ['--type', type] : [];
    const sampled = perDoc ? [...options, '--per-doc', perDoc] : options;
    const { summary } = runScorer(root, 'score-extraction.mjs', [folder, answers, ...sampled]);
    const shingle = summary!.shingle as unknown as { readonly f1: number };
    if (perDoc) return { extraction: 100 * shingle.f1 };
    const { total } = runScorer(root, 'score-changes.mjs', [folder, changesFile, ...options]);
    const { f, r, far } = total as { f: number; r: number; far: number };
    return { extraction: 100 * shingle.f1, changes: 100 * f, recall: 100 * r, falseAlarms: far };
  };
}

async function readCorpus(root: string, name: string, { type, perDoc }: ScoreOptions): Promise<PageSet> {
  const library = await loadLibrary(root);
  const folder = join(root, name);
  const readHtml = library.htmlReader(folder);
  // Windows open at an address only: where none is known, at one that is nobody's.
  const captures = library
    .readCaptures(folder, type ? { type } : {})
    .map((page) => (URL.canParse(page.url) ? page : { ...page, url: 'http://unknown.invalid/' }));
  return {
    name,
    hasTypes: true,
    pages: choosePages(captures, Number(perDoc ?? Number.POSITIVE_INFINITY)),
    readHtml: (page) => readHtml(page).toString('utf8'),
    score: scoreByScorers(root, folder),
  };
}

const RUN = 5;

function countRuns(words: readonly string[]): Map<string, number> {
  const runs = new Map<string, number>();
  for (let at = 0; at + RUN <= words.length; at++) {
    const run = words.slice(at, at + RUN).join(' ');
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

/** F1 of the runs of five words that a text and its gold share, as the corpora's scorer counts them. */
function scoreRuns(text: readonly string[], gold: readonly string[]): number {
  const wanted = countRuns(gold);
  let common = 0;
  for (const [run, count] of countRuns(text)) common += Math.min(count, wanted.get(run) ?? 0);
  const total = Math.max(0, text.length - RUN + 1) + Math.max(0, gold.length - RUN + 1);
  return total === 0 ? 0 : (2 * common) / total;
}

interface OldPage {
  readonly domain: string;
  readonly timestamp: string;
  readonly original_url: string;
  /** Null where the collection holds the gold alone. */
  readonly html: string | null;
  readonly gold: string | null;
}

type WholePage = OldPage & { readonly html: string; readonly gold: string };

/** Single pages with gold, no changes between them. */
async function readOldWeb(root: string, name: string): Promise<PageSet> {
  const { tokens } = await loadLibrary(root);
  const folder = join(root, name);
  const lines = readFileSync(join(folder, 'index.jsonl'), 'utf8').trim().split('\n');
  const whole = lines
    .map((line) => JSON.parse(line) as OldPage)
    .filter((page): page is WholePage => page.html !== null && page.gold !== null);
  const files = new Map(whole.map((page) => [idOf(page), page]));
  const pages = [...files].map(([html, { domain, timestamp, original_url }]) => ({
    service: domain,
    type: 'Privacy Policy',
    timestamp,
    url: original_url,
    html,
  }));
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  return {
    name,
    pages,
    hasTypes: false,
    readHtml: (page) => read(files.get(page.html)!.html),
    score: (answers) => {
      const scores = [...files].map(([html, { gold }]) => {
        const file = join(answers, `${html}.md`);
        return scoreRuns(tokens(existsSync(file) ? readFileSync(file, 'utf8') : ''), tokens(read(gold)));
      });
      return { extraction: (100 * scores.reduce((sum, value) => sum + value, 0)) / scores.length };
    },
  };
}

const idOf = ({ domain, timestamp }: OldPage) => `${domain}-${timestamp}`;

export const setNames = ['corpus', 'corpus-world', 'corpus-oldweb'] as const;

export async function readSet(root: string, name: string, options: ScoreOptions): Promise<PageSet> {
  return name === 'corpus-oldweb' ? await readOldWeb(root, name) : await readCorpus(root, name, options);
}
