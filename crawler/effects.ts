/** What a crawl is busy with. */
export type Phase = 'discover' | 'list' | 'fetch' | 'derive' | 'import';

/** How far a stage has come. `total` may grow while new addresses are found. */
export interface Progress {
  readonly domain: string;
  readonly phase: Phase;
  readonly done: number;
  readonly total: number;
  /** What is being worked on: an address, a file. */
  readonly item?: string;
}

/** What the corridor needs of the outside world besides the archive and the store; tests pass their own. */
export interface Effects {
  /** The current instant, ISO 8601 in UTC, whole seconds. */
  readonly now: () => string;
  readonly progress: (progress: Progress) => void;
  /** The command goes on, and something is worth knowing. */
  readonly warn: (message: string) => void;
  /** True once the user has asked to stop: the item in hand is finished, nothing new begun. */
  readonly isStopping: () => boolean;
}

/** Effects without anybody watching. */
export const silentEffects: Effects = {
  now: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  progress: () => {},
  warn: () => {},
  isStopping: () => false,
};
