import { fetchModule } from './fetch-unpacked.ts';
import { Pieces } from './search-pieces.ts';
import { type Row, SqliteFile, type Value } from './sqlite-file.ts';

/**
 * The published search file as a database. SQLite reads at once, pieces come later: a read that misses a piece fails,
 * the piece is fetched, the question is asked again. Questions are short, so asking again costs little, and no host needs
 * to know ranges or special headers.
 */

/** A question and its values. */
export interface SqlQuestion {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** More rounds than any question needs: a file that never gives what it lists would be asked forever. */
const MOST_ROUNDS = 10_000;

export class SearchDatabase {
  private readonly pieces: Pieces;
  private readonly file: SqliteFile;

  private constructor(pieces: Pieces, file: SqliteFile) {
    this.pieces = pieces;
    this.file = file;
  }

  /** Opens what lies in the folder `base` (ends with `/`). Throws an Error where that cannot be loaded. */
  static async open(base: string): Promise<SearchDatabase> {
    const [module, pieces] = await Promise.all([fetchModule(`${base}sqlite3.wasm.gz`), Pieces.open(base)]);
    return new SearchDatabase(pieces, await SqliteFile.start(module, pieces));
  }

  /**
   * Answers several questions; what they miss is fetched at the same time. With `mostRounds` null is given where they
   * are not answered after fetching so often.
   */
  async answer<R extends object = Row>(questions: readonly SqlQuestion[]): Promise<R[][]>;
  async answer<R extends object = Row>(
    questions: readonly SqlQuestion[],
    mostRounds: number,
  ): Promise<R[][] | null>;
  async answer<R extends object = Row>(
    questions: readonly SqlQuestion[],
    mostRounds?: number,
  ): Promise<R[][] | null> {
    const answers: (R[] | null)[] = questions.map(() => null);
    for (let round = 0; round <= (mostRounds ?? MOST_ROUNDS); round++) {
      questions.forEach((question, at) => {
        answers[at] ??= this.tryAsking<R>(question);
      });
      if (!this.pieces.isMissingSome) return answers as R[][];
      await this.pieces.loadMissing();
    }
    if (mostRounds !== undefined) return null;
    throw new Error('the search file does not hold what it should');
  }

  async all<R extends object = Row>(sql: string, ...values: Value[]): Promise<R[]> {
    return (await this.answer<R>([{ sql, values }]))[0]!;
  }

  /** Bytes of all pieces, as published. */
  get compressedBytes(): number {
    return this.pieces.compressedBytes;
  }

  /** To be called between questions. */
  trim(): void {
    this.pieces.trim();
  }

  /** The rows, or null where a piece was missing. */
  private tryAsking<R extends object>({ sql, values }: SqlQuestion): R[] | null {
    const before = this.pieces.missedCount;
    try {
      const rows = this.file.ask(sql, values) as unknown as R[];
      return this.pieces.missedCount === before ? rows : null;
    } catch (error) {
      if (this.pieces.missedCount > before) return null;
      throw error;
    }
  }
}
