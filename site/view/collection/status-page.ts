import { NO_REQUESTS, parseInstant, type RequestCounts, sumRequests } from '../../../crawler/core/index.ts';
import { shortDay } from '../dates.ts';
import { plainLabel } from '../html.ts';
import { plural } from '../plural.ts';
import { outcomeText, outcomeTexts, type ReasonText, reasonText, rejectLabel } from '../reasons.ts';

/** Outcome to reason to count, as the store has them. */
type OutcomeTable = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface OutcomeRow extends ReasonText {
  readonly outcome: string;
  /** '' where the outcome says it all. */
  readonly reason: string;
  readonly count: number;
}

/** Every outcome with its reasons, the commonest first, outcomes in their fixed order. */
export function listOutcomes(outcomes: OutcomeTable): OutcomeRow[] {
  const order = [...Object.keys(outcomeTexts), ...Object.keys(outcomes)];
  const named = [...new Set(order)].filter((outcome) => outcomes[outcome] !== undefined);
  return named.flatMap((outcome) =>
    Object.entries(outcomes[outcome]!)
      .sort(([, one], [, other]) => other - one)
      .map(([reason, count]) => ({
        outcome,
        reason,
        count,
        ...(reason === '' ? outcomeText(outcome) : reasonText(reason)),
      })),
  );
}

/** What a run is called by how it ended. */
const endings: Readonly<Record<string, string>> = {
  done: 'done',
  'some-failed': 'done, some captures failed',
  'nothing-found': 'nothing found',
  archive: 'stopped by the archive',
  interrupted: 'interrupted',
};

export const endingWords = (ended: string | null): string =>
  ended === null ? 'not finished' : (endings[ended] ?? ended);

interface Fruitless {
  readonly domain: string;
  readonly url: string;
  readonly role: 'policy' | 'rejected';
  readonly kinds: readonly string[];
  readonly captureCount: number;
  readonly listing: string | null;
  readonly note: string | null;
  readonly listedAt: string | null;
}

const kindWords: Readonly<Record<string, string>> = {
  given: 'named by hand',
  link: 'linked from an archived page',
  guess: 'a usual path',
  index: 'named in the archive’s index',
  frame: 'a frame of another page',
  redirect: 'a redirect led there',
  import: 'imported',
  archive: 'held by another archive',
};

/** How an address was come to. */
export const wayWords = (kinds: readonly string[]): string =>
  kinds.map((kind) => kindWords[kind] ?? kind).join('; ');

/** What came of an address without a text: found nothing, found no text, not allowed to look, or not looked. */
export function fruitlessWords({ role, listing, note, captureCount, listedAt }: Fruitless): string {
  if (role === 'rejected')
    return `not asked for: ${note === null ? 'held to be another page' : rejectLabel(note)}`;
  if (listing === 'excluded') return 'excluded from the archive';
  if (listing === null || listing === 'failed') return 'the archive’s index could not be read';
  const asked = listedAt === null ? '' : ` on ${shortDay(parseInstant(listedAt))}`;
  if (captureCount === 0) return `no capture known to the archive when asked${asked}`;
  return `${plural(captureCount, 'capture')} known${asked}, none with a text of the policy`;
}

export interface FruitlessRow {
  readonly domain: string;
  readonly url: string;
  readonly way: string;
  readonly found: string;
}

export function listFruitless(addresses: readonly Fruitless[]): FruitlessRow[] {
  return addresses.map((one) => ({
    domain: one.domain,
    url: plainLabel(one.url),
    way: wayWords(one.kinds),
    found: fruitlessWords(one),
  }));
}

/** What all counted runs together asked of archives; `counted` says how many these are. */
export function sumRuns(runs: readonly { readonly requests: RequestCounts | null }[]): RequestCounts & {
  readonly counted: number;
} {
  const known = runs.flatMap(({ requests }) => requests ?? []);
  return { ...known.reduce(sumRequests, NO_REQUESTS), counted: known.length };
}

/** Which captures an entry of the removal list covers; bounds are timestamps, '' where there is none. */
export function spanWords({ first, last }: { readonly first: string; readonly last: string }): string {
  if (first === '' && last === '') return 'all, undated ones too';
  if (last === '') return `from ${shortDay(first)}`;
  return first === '' ? `to ${shortDay(last)}` : `${shortDay(first)} to ${shortDay(last)}`;
}
