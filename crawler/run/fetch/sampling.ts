import type { Every } from '../../core/index.ts';

/** Which of the captures worth fetching a crawl asks for. */
export interface Sampling {
  readonly every: Every;
  /** Fetch the ends, then only where the text differs. */
  readonly isAdaptive: boolean;
  /** Captures that may still be asked for in this run; shared by all addresses of a domain. */
  readonly budget: { left: number };
}

export const everything = (): Sampling => ({
  every: 'all',
  isAdaptive: false,
  budget: { left: Number.POSITIVE_INFINITY },
});
