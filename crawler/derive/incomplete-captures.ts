import { identityText } from '../core/index.ts';
import { readText, type Store, type StoredCapture, type StoredNormalization } from '../store/index.ts';

/**
 * Captures that hold a part of a text which stood whole before and after: a page that was still loading, or was cut short
 * by whoever kept it. They say nothing of the policy, and would look as if clauses had gone and come back. A company that
 * takes clauses out and brings them back has a whole page in between, for longer.
 */

/** A text as one run of captures shows it. */
export interface SeenText {
  /** Identity texts of its clauses, in order. */
  readonly clauses: readonly string[];
  readonly first: string;
  readonly last: string;
  /** What stood after the text on the page and is none of it, as far as it was noted: the page's foot. */
  readonly foot: string | null;
}

/** The text before and the one after are the same, but for this share of the words. */
const MAX_DIFFERENCE = 0.05;
/** At least so many words are missing, and so much of the whole. */
const MIN_MISSING = 80;
const MIN_SHARE = 0.1;
/** What is there stood in the whole texts too, but for this share of its words: the clause that was cut. */
const MAX_NEW = 0.03;
/** A whole page with a part of its text is taken for incomplete where it was seen no longer than this, in hours. */
const MAX_HOURS = 48;

const countWords = (clause: string) => (clause === '' ? 0 : clause.split(' ').length);
const sumWords = (clauses: readonly string[]) => clauses.reduce((sum, clause) => sum + countWords(clause), 0);

/** Words of the clauses of one text that another does not have. */
function wordsWithout(clauses: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const clause of others) left.set(clause, (left.get(clause) ?? 0) + 1);
  let words = 0;
  for (const clause of clauses) {
    const count = left.get(clause) ?? 0;
    if (count > 0) left.set(clause, count - 1);
    else words += countWords(clause);
  }
  return words;
}

/** Milliseconds of a timestamp of 14 digits. */
function timeOf(timestamp: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(timestamp)?.map(Number) ?? [];
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0);
}

/** Whether a text is a part of what stood before and after it, and its page a part of theirs, or hardly ever seen. */
export function isIncomplete(before: SeenText, seen: SeenText, after: SeenText): boolean {
  const whole = sumWords(before.clauses);
  const own = sumWords(seen.clauses);
  const missing = whole - own;
  if (own === 0 || missing < Math.max(MIN_MISSING, whole * MIN_SHARE)) return false;
  const differing = wordsWithout(before.clauses, after.clauses) + wordsWithout(after.clauses, before.clauses);
  if (differing > whole * MAX_DIFFERENCE) return false;
  if (wordsWithout(seen.clauses, before.clauses) > own * MAX_NEW) return false;
  const hasLostFoot = before.foot !== null && before.foot === after.foot && seen.foot !== before.foot;
  const hours = (timeOf(after.first) - timeOf(before.last)) / 3_600_000;
  return hasLostFoot || hours <= MAX_HOURS;
}

interface TextRun {
  readonly textId: number;
  readonly captureIds: number[];
  readonly first: string;
  last: string;
}

/** Runs of successive captures with the same text. */
function readRuns(
  captures: readonly StoredCapture[],
  normalizations: ReadonlyMap<number, StoredNormalization>,
): TextRun[] {
  const runs: TextRun[] = [];
  for (const { id, timestamp } of captures) {
    const normalization = normalizations.get(id);
    if (timestamp === null || normalization?.textId == null || normalization.isCut) continue;
    const open = runs.at(-1);
    if (open?.textId === normalization.textId) {
      open.captureIds.push(id);
      open.last = timestamp;
    } else runs.push({ textId: normalization.textId, captureIds: [id], first: timestamp, last: timestamp });
  }
  return runs;
}

/** What the removals of a capture's normalization say stood after the text, in a few words. */
function readFoot(store: Store, captureId: number): string | null {
  const row = store.prepare('select removed from normalizations where capture_id = ?').pluck().get(captureId);
  const removed = JSON.parse((row as string | undefined) ?? '[]') as { step: string; text: string }[];
  const foot = removed.findLast(({ step }) => step === 'main')?.text.slice(-FOOT_LENGTH);
  return foot ?? null;
}

const FOOT_LENGTH = 60;

/** `captures` in order of time. */
export function findIncompleteCaptures(
  store: Store,
  captures: readonly StoredCapture[],
  normalizations: ReadonlyMap<number, StoredNormalization>,
): Set<number> {
  const runs = readRuns(captures, normalizations);
  const lengths = runs.map(({ textId }) => readText(store, textId).markdown.length);
  const read = (run: TextRun): SeenText => ({
    clauses: readText(store, run.textId).clauses.map(({ text }) => identityText(text)),
    first: run.first,
    last: run.last,
    foot: readFoot(store, run.captureIds[0]!),
  });
  const found = new Set<number>();
  for (const [at, run] of runs.entries()) {
    const [before, after] = [runs[at - 1], runs[at + 1]];
    if (!before || !after || before.captureIds.some((id) => found.has(id))) continue;
    // Most runs are no shorter than both their neighbours: their texts need not be read.
    if (lengths[at]! >= Math.min(lengths[at - 1]!, lengths[at + 1]!)) continue;
    if (isIncomplete(read(before), read(run), read(after))) for (const id of run.captureIds) found.add(id);
  }
  return found;
}
