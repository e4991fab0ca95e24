/** Notes what a file says of something; null and undefined say nothing. */
export type Note = (what: string, value: string | number | boolean | null | undefined) => void;

/** What the files of a site say, each with where: what is said in several places has to be the same everywhere. */
export class SaidTwice {
  readonly #said = new Map<string, Map<string, string[]>>();

  /** What one file says goes in here. */
  of(file: string): Note {
    return (what, value) => {
      if (value === null || value === undefined) return;
      const values = this.#said.get(what) ?? new Map<string, string[]>();
      const plain = String(value).replace(/\s+/g, ' ').trim();
      values.set(plain, [...(values.get(plain) ?? []), file]);
      this.#said.set(what, values);
    };
  }

  /** How many things are said in several places, by their kind: the last words of their names. */
  countCompared(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const [what, values] of this.#said) {
      const [kind] = /(?<= ).*$/.exec(what) ?? [what];
      if ([...values.values()].flat().length > 1) counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return counts;
  }

  /** What is said in different ways, with where. */
  listDisagreements(): string[] {
    return [...this.#said].flatMap(([what, values]) =>
      values.size < 2
        ? []
        : [`${what}: ${[...values].map(([value, files]) => `“${value}” (${files[0]})`).join(', but ')}`],
    );
  }
}
