import type { Tinypool } from 'tinypool';
import { UserError } from '../errors.ts';
import type { DerivedLabels, DerivedNormalization, Store, StoredPolicy } from '../store/index.ts';
import { readLabels } from './label-policy.ts';
import { readCapture } from './read-capture.ts';

/** What can be made of a store without writing into it: the texts of captures, and the labels of a policy's versions. */
export type Task =
  | { readonly kind: 'capture'; readonly captureId: number }
  | { readonly kind: 'labels'; readonly policy: StoredPolicy };

/** What a task comes to; null for a capture without a memento. */
export interface Answers {
  readonly capture: DerivedNormalization | null;
  readonly labels: DerivedLabels;
}

/** An answer as it comes from another thread, or why there is none. An error that crosses loses all but its words. */
export type Reply<Kind extends Task['kind'] = Task['kind']> =
  | { readonly answer: Answers[Kind] }
  | { readonly problem: Pick<UserError, 'message' | 'remedy' | 'exitCode'> };

/** Where payloads are read and clauses labelled; the caller alone writes, one answer after the other. */
export interface Workshop {
  readonly readCapture: (captureId: number) => Promise<DerivedNormalization | null>;
  readonly readLabels: (policy: StoredPolicy) => Promise<DerivedLabels>;
  /** Names captures that will be asked for, in this order, so that they can be read before. */
  readonly expect: (captureIds: Iterator<number, unknown, unknown>) => void;
  readonly end: () => Promise<void>;
}

/** Does everything when asked, in the caller's own thread. */
export function workAlone(store: Store): Workshop {
  return {
    readCapture: (captureId) => readCapture(store, captureId),
    readLabels: async (policy) => readLabels(store, policy),
    expect: () => {},
    end: async () => {},
  };
}

/** So many captures are read before they are asked for, for each thread. */
const AHEAD = 16;
/**
 * Stack of a thread, in MB: less than the caller's own has, so that a page nested too deep for the caller is too deep here as
 * well. What is too costly in a thread is read by the caller, whose word counts, as if it worked alone.
 */
const STACK_MB = 0.9;

/** A checkout runs the sources, an installed package what they were compiled to. */
const workerFile = (): string =>
  new URL(`./worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url).href;

/** Does the work in several threads, each of which reads the store by itself. */
class Threads implements Workshop {
  private readonly pool: Tinypool;
  private readonly store: Store;
  private readonly ahead = new Map<number, Promise<DerivedNormalization | null>>();
  private expected: Iterator<number, unknown, unknown> = [].values();
  private readonly most: number;

  constructor(pool: Tinypool, store: Store, count: number) {
    this.pool = pool;
    this.store = store;
    this.most = AHEAD * count;
  }

  private async run<Kind extends Task['kind']>(task: Task & { kind: Kind }): Promise<Answers[Kind]> {
    const reply = (await this.pool.run({ file: this.store.name, task })) as Reply<Kind>;
    if ('answer' in reply) return reply.answer;
    const { message, remedy, exitCode } = reply.problem;
    throw new UserError(message, remedy, exitCode);
  }

  private begin(captureId: number): Promise<DerivedNormalization | null> {
    const reading = this.run({ kind: 'capture', captureId });
    // Whoever asks for it hears what went wrong; one that nobody asks for any more concerns nobody.
    reading.catch(() => {});
    return reading;
  }

  private fill(): void {
    while (this.ahead.size < this.most) {
      const { done, value } = this.expected.next();
      if (done) return;
      this.ahead.set(value, this.begin(value));
    }
  }

  expect = (captureIds: Iterator<number, unknown, unknown>): void => {
    this.expected = captureIds;
    this.fill();
  };

  readCapture = async (captureId: number): Promise<DerivedNormalization | null> => {
    const reading = this.ahead.get(captureId) ?? this.begin(captureId);
    this.ahead.delete(captureId);
    this.fill();
    const read = await reading;
    return read?.reason === 'too-costly' ? await readCapture(this.store, captureId) : read;
  };

  readLabels = (policy: StoredPolicy): Promise<DerivedLabels> => this.run({ kind: 'labels', policy });

  end = (): Promise<void> => this.pool.destroy();
}

/**
 * Opens a workshop of so many threads on a store that lies in a file; with one thread, or a store in memory, all is done in the
 * caller's own. What is made is the same whatever their number.
 */
export async function openWorkshop(store: Store, workers: number): Promise<Workshop> {
  if (workers <= 1 || store.memory) return workAlone(store);
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: workerFile(),
    minThreads: workers,
    maxThreads: workers,
    resourceLimits: { stackSizeMb: STACK_MB },
    // Between two tasks a thread gets its turn to let go of what unpacking holds.
    useAtomics: false,
  });
  return new Threads(pool, store, workers);
}
