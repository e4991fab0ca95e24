import { maskDates } from '../compare/dates.ts';
import type { Change, Comparison, PlacedClause } from '../model.ts';
import { splitSentences } from '../sentences.ts';
import { listWords } from '../tokens.ts';
import { quotable, sectionOf, squash } from './gist-text.ts';

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
}

type Side = 'left' | 'right';

/**
 * What readers of policies look for first, in English: who gets data, for what, for how long, and what one can do about it.
 * In other languages a sentence weighs by its new words alone.
 */
const WEIGHTY =
  /\b(?:sell|sold|sale|shar(?:e[sd]?|ing)|disclos\w*|train(?:ed|ing)?|artificial intelligence|machine learning|AI|biometric\w*|health|genetic|location|children|minors|under (?:13|16)|advertis\w*|third part(?:y|ies)|affiliates?|partners|retain\w*|retention|delet\w*|opt[ -]out|consent|arbitration|track\w*|profil\w*|never|do not|will not|no longer|government|law enforcement|transfer\w*|merger|facial|voice|contacts?|messages)\b/gi;

/** Fewer words of one side alone say too little to stand for a change. */
const FEWEST_WORDS = 4;
/** Words beyond this many add no weight: a long sentence is not a strong one. */
const MOST_WORDS = 40;
/** Changes looked at in one comparison: a bound of work. */
const MOST_CHANGES = 2_000;

/** A sentence as it is looked for in the other text: dates alone make no difference. */
const fold = (text: string): string => maskDates(text.toLowerCase());

/** A run of characters of a text that only its side has. */
interface OwnRun {
  readonly start: number;
  readonly end: number;
}

/** One side's text of a change, with the runs that are its own: all of it where the clause came or went. */
function readSide(
  change: Change,
  side: Side,
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

/** Where a sentence's own words get weighty; where none of them is, the beginning of the longest run. */
function findFocus(sentence: string, start: number, runs: readonly OwnRun[]): number {
  for (const { index } of sentence.matchAll(WEIGHTY)) {
    if (runs.some((run) => run.start <= start + index && start + index < run.end)) return index;
  }
  const longest = runs.reduce((best, run) => (run.end - run.start > best.end - best.start ? run : best));
  return Math.max(0, longest.start - start);
}

/** The sentences of a side that have words of their own. */
function listOwnSentences({ text, own }: { text: string; own: readonly OwnRun[] }): OwnSentence[] {
  let from = 0;
  return splitSentences(text).flatMap((sentence): OwnSentence[] => {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    const runs = own.filter((run) => run.start < from && run.end > start);
    if (runs.length === 0) return [];
    return [
      {
        text: sentence,
        focus: findFocus(sentence, start, runs),
        own: runs.map((run) => text.slice(Math.max(run.start, start), Math.min(run.end, from))).join(' '),
      },
    ];
  });
}

function weigh(own: string, known: ReadonlySet<string>): number {
  const words = listWords(own.toLowerCase());
  if (words.length < FEWEST_WORDS) return 0;
  const novel = new Set(words.filter((word) => word.length > 1 && !/\d/.test(word) && !known.has(word)));
  const weighty = new Set((own.match(WEIGHTY) ?? []).map((word) => word.toLowerCase()));
  return Math.min(words.length, MOST_WORDS) / 8 + 1.5 * Math.min(novel.size, 8) + 2 * weighty.size;
}

/** What one side says in its changed clauses and the other does not, the weightiest first. */
function weighSide(
  changes: readonly Change[],
  side: Side,
  own: readonly PlacedClause[],
  other: readonly PlacedClause[],
): WeightySentence[] {
  const others = new Set(other.flatMap((clause) => splitSentences(quotable(clause)).map(fold)));
  const known = new Set(other.flatMap((clause) => listWords(quotable(clause).toLowerCase())));
  return changes
    .flatMap((change, number) => {
      const first = own[change[side][0] ?? -1];
      if (!first || first.kind === 'heading' || change.kind === 'unchanged') return [];
      return listOwnSentences(readSide(change, side, own))
        .filter(({ text }) => !others.has(fold(squash(text))))
        .map(({ text, focus, own: words }) => ({
          text,
          focus,
          section: sectionOf(first),
          change: number,
          weight: weigh(words, known),
        }));
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, another) => another.weight - one.weight);
}

/** The sentences that came and those that went, each the weightiest first. */
export function weighSentences(
  comparison: Pick<Comparison, 'changes'>,
  left: readonly PlacedClause[],
  right: readonly PlacedClause[],
): { readonly added: WeightySentence[]; readonly removed: WeightySentence[] } {
  const changes = comparison.changes.slice(0, MOST_CHANGES);
  return {
    added: weighSide(changes, 'right', right, left),
    removed: weighSide(changes, 'left', left, right),
  };
}
