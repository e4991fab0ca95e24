import { maskDates } from '../compare/dates.ts';
import type { Change, Comparison, PlacedClause } from '../model.ts';
import { splitSentences } from '../sentences.ts';
import { listWords } from '../tokens.ts';
import { type GistText, quotable, sectionOf, squash } from './gist-text.ts';
import { listWeighty } from './weighty-words.ts';

/** A sentence that one text has and the other has not, or not so. */
export interface WeightySentence {
  readonly text: string;
  /** Where in the text the words begin that only this side has. */
  readonly focus: number;
  /** The heading it stands under; null where it has none. */
  readonly section: string | null;
  /** Index of the change it belongs to. */
  readonly change: number;
  readonly weight: number;
  /** True where hardly a word of it stands in the other text's form of the clause. */
  readonly isWhole: boolean;
}

type SideName = 'left' | 'right';

/** Fewer words of one side alone say too little to stand for a change. */
const FEWEST_WORDS = 4;
/** Words beyond this many add no weight: a long sentence is not a strong one. */
const MOST_WORDS = 40;
/** A sentence with so great a share of words of its own is this side's altogether. */
const MOSTLY_OWN = 0.75;
/** How much heavier a sentence is that names somebody whom the other text does not. */
const WITH_NAME = 1.5;
/** Changes looked at in one comparison: a bound of work. */
const MOST_CHANGES = 2_000;

/** A sentence as it is looked for in the other text: dates alone make no difference. */
const fold = (text: string): string => maskDates(text.toLowerCase());

/** A run of characters of a text that only its side has. */
interface OwnRun {
  readonly start: number;
  readonly end: number;
}

/** Rows of fewer words are told whole. */
const FEW_IN_ROW = 20;
const cutCells = (text: string): string[] =>
  listWords(text).length < FEW_IN_ROW ? [text] : text.split(' | ');

/** One side's text of a change, with the runs that are its own: all of it where the clause came or went. */
function readSide(
  change: Change,
  side: SideName,
  clauses: readonly PlacedClause[],
): { text: string; own: OwnRun[] } {
  const other = side === 'left' ? 'added' : 'removed';
  if (change.spans.length === 0) {
    const text = change[side].map((at) => quotable(clauses[at]!)).join(' ');
    return { text, own: [{ start: 0, end: text.length }] };
  }
  let text = '';
  const own: OwnRun[] = [];
  for (const [kind, run] of change.spans) {
    if (kind === other) continue;
    if (kind !== 'kept') own.push({ start: text.length, end: text.length + run.length });
    text += run;
  }
  return { text, own };
}

interface OwnSentence {
  readonly text: string;
  readonly focus: number;
  /** The words that are this side's alone. */
  readonly own: string;
}

/** So near before a weighty word, the beginning of the words that are this side's own is shown with it. */
const NEAR = 60;

function beginOfRun(index: number, start: number, runs: readonly OwnRun[]): number {
  const run = runs.find((one) => one.start <= start + index && start + index < one.end);
  const begin = Math.max(0, (run?.start ?? 0) - start);
  return index - begin <= NEAR ? begin : index;
}

/**
 * Where a sentence's own words get weighty: with a word that the other text never has, if there is one. Where none of them is,
 * the beginning of the longest run; or of the sentence, where most of it is its own.
 */
function findFocus(
  sentence: string,
  start: number,
  runs: readonly OwnRun[],
  known: ReadonlySet<string>,
): number {
  const own = listWeighty(sentence).filter(({ index }) =>
    runs.some((run) => run.start <= start + index && start + index < run.end),
  );
  const novel = own.find(({ word }) => listWords(word).some((one) => !known.has(one)));
  const weighty = novel ?? own[0];
  if (weighty) return beginOfRun(weighty.index, start, runs);
  const length = runs.reduce((sum, run) => sum + run.end - run.start, 0);
  if (length > sentence.length * MOSTLY_OWN) return 0;
  const longest = runs.reduce((best, run) => (run.end - run.start > best.end - best.start ? run : best));
  return Math.max(0, longest.start - start);
}

/** The sentences of a side that have words of their own. */
function listOwnSentences(
  { text, own }: { text: string; own: readonly OwnRun[] },
  known: ReadonlySet<string>,
): OwnSentence[] {
  let from = 0;
  // The cells of a long row are sentences for themselves: what two of them say together, neither text does.
  const sentences = cutCells(text).flatMap((cell) => splitSentences(cell));
  return sentences.flatMap((sentence): OwnSentence[] => {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    const runs = own.filter((run) => run.start < from && run.end > start);
    if (runs.length === 0) return [];
    return [
      {
        text: sentence,
        focus: findFocus(sentence, start, runs, known),
        own: runs.map((run) => text.slice(Math.max(run.start, start), Math.min(run.end, from))).join(' '),
      },
    ];
  });
}

function weigh(own: string, known: ReadonlySet<string>): number {
  const words = listWords(own.toLowerCase());
  if (words.length < FEWEST_WORDS) return 0;
  const novel = new Set(words.filter((word) => word.length > 1 && !/\d/.test(word) && !known.has(word)));
  const weighty = new Set(listWeighty(own).map(({ word }) => word));
  return Math.min(words.length, MOST_WORDS) / 8 + Math.min(novel.size, 8) + 3 * Math.min(weighty.size, 4);
}

/** What is made of a text to look up in it, for as long as its clauses are held: each text is the other side of two steps. */
const looked = new WeakMap<readonly PlacedClause[], Looked>();

interface Looked {
  /** Its sentences, folded. */
  readonly sentences: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

function lookInto({ clauses }: GistText): Looked {
  const known = looked.get(clauses);
  if (known) return known;
  const texts = clauses.map(quotable);
  const sentences = texts.flatMap(cutCells).flatMap((cell) => splitSentences(cell).map(fold));
  const words = texts.flatMap((text) => listWords(text.toLowerCase()));
  const made = { sentences: new Set(sentences), words: new Set(words) };
  looked.set(clauses, made);
  return made;
}

/** What one side says in its changed clauses and the other does not, the weightiest first. */
function weighSide(
  changes: readonly Change[],
  side: SideName,
  own: GistText,
  other: GistText,
): WeightySentence[] {
  const { sentences: others, words: known } = lookInto(other);
  const names = [...own.names].filter((name) => !other.names.has(name));
  return changes
    .flatMap((change, number) => {
      const first = own.clauses[change[side][0] ?? -1];
      if (!first || first.kind === 'heading' || change.kind === 'unchanged') return [];
      return listOwnSentences(readSide(change, side, own.clauses), known)
        .filter(({ text }) => !others.has(fold(squash(text))))
        .map(({ text, focus, own: words }) => ({
          isWhole: words.length > text.length * MOSTLY_OWN,
          text,
          focus,
          section: sectionOf(first),
          change: number,
          weight: weigh(words, known) * (names.some((name) => words.includes(name)) ? WITH_NAME : 1),
        }));
    })
    .filter(({ weight }) => weight > 0)
    .filter(({ text }, at, all) => all.findIndex((one) => fold(one.text) === fold(text)) === at)
    .sort((one, another) => another.weight - one.weight);
}

/** The sentences that came and those that went, each the weightiest first. */
export function weighSentences(
  comparison: Pick<Comparison, 'changes'>,
  left: GistText,
  right: GistText,
): { readonly added: WeightySentence[]; readonly removed: WeightySentence[] } {
  const changes = comparison.changes.slice(0, MOST_CHANGES);
  return {
    added: weighSide(changes, 'right', right, left),
    removed: weighSide(changes, 'left', left, right),
  };
}
