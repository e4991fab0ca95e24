import type { ArchiveClient } from '../../archive/index.ts';
import type { PassReason } from '../../core/index.ts';
import { normalizeCaptures } from '../../derive/index.ts';
import type { Effects } from '../../effects.ts';
import { countListed, type Store, type StoredCapture, writePasses } from '../../store/index.ts';
import { fetchCaptures } from './fetch-captures.ts';
import { chooseLooks } from './looks.ts';
import { type FetchPlan, planFetch } from './plan-fetch.ts';
import type { Sampling } from './sampling.ts';

/** An address whose captures are fetched. */
export interface FetchedAddress {
  readonly id: number;
  readonly domain: string;
  readonly url: string;
  readonly policyId: number;
  /** Name of that policy. */
  readonly policy: string;
}

/** More captures than any page has that was not generated for the asking: most of them are passed over. */
const MANY_CAPTURES = 20_000;
/** Of such an address so many captures are asked for, by bisecting. */
const MOST_OF_MANY = 1_000;
/** Captures in a row that gave nothing for now, before the others of their address are left to a later run. */
const MOST_IN_VAIN = 10;

/**
 * Fetches what an address's captures need: one capture of each distinct digest, or what the sampling wants of them.
 * Where the archive refuses one for good, the next with the same digest takes its place. With adaptive sampling, texts
 * are looked at between the rounds. Everything fetched is normalized. An address that shows no policy wherever it is looked
 * at, and one of more captures than any page has, are not fetched whole.
 */
export async function fetchAddress(
  store: Store,
  client: ArchiveClient,
  address: FetchedAddress,
  sampling: Sampling,
  concurrency: number,
  effects: Effects,
): Promise<void> {
  const tried = new Set<number>();
  let asked: readonly StoredCapture[] = [];
  let vain = 0;
  for (;;) {
    const round = planRound(store, address, sampling, tried, effects);
    vain = countVain(round.captures, asked, vain);
    if (vain >= MOST_IN_VAIN || effects.isStopping()) return;
    asked = round.due;
    if (asked.length === 0) return writePasses(store, address.id, round.passes);
    for (const capture of asked) tried.add(capture.id);
    sampling.budget.left -= asked.length;
    const context = { domain: address.domain, item: address.url, concurrency };
    await fetchCaptures(store, client, asked, context, effects);
    const ids = asked.map(({ id }) => id);
    await normalizeCaptures(store, { id: address.policyId, domain: address.domain }, ids, effects);
  }
}

/** What is asked for next of all that could be, and why the rest is not. */
function planRound(
  store: Store,
  address: FetchedAddress,
  sampling: Sampling,
  tried: ReadonlySet<number>,
  effects: Effects,
): FetchPlan {
  const now = effects.now();
  const isMany = countListed(store, address.id, {}) > MANY_CAPTURES;
  const plan = planFetch(store, address, isMany ? { ...sampling, isAdaptive: true } : sampling, tried, now);
  const looks = chooseLooks(store, address, plan.captures, plan.due);
  const left = isMany ? MOST_OF_MANY - plan.captures.filter(isAsked).length : looks.due.length;
  const due = looks.due.slice(0, Math.max(0, left));
  if (due.length > 0) return { ...plan, due };
  const reason: PassReason = looks.isHopeless ? 'never-a-policy' : 'endless';
  const passed = plan.due.map(({ id }) => [id, reason] as const);
  return { ...plan, due, passes: new Map([...plan.passes, ...passed]) };
}

const isAsked = ({ hasMemento, failure }: StoredCapture) => hasMemento || failure !== null;

/** How many captures gave nothing for now since the last one that gave something. */
function countVain(
  captures: readonly StoredCapture[],
  asked: readonly StoredCapture[],
  before: number,
): number {
  const ids = new Set(asked.map(({ id }) => id));
  const now = captures.filter(({ id }) => ids.has(id));
  const isVain = ({ hasMemento, failure }: StoredCapture) => !hasMemento && failure?.isFinal !== true;
  return now.every(isVain) ? before + now.length : 0;
}
