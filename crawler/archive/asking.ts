import type { Doubts } from './doubts.ts';
import type { ArchiveLayout } from './memento-url.ts';
import type { ResolvedOptions } from './options.ts';
import type { Requests } from './requests.ts';
import type { Tally } from './tally.ts';

/** What it takes to ask an archive on somebody's behalf. */
export interface Asking {
  readonly requests: Requests;
  readonly layout: ArchiveLayout;
  readonly options: ResolvedOptions;
  readonly doubts: Doubts;
  /** Whose requests these are. */
  readonly tally: Tally;
}
