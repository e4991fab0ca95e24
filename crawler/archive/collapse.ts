import type { IndexRow } from './cdx-rows.ts';

/** Drops rows that agree in a field, or in its first characters, with the row directly before, as the index itself does. */
export class Collapse {
  readonly #field: string;
  readonly #length: number | undefined;
  #last: string | null = null;

  /** `spec`: `field` or `field:length`. */
  constructor(spec: string) {
    const [field = '', length] = spec.split(':');
    this.#field = field;
    this.#length = length === undefined ? undefined : Number(length);
  }

  keeps({ capture }: IndexRow): boolean {
    if (capture === null) return false;
    const value = String((capture as unknown as Record<string, string>)[this.#field]).slice(0, this.#length);
    const isNew = value !== this.#last;
    this.#last = value;
    return isNew;
  }
}
