/**
 * How long a comparison takes, beside others: alignment with words of ours; `diffWords` of jsdiff; diff-match-patch by
 * words with semantic clean-up; `git diff --word-diff`. The contestants take turns on every pair.
 *
 *   cd scripts/bench && npm ci
 *   PALIMPSEST_CORPUS=DIR node scripts/bench/compare.ts [--peers]
 *
 * DIR/corpus-diff/synthetic gives the texts. Peers are slow on long texts, so they are asked for.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffWords as jsdiffWords } from 'diff';
import {
  alignClauses,
  type Clause,
  compareClauses,
  countWords,
  seededRandom,
  traceLineages,
} from '../../crawler/core/index.ts';
import { UserError } from '../../crawler/errors.ts';
import { readFlags, runMain } from '../../crawler/run-main.ts';

interface Pair {
  readonly left: readonly Clause[];
  readonly right: readonly Clause[];
}

type Contestant = (pair: Pair) => unknown;

interface CorpusClause {
  readonly kind: string;
  readonly depth: number;
  readonly text: string;
}

const toClause = ({ kind, depth, text }: CorpusClause): Clause => ({
  kind: kind === 'para' ? 'paragraph' : (kind as Clause['kind']),
  level: depth,
  text,
});

const textOf = (clauses: readonly Clause[]) => clauses.map(({ text }) => text).join('\n\n');
const wordsOf = (clauses: readonly Clause[]) => countWords(textOf(clauses));

function readPairs(folder: string): Pair[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const one = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      return { left: one.before.map(toClause), right: one.after.map(toClause) };
    });
}

/** Pairs of about 15,000 words, each several pairs one after the other. */
function joinPairs(pairs: readonly Pair[], count: number): Pair[] {
  const joined: Pair[] = [];
  let [left, right]: [Clause[], Clause[]] = [[], []];
  for (const pair of pairs) {
    left.push(...pair.left);
    right.push(...pair.right);
    if (wordsOf(left) < 15_000) continue;
    joined.push({ left, right });
    [left, right] = [[], []];
    if (joined.length === count) break;
  }
  return joined;
}

/** A history: each version is the one before with a few clauses edited, added, removed and moved. */
function inventHistory(start: readonly Clause[], versionCount: number): Clause[][] {
  const random = seededRandom(1);
  const at = (clauses: readonly Clause[]) => Math.floor(random() * clauses.length);
  const versions = [[...start]];
  while (versions.length < versionCount) {
    const next = [...versions.at(-1)!];
    for (let edits = 0; edits < 8; edits++) {
      const place = at(next);
      const clause = next[place]!;
      const words = clause.text.split(' ');
      words.splice(Math.floor(random() * words.length), 1, start[at(start)]!.text.split(' ')[0]!);
      const dice = random();
      if (dice < 0.7) next[place] = { ...clause, text: words.join(' ') };
      else if (dice < 0.8) next.splice(place, 1);
      else if (dice < 0.9) next.splice(place, 0, start[at(start)]!);
      else next.splice(at(next), 0, ...next.splice(place, 1));
    }
    versions.push(next);
  }
  return versions;
}

function timeOnce(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

const format = (ms: number) => `${ms < 100 ? ms.toFixed(1) : ms.toFixed(0)} ms`.padStart(10);

function race(title: string, pairs: readonly Pair[], contestants: Record<string, Contestant>): void {
  const times = new Map(Object.keys(contestants).map((name) => [name, [] as number[]]));
  for (const name of times.keys()) contestants[name]!(pairs[0]!);
  for (const pair of pairs) {
    for (const [name, list] of times) list.push(timeOnce(() => contestants[name]!(pair)));
  }
  console.log(
    `${title}: ${pairs.length} pairs, ${Math.round(pairs.reduce((sum, { left }) => sum + left.length, 0) / pairs.length)} clauses`,
  );
  for (const [name, list] of times) {
    list.sort((a, b) => a - b);
    console.log(
      `  ${name.padEnd(34)} median ${format(list[list.length >> 1]!)}  worst ${format(list.at(-1)!)}`,
    );
  }
}

function loadPeers(folder: string): Record<string, Contestant> {
  const DiffMatchPatch = createRequire(import.meta.url)('diff-match-patch');
  const byWords = ({ left, right }: Pair) => {
    const engine = new DiffMatchPatch();
    // diff-match-patch's own way to compare larger units: a character stands for each; here for each word.
    const units = (text: string) =>
      text
        .replace(/\n/g, ' ')
        .split(/(?<= )/)
        .join('\n');
    const { chars1, chars2, lineArray } = engine.diff_linesToChars_(
      units(textOf(left)),
      units(textOf(right)),
    );
    const found = engine.diff_main(chars1, chars2, false);
    engine.diff_charsToLines_(found, lineArray);
    engine.diff_cleanupSemantic(found);
  };
  const git = ({ left, right }: Pair) => {
    writeFileSync(join(folder, 'left'), textOf(left));
    writeFileSync(join(folder, 'right'), textOf(right));
    try {
      execFileSync('git', ['diff', '--no-index', '--word-diff', 'left', 'right'], {
        cwd: folder,
        maxBuffer: 1e9,
      });
    } catch {
      // `--no-index` ends with 1 where the files differ.
    }
  };
  return {
    'jsdiff diffWords': ({ left, right }) => jsdiffWords(textOf(left), textOf(right)),
    'diff-match-patch, words': byWords,
    'git diff --word-diff': git,
  };
}

await runMain(async () => {
  const { values } = readFlags(
    { options: { peers: { type: 'boolean' } } },
    'PALIMPSEST_CORPUS=DIR node scripts/bench/compare.ts [--peers]',
  );
  const corpus = process.env.PALIMPSEST_CORPUS;
  if (!corpus) {
    throw new UserError('PALIMPSEST_CORPUS is not set', 'Name the folder that holds corpus-diff/.');
  }
  const all = readPairs(join(corpus, 'corpus-diff', 'synthetic'));
  const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'));
  const ours: Record<string, Contestant> = {
    'palimpsest, clauses alone': ({ left, right }) => alignClauses(left, right),
    'palimpsest, clauses and words': ({ left, right }) => compareClauses(left, right),
  };
  const contestants = values.peers ? { ...ours, ...loadPeers(scratch) } : ours;
  try {
    race(
      'about 130 clauses',
      all.filter(({ left }) => left.length >= 110 && left.length <= 150),
      contestants,
    );
    race('about 15,000 words', joinPairs(all, 8), contestants);
    const long = all.find(({ left }) => left.length >= 250)!;
    const history = inventHistory(long.left.concat(all[0]!.left).slice(0, 295), 155);
    console.log(
      `history of ${history.length} versions of ${history[0]!.length} clauses: ${format(timeOnce(() => traceLineages(history)))}`,
    );
  } finally {
    rmSync(scratch, { recursive: true });
  }
});
