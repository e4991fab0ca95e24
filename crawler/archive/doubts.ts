/** Times the same doubtful answer must come: while nothing has proved untrue in this run, and once something has. */
const TIMES_CALM = 2;
const TIMES_ONCE_DECEIVED = 4;

/** Where it is kept, for runs to come, that an archive has told an untruth. */
export interface UntruthJournal {
  /** Remembers it of the archive at this origin, until a run ends that was not killed. */
  noteUntruth(origin: string): void;
  /** Whether an earlier process, killed since, had noted so. */
  hasUntruth(origin: string): boolean;
}

/**
 * Remembers answers that something speaks against, so that one is believed only when it comes the same again. An answer
 * that something speaks against, and that comes differently when asked for again, was untrue: from then on this archive's
 * doubtful answers must come the same more often. One for each run.
 */
export class Doubts {
  readonly #seen = new Map<string, { readonly answer: string; readonly times: number }>();
  readonly #journal: UntruthJournal;
  readonly #origin: string;
  #isDeceived: boolean;
  #confirmed = 0;
  #matches = 0;

  /** What was known of the archive when an earlier run was killed is known to this one. */
  constructor(journal: UntruthJournal, origin: string) {
    this.#journal = journal;
    this.#origin = origin;
    this.#isDeceived = journal.hasUntruth(origin);
  }

  /** Whether an answer that was doubted has proved untrue in this run, or in one before it that was killed. */
  get isDeceived(): boolean {
    return this.#isDeceived;
  }

  /**
   * Notes a doubtful answer to a question; true once it has come the same often enough to be believed, on a calm day
   * `timesCalm` times.
   */
  doubt(question: string, answer: string, timesCalm = TIMES_CALM): boolean {
    const known = this.#seen.get(question);
    if (known && known.answer !== answer) this.noteUntrue();
    const times = known?.answer === answer ? known.times + 1 : 1;
    const isBelieved = times >= (this.isDeceived ? TIMES_ONCE_DECEIVED : timesCalm);
    if (isBelieved) this.#seen.delete(question);
    else this.#seen.set(question, { answer, times });
    return isBelieved;
  }

  /** Notes an answer that is not to be believed however often it comes. */
  reject(question: string): void {
    this.#seen.set(question, { answer: '', times: 0 });
  }

  /** An answer came that nothing speaks against: what came before it, if anything, was untrue. */
  settle(question: string): void {
    if (this.#seen.delete(question)) this.noteUntrue();
  }

  /** Something else has shown that an answer was untrue: another question, or doubts that an earlier run left open. */
  noteUntrue(): void {
    if (!this.#isDeceived) this.#journal.noteUntruth(this.#origin);
    this.#isDeceived = true;
  }

  /** Notes that bytes are, or are for good not, those that the index names. */
  noteDigest(isMatch: boolean): void {
    if (isMatch) this.#matches += 1;
    else this.#confirmed += 1;
  }

  /**
   * Whether this archive's digests tell anything of the bytes it plays: some file digests of another kind, and where three
   * answers in a row came the same twice and none was ever as named, the digest is not asked any more.
   */
  get areDigestsTelling(): boolean {
    return this.#matches > 0 || this.#confirmed < 3;
  }
}
