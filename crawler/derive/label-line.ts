import { type Store, type StoredPolicy, writeLabels } from '../store/index.ts';
import type { Workshop } from './workshop.ts';

/** Policies whose labels may be read while those after them are derived. */
const MOST_AHEAD = 6;

/**
 * Labels that are being read by other threads while this one goes on with the next policies. They are written in the order in
 * which they were begun, so that what is written does not depend on who was faster. Killed in between, the labels of those
 * policies are found to be of no rules, and made by the next run.
 */
export class LabelLine {
  readonly #store: Store;
  readonly #workshop: Workshop;
  readonly #line: { readonly policy: StoredPolicy; readonly labels: ReturnType<Workshop['readLabels']> }[] =
    [];

  constructor(store: Store, workshop: Workshop) {
    this.#store = store;
    this.#workshop = workshop;
  }

  /** Begins to read a policy's labels. Returns once few enough are under way. */
  async begin(policy: StoredPolicy): Promise<void> {
    const labels = this.#workshop.readLabels(policy);
    // Who writes them hears what went wrong.
    labels.catch(() => {});
    this.#line.push({ policy, labels });
    while (this.#line.length > MOST_AHEAD) await this.#writeNext();
  }

  /** Writes all that were begun, where one of them is of a domain: its policies lend captures to each other. */
  async settle(domain: string): Promise<void> {
    if (this.#line.some(({ policy }) => policy.domain === domain)) await this.end();
  }

  /** Writes all that were begun. */
  async end(): Promise<void> {
    while (this.#line.length > 0) await this.#writeNext();
  }

  async #writeNext(): Promise<void> {
    const { policy, labels } = this.#line[0]!;
    writeLabels(this.#store, policy.id, await labels);
    this.#line.shift();
  }
}
