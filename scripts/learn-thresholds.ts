/**
 * Learns the thresholds of `crawler/core/compare/thresholds.ts` on alignments with known answers, and says what each
 * rule of alignment brings.
 *
 *   PALIMPSEST_CORPUS=DIR node scripts/learn-thresholds.ts            figures with the thresholds as they are
 *   PALIMPSEST_CORPUS=DIR node scripts/learn-thresholds.ts --ablate   each step switched off in turn
 *   PALIMPSEST_CORPUS=DIR node scripts/learn-thresholds.ts --learn    search, one threshold after the other
 *   PALIMPSEST_CORPUS=DIR node scripts/learn-thresholds.ts --words    reading costs of word diffs, over a grid
 *
 * DIR/corpus-diff holds the cases (`synthetic/`, `real/`, `words/`) and the scorers.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  alignClauses,
  type Clause,
  diffWordsBounded,
  type Match,
  READING_COSTS,
  type ReadingCosts,
  STEPS,
  type StepName,
  THRESHOLDS,
  type Thresholds,
} from '../crawler/core/index.ts';
import { UserError } from '../crawler/errors.ts';
import { readFlags, runMain } from '../crawler/run-main.ts';

/** A clause, a group of the answer and a case as the corpus has them. */
interface CorpusClause {
  readonly kind: 'heading' | 'para' | 'item' | 'row';
  readonly depth: number;
  readonly text: string;
}
interface CorpusCase {
  readonly id: string;
  readonly before: readonly CorpusClause[];
  readonly after: readonly CorpusClause[];
}
interface Figures {
  readonly changedLinks: { readonly f1: number };
  readonly relationAccuracy: number;
  readonly exactCases: number;
  readonly shownRatio: number;
}
interface Scorer {
  readonly scoreCase: (one: CorpusCase, pairs: readonly object[]) => unknown;
  readonly summarise: (scores: readonly unknown[]) => Figures;
}

interface Prepared {
  readonly corpusCase: CorpusCase;
  readonly left: readonly Clause[];
  readonly right: readonly Clause[];
}

const toClause = ({ kind, depth, text }: CorpusClause): Clause => ({
  kind: kind === 'para' ? 'paragraph' : kind,
  level: depth,
  text,
});

function readCases(dir: string): Prepared[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const corpusCase = JSON.parse(readFileSync(join(dir, name), 'utf8')) as CorpusCase;
      return { corpusCase, left: corpusCase.before.map(toClause), right: corpusCase.after.map(toClause) };
    });
}

/** The corpus's name for what a match says. */
function relationOf(match: Match, { before, after }: CorpusCase): string {
  if (
    match.kind === 'added' ||
    match.kind === 'removed' ||
    match.kind === 'split' ||
    match.kind === 'merged'
  ) {
    return match.kind;
  }
  if (match.moved) return match.kind === 'edited' ? 'moved+modified' : 'moved';
  if (match.kind === 'edited') return 'modified';
  const isSame = before[match.left[0]!]!.text === after[match.right[0]!]!.text;
  return match.kind === 'unchanged' && isSame ? 'unchanged' : 'typographic';
}

function measure(
  cases: readonly Prepared[],
  scorer: Scorer,
  thresholds: Thresholds,
  without?: StepName,
): Figures {
  return scorer.summarise(
    cases.map(({ corpusCase, left, right }) => {
      const { matches } = alignClauses(left, right, { thresholds, ...(without ? { without } : {}) });
      const pairs = matches.map((match) => ({
        before: match.left,
        after: match.right,
        relation: relationOf(match, corpusCase),
      }));
      return scorer.scoreCase(corpusCase, pairs);
    }),
  );
}

const percent = (share: number) => (100 * share).toFixed(2).padStart(6);

function format({ changedLinks, relationAccuracy, exactCases, shownRatio }: Figures): string {
  return `${percent(changedLinks.f1)} ${percent(relationAccuracy)} ${percent(exactCases)} ${shownRatio.toFixed(3)}`;
}

/** What the search makes large: links first, then relations, then whole cases; real texts count as much as made ones. */
function worth(figures: readonly Figures[]): number {
  return figures.reduce(
    (sum, { changedLinks, relationAccuracy, exactCases }) =>
      sum + changedLinks.f1 + relationAccuracy + 0.1 * exactCases,
    0,
  );
}

const FACTORS = [0.7, 0.85, 1.15, 1.4];
/** A threshold is only moved for a gain that is more than a stroke of luck in one case. */
const LEAST_GAIN = 0.0005;

/** Coordinate search: each threshold in turn is set to the factor that is worth most, until none helps. */
function learn(sets: readonly Prepared[][], scorer: Scorer): Thresholds {
  const measureAll = (thresholds: Thresholds) =>
    worth(sets.map((cases) => measure(cases, scorer, thresholds)));
  let best: Thresholds = THRESHOLDS;
  let bestWorth = measureAll(best);
  for (let improved = true; improved; ) {
    improved = false;
    for (const name of Object.keys(THRESHOLDS) as (keyof Thresholds)[]) {
      for (const factor of FACTORS) {
        const trial = { ...best, [name]: Number((best[name] * factor).toFixed(3)) };
        const trialWorth = measureAll(trial);
        if (trialWorth <= bestWorth + LEAST_GAIN) continue;
        [best, bestWorth, improved] = [trial, trialWorth, true];
        console.log(`${name} = ${best[name]}: worth ${bestWorth.toFixed(5)}`);
      }
    }
  }
  return best;
}

interface WordPair {
  readonly before: string;
  readonly after: string;
}
interface WordScorer {
  readonly scorePair: (one: WordPair, spans: readonly (readonly [string, string])[]) => unknown;
  readonly summarise: (scores: readonly unknown[]) => { readonly readingCost: number };
}

const SIGNS = { kept: '=', removed: '-', added: '+' };

function measureReading(pairs: readonly WordPair[], scorer: WordScorer, costs: ReadingCosts): number {
  const scores = pairs.map((pair) => {
    const { spans } = diffWordsBounded(pair.before, pair.after, costs);
    return scorer.scorePair(
      pair,
      spans.map(([kind, text]) => [SIGNS[kind], text]),
    );
  });
  return scorer.summarise(scores).readingCost;
}

/** Reading costs on both sets over a grid around the costs as they are. */
function printReadingGrid(sets: readonly WordPair[][], scorer: WordScorer): void {
  for (const island of [0.5, 0.75, 1, 1.5].map((factor) => factor * READING_COSTS.island)) {
    for (const change of [0, 1, 2].map((factor) => factor * READING_COSTS.change)) {
      const costs = sets.map((pairs) => measureReading(pairs, scorer, { ...READING_COSTS, island, change }));
      console.log(`island ${island}, change ${change}: ${costs.map((cost) => cost.toFixed(4)).join('  ')}`);
    }
  }
}

await runMain(async () => {
  const { values } = readFlags(
    { options: { ablate: { type: 'boolean' }, words: { type: 'boolean' }, learn: { type: 'boolean' } } },
    'PALIMPSEST_CORPUS=DIR node scripts/learn-thresholds.ts [--ablate] [--words] [--learn]',
  );
  const corpus = process.env.PALIMPSEST_CORPUS;
  if (!corpus) {
    throw new UserError('PALIMPSEST_CORPUS is not set', 'Name the folder that holds corpus-diff/.');
  }
  const folder = join(corpus, 'corpus-diff');
  const scorer = (await import(pathToFileURL(join(folder, 'score-alignment.mjs')).href)) as Scorer;
  const names = ['synthetic', 'real'];
  const sets = names.map((name) => readCases(join(folder, name)));
  const row = (label: string, thresholds: Thresholds, without?: StepName) =>
    console.log(
      `${label.padEnd(28)} ${sets.map((cases) => format(measure(cases, scorer, thresholds, without))).join('   ')}`,
    );

  console.log(`changed links F1, relations, exact cases, words shown: ${names.join(', then ')}`);
  row('all', THRESHOLDS);
  if (values.ablate) for (const { name } of STEPS) row(`without ${name}`, THRESHOLDS, name);
  if (values.words) {
    const wordScorer = (await import(pathToFileURL(join(folder, 'score-worddiff.mjs')).href)) as WordScorer;
    const wordSets = names.map((name) =>
      JSON.parse(readFileSync(join(folder, 'words', `${name}.json`), 'utf8')),
    );
    printReadingGrid(wordSets as WordPair[][], wordScorer);
  }
  if (values.learn) {
    const learned = learn(sets, scorer);
    row('learned', learned);
    console.log(learned);
  }
});
