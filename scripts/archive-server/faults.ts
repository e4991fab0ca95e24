import { createHash } from 'node:crypto';
import { UserError } from '../../crawler/errors.ts';

/** Ways in which the server can misbehave, all seen in the wild. */
export const FAULTS = {
  limited: '429 in place of an answer; with a third number, that many seconds in Retry-After',
  unavailable: '503 in place of an answer',
  reset: 'connection dropped before the answer',
  truncate: 'connection dropped in the middle of the body',
  stall: 'headers and half of the body, then silence',
  slow: 'a byte of the answer now and then, without an end',
  'index-empty': 'index answers 200 with nothing',
  'index-cut': 'index answers 200 with its rows up to the middle of one',
  garbled: 'bytes that are said to be gzip and are not',
  short: 'the first half of the body, as if it were the whole',
  missing: '404 without a capture, for one that the index lists',
  loop: 'a redirect to another second and back, for a capture that the index lists',
  'index-html': 'index answers 200 with a page for people',
  'index-exception': 'index answers 200 with the text of a Java exception',
  'index-junk': 'damaged rows among the good ones of the index',
  'index-duplicates': 'every row of the index twice',
  'index-repeated-key': 'the index names the page it was asked for as the next one',
} as const;

export type FaultName = keyof typeof FAULTS;

export interface FaultSetting {
  /** Every n-th request that the fault applies to is hit; 1 hits all. */
  readonly every: number;
  /** Instead: this share of the requests, 0 to 1, by chance that depends on the seed and the count alone. */
  readonly share?: number;
  /** So many of them in a row, once it strikes. Default 1. */
  readonly burst?: number;
  /** Only targets that match are counted and hit. */
  readonly match?: RegExp;
  /** For `limited`: seconds to name in Retry-After; without it the header is missing. */
  readonly retryAfterSeconds?: number;
}

export type FaultSettings = { readonly [Name in FaultName]?: FaultSetting };

/** Faults of which a request meets at most one, the first here: they take the place of the answer, or spoil it on the way. */
const EXCLUSIVE: readonly FaultName[] = [
  'slow',
  'stall',
  'truncate',
  'reset',
  'limited',
  'unavailable',
  'garbled',
  'short',
  'missing',
  'loop',
  'index-empty',
  'index-cut',
  'index-exception',
  'index-html',
];
/** Faults that captures have, and pages of the index have not. */
const PLAYBACK_ONLY: ReadonlySet<FaultName> = new Set(['short', 'missing', 'loop']);
/** Faults that change a page of the index and may come together. */
const INDEX_CHANGES: readonly FaultName[] = ['index-junk', 'index-duplicates', 'index-repeated-key'];

/** What befalls one request. */
export interface RequestFaults {
  readonly exclusive: FaultName | null;
  readonly changes: ReadonlySet<FaultName>;
  /** For the log: all of them, or null. */
  readonly label: string | null;
}

/** Decides by counting, so that the same requests in the same order always meet the same faults. */
export class FaultPlan {
  #settings: FaultSettings;
  readonly #seed: number;
  readonly #counts = new Map<FaultName, number>();
  readonly #burstEnds = new Map<FaultName, number>();

  /** `seed` shifts where in its round of `every` requests each fault strikes. */
  constructor(settings: FaultSettings = {}, seed = 0) {
    this.#settings = settings;
    this.#seed = seed;
  }

  set(settings: FaultSettings): void {
    this.#settings = settings;
    this.#counts.clear();
    this.#burstEnds.clear();
  }

  retryAfterSeconds(): number | undefined {
    return this.#settings.limited?.retryAfterSeconds;
  }

  next(target: string, isIndex: boolean): RequestFaults {
    const struck = [...EXCLUSIVE, ...INDEX_CHANGES].filter(
      (name) =>
        (isIndex ? !PLAYBACK_ONLY.has(name) : !name.startsWith('index-')) && this.#strikes(name, target),
    );
    const exclusive = struck.find((name) => EXCLUSIVE.includes(name)) ?? null;
    const changes = new Set(exclusive === null ? struck.filter((name) => INDEX_CHANGES.includes(name)) : []);
    const names = exclusive ? [exclusive] : [...changes];
    return { exclusive, changes, label: names.length > 0 ? names.join('+') : null };
  }

  #strikes(name: FaultName, target: string): boolean {
    const setting = this.#settings[name];
    if (!setting || (setting.match && !setting.match.test(target))) return false;
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    const from = this.#burstEnds.get(name) ?? 0;
    if (count <= from) return true;
    const phase = (this.#seed * 31 + name.length * 7) % setting.every;
    const strikes =
      setting.share === undefined
        ? count % setting.every === phase
        : chance(`${this.#seed} ${name} ${count}`) < setting.share / (setting.burst ?? 1);
    if (strikes && setting.burst) this.#burstEnds.set(name, count + setting.burst - 1);
    return strikes;
  }
}

/** A number from 0 to 1 that depends on a text alone. */
function chance(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

/** `limited:7` is every seventh request, `limited` every one, `limited:10%` a tenth; `limited:7:30` adds `Retry-After: 30`. */
export function parseFaultFlag(flag: string): readonly [FaultName, FaultSetting] {
  const [name = '', every = '1', retryAfter] = flag.split(':');
  if (!isFaultName(name)) {
    throw new UserError(
      `There is no fault called "${name}".`,
      `Use one of: ${Object.keys(FAULTS).join(', ')}.`,
    );
  }
  if (!/^[1-9]\d{0,5}%?$/.test(every) || (retryAfter !== undefined && !/^\d{1,5}$/.test(retryAfter))) {
    throw new UserError(
      `"${flag}" is no fault setting.`,
      'Write NAME, NAME:EVERY, NAME:SHARE% or limited:EVERY:SECONDS, with whole numbers.',
    );
  }
  const often = every.endsWith('%')
    ? { every: 1, share: Number(every.slice(0, -1)) / 100 }
    : { every: Number(every) };
  return [name, { ...often, ...(retryAfter === undefined ? {} : { retryAfterSeconds: Number(retryAfter) }) }];
}

function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(FAULTS, name);
}
