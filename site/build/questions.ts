import { hash } from 'node:crypto';

/**
 * What pages are made from, as questions with answers that are remembered, and which question each asked in turn. From
 * that record the next build knows which pages would come out the same: those all of whose questions have their old
 * answers. The method is the one known from build systems and compilers as early cutoff with dynamic dependencies
 * (Mokhov, Mitchell, Peyton Jones, "Build systems à la carte", 2018): a question whose own questions are answered as
 * before needs no new answer, and one that is answered anew with the same answer changes nothing.
 */

/** An answer's hash, and the questions it was made from; none where it was read, and has to be read again to be known. */
export interface Answered {
  readonly hash: string;
  readonly asked: readonly string[];
  /** The answer itself, of questions that are kept. */
  readonly answer?: unknown;
}

type Arguments = readonly (string | number)[];
type Ask = (...args: never[]) => unknown;

interface QuestionOptions<A extends Arguments> {
  /** Asks for something that stands for all that is read: while it is as before, nothing is read again. */
  readonly basis?: (...args: A) => unknown;
  /** True where the next build takes the answer over while it would be the same: for small answers made from many texts. */
  readonly isKept?: boolean;
}

/** The questions asked so far by each answer or page that is being made, innermost last. */
const askers: Set<string>[] = [];
const asksByName = new Map<string, Ask>();
const answered = new Map<string, Answered>();
let isRecording = false;
/** The questions being answered, one for the other, innermost last, and whether each has read something itself. */
const answering: { reads: boolean }[] = [];

/** From now on answers are hashed and can be listed. To be called before anything is asked: all of it counts. */
export function recordAnswers(): void {
  isRecording = true;
}

/** Called by whoever reads from outside: what is read is part of an answer. Throws where no question is being answered. */
export function noteReading(): void {
  const innermost = answering.at(-1);
  if (!innermost)
    throw new Error('the store is read by questions alone: wrap the reading in question(name, …)');
  innermost.reads = true;
}

export const listAnswers = (): ReadonlyMap<string, Answered> => answered;

/** Data that JSON has a form for, all the way down: maps and sets have none, and would all look alike. */
export type PlainData<T> = T extends ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | Date | Ask
  ? never
  : T extends object
    ? { [K in keyof T]: PlainData<T[K]> }
    : T;

const hashAnswer = (answer: unknown): string =>
  hash('sha256', JSON.stringify(answer) ?? 'undefined', 'base64url');

/** Does work and gathers the questions it asks. The work may be asynchronous as long as nothing else is at work meanwhile. */
export function gatherQuestions<R>(work: () => R): { result: R; asked: Set<string>; done: () => void } {
  const asked = new Set<string>();
  askers.push(asked);
  const done = () => {
    askers.splice(askers.indexOf(asked), 1);
  };
  try {
    return { result: work(), asked, done };
  } catch (error) {
    done();
    throw error;
  }
}

function gatherNow<R>(work: () => R): { answer: R; asked: Set<string> } {
  const { result, asked, done } = gatherQuestions(work);
  done();
  return { answer: result, asked };
}

/** Answers a question and records how. */
function answerNow<R>(id: string, read: () => R, basis: (() => unknown) | undefined, isKept: boolean): R {
  const self = { reads: false };
  answering.push(self);
  try {
    const { answer, asked } = gatherNow(read);
    if (isRecording && !answered.has(id)) {
      const known = self.reads ? (basis ? [...gatherNow(basis).asked, ...asked] : []) : [...asked];
      answered.set(id, { hash: hashAnswer(answer), asked: known, ...(isKept ? { answer } : {}) });
    }
    return answer;
  } finally {
    answering.pop();
  }
}

/** What the build before answered, where it would be the same now; undefined elsewhere. */
let recall: (id: string) => Answered | undefined = () => undefined;

/** A kept answer, of this build or the one before. This build's are held for the record, however long ago they were asked. */
function recallKept(id: string): Answered | undefined {
  const held = answered.get(id) ?? recall(id);
  return held && 'answer' in held ? held : undefined;
}

/** Keeps the newest `most` answers. */
function keep<R>(answers: Map<string, R>, most: number, id: string, answer: R): void {
  if (answers.size >= most) answers.delete(answers.keys().next().value!);
  answers.set(id, answer);
}

/**
 * Makes a question of a function: its answer is plain data and is remembered; the oldest are forgotten beyond `most`. Who
 * asks it depends on this answer alone, not on what it was made from: ask narrow questions. One that only asks others is
 * not even answered again while those answer as before.
 */
export function question<A extends Arguments, R>(
  name: string,
  most: number,
  read: (...args: A) => R & PlainData<R>,
  { basis, isKept = false }: QuestionOptions<A> = {},
): (...args: A) => R {
  // In development a changed module is loaded again, and its questions with it.
  if (asksByName.has(name) && !import.meta.env.DEV) throw new Error(`there are two questions named ${name}`);
  const answers = new Map<string, R>();
  const ask = (...args: A): R => {
    const id = JSON.stringify([name, ...args]);
    askers.at(-1)?.add(id);
    if (!answers.has(id)) {
      const held = isKept ? recallKept(id) : undefined;
      const answer = held
        ? (held.answer as R)
        : answerNow(id, () => read(...args), basis && (() => basis(...args)), isKept);
      keep(answers, most, id, answer);
    }
    return answers.get(id)!;
  };
  asksByName.set(name, ask);
  return ask;
}

/**
 * Remembers something that pages need in between and that may be any value (maps, functions): who asks for it depends on
 * everything it was made from.
 */
export function working<A extends Arguments, R>(most: number, make: (...args: A) => R): (...args: A) => R {
  const made = new Map<string, { answer: R; asked: Set<string> }>();
  return (...args) => {
    const id = JSON.stringify(args);
    const known = made.get(id) ?? gatherNow(() => make(...args));
    if (!made.has(id)) keep(made, most, id, known);
    for (const one of known.asked) askers.at(-1)?.add(one);
    return known.answer;
  };
}

function answerAgain(id: string): Answered | undefined {
  const [name, ...args] = JSON.parse(id) as [string, ...never[]];
  try {
    asksByName.get(name)?.(...args);
  } catch {
    // What was asked about is gone.
    return undefined;
  }
  return answered.get(id);
}

/** A judge of questions: whether one is answered now as it was in `before`. Answers are recorded from now on. */
export function compareAnswers(before: ReadonlyMap<string, Answered>): (id: string) => boolean {
  recordAnswers();
  const verdicts = new Map<string, boolean>();
  /** What was answered before, where all it was made from is as it was. */
  const takeOver = (id: string): Answered | undefined => {
    const old = before.get(id);
    if (!old || old.asked.length === 0 || !old.asked.every(isUnchanged)) return undefined;
    if (!answered.has(id)) answered.set(id, old);
    return old;
  };
  recall = takeOver;
  const judge = (id: string): boolean => {
    const old = before.get(id);
    if (!old) return false;
    return takeOver(id) === old || answerAgain(id)?.hash === old.hash;
  };
  const isUnchanged = (id: string): boolean => {
    const known = verdicts.get(id);
    if (known !== undefined) return known;
    const verdict = judge(id);
    verdicts.set(id, verdict);
    return verdict;
  };
  return isUnchanged;
}
