import { UserError } from '../../crawler/errors.ts';

/**
 * A JSON object of the demo collection, read field by field: each reader checks the field's type, and `finish` complains
 * about fields nobody read, which are spelling mistakes.
 */
export class Fields {
  readonly where: string;
  readonly #object: Readonly<Record<string, unknown>>;
  readonly #read = new Set<string>();

  constructor(value: unknown, where: string) {
    this.where = where;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new UserError(`${where} is not an object.`, 'See data/demo/README.md for its fields.');
    }
    this.#object = value as Readonly<Record<string, unknown>>;
  }

  has(name: string): boolean {
    return this.#object[name] !== undefined;
  }

  text(name: string, otherwise?: string): string {
    return this.#take(name, otherwise, 'a text', (value) => typeof value === 'string') as string;
  }

  textOrNull(name: string, otherwise: string | null): string | null {
    const isFit = (value: unknown): boolean => value === null || typeof value === 'string';
    return this.#take(name, otherwise, 'a text or null', isFit) as string | null;
  }

  day(name: string, otherwise?: string): string {
    return this.#take(name, otherwise, 'a day such as "2001-12-31"', isDay) as string;
  }

  url(name: string, otherwise?: string): string {
    return this.#take(name, otherwise, 'an http address below .example', isReservedUrl) as string;
  }

  urlOrNull(name: string, otherwise: string | null): string | null {
    const isFit = (value: unknown): boolean => value === null || isReservedUrl(value);
    return this.#take(name, otherwise, 'an http address below .example, or null', isFit) as string | null;
  }

  count(name: string, otherwise?: number): number {
    return this.#take(name, otherwise, 'a whole number', isCount) as number;
  }

  countOrNull(name: string, otherwise: number | null): number | null {
    const isFit = (value: unknown): boolean => value === null || isCount(value);
    return this.#take(name, otherwise, 'a whole number or null', isFit) as number | null;
  }

  flag(name: string, otherwise: boolean): boolean {
    return this.#take(name, otherwise, 'true or false', (value) => typeof value === 'boolean') as boolean;
  }

  oneOf<T extends string | null>(name: string, choices: readonly T[], otherwise?: T): T {
    const expected = `one of ${choices.join(', ')}`;
    return this.#take(name, otherwise, expected, (value) => choices.includes(value as T)) as T;
  }

  texts(name: string, otherwise?: readonly string[]): readonly string[] {
    return this.#take(name, otherwise, 'a list of texts', isTexts) as readonly string[];
  }

  /** Any list; its members are checked by whoever asks. */
  list(name: string, otherwise?: readonly unknown[]): readonly unknown[] {
    return this.#take(name, otherwise, 'a list', Array.isArray) as readonly unknown[];
  }

  /** A count, or a list of 14-digit timestamps. */
  countOrTimestamps(name: string, otherwise: number): number | readonly string[] {
    const isFit = (value: unknown): boolean =>
      isCount(value) || (isTexts(value) && value.every((text) => /^\d{14}$/u.test(text)));
    return this.#take(name, otherwise, 'a number or a list of timestamps', isFit) as
      | number
      | readonly string[];
  }

  finish(): void {
    const unknown = Object.keys(this.#object).filter((name) => !this.#read.has(name));
    if (unknown.length === 0) return;
    throw new UserError(
      `${this.where} has unknown fields: ${unknown.join(', ')}.`,
      'See data/demo/README.md for the fields it may have.',
    );
  }

  #take(name: string, otherwise: unknown, expected: string, isFit: (value: unknown) => boolean): unknown {
    this.#read.add(name);
    const value = this.#object[name] === undefined ? otherwise : this.#object[name];
    if (value !== undefined && isFit(value)) return value;
    const found = value === undefined ? 'is missing' : `is ${JSON.stringify(value)}`;
    throw new UserError(`${this.where}: "${name}" ${found}.`, `Give ${expected}.`);
  }
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/u.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

/** True for an http(s) address on a host that nobody can own. */
function isReservedUrl(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    URL.canParse(value) &&
    /^https?:$/u.test(new URL(value).protocol) &&
    new URL(value).hostname.endsWith('.example')
  );
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
