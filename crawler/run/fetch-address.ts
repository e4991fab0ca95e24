import type { ArchiveClient, NoMementoKind, Playback } from '../archive/types.ts';
import type { Capture } from '../core/model.ts';
import { selectCaptures } from '../core/select.ts';
import { ArchiveError } from '../errors.ts';
import type { Store } from '../store/open.ts';
import { listStoredCaptures, type StoredCapture } from '../store/read/ground.ts';
import { writeFailure, writeMemento } from '../store/write/ground.ts';
import type { Effects } from './effects.ts';

/** Why a capture has no usable memento, with what each word means; `NoMementoKind` and what is seen in the answer. */
export const failureReasons: Readonly<Record<NoMementoKind | 'error-status' | 'unreachable', string>> = {
  'not-playable': 'the archive cannot play this second and points at another capture, too far away',
  drifted: 'a captured redirect led to a capture too far away in time',
  'not-archived': 'listed, but the archive does not have it',
  excluded: 'the site is excluded from the archive',
  robots: 'the archive obeys the site’s robots.txt',
  'redirect-loop': 'captured redirects lead in a circle',
  'too-many-redirects': 'a chain of captured redirects that does not end',
  'bad-redirect': 'a redirect to something that is no web address',
  empty: 'an answer without content',
  'too-large': 'larger than this program accepts',
  refused: 'the archive refused the request',
  'error-status': 'the capture, or where it redirects to, is an archived error',
  unreachable: 'no answer for now; the next run tries again',
};

type Dated = StoredCapture & { timestamp: string };

/** Fetches the captures chosen, a few at a time, in time order. Those that are there already cost nothing. */
export async function fetchCaptures(
  store: Store,
  client: ArchiveClient,
  captures: readonly StoredCapture[],
  context: { domain: string; item: string; concurrency: number },
  effects: Effects,
): Promise<void> {
  let next = 0;
  let done = 0;
  const worker = async () => {
    while (next < captures.length && !effects.isStopping()) {
      const capture = captures[next++]!;
      await fetchCapture(store, client, capture, effects);
      done++;
      effects.progress({
        domain: context.domain,
        stage: 'fetch',
        done,
        total: captures.length,
        item: context.item,
      });
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, context.concurrency) }, worker));
}

/** Fetches one capture and keeps what came of it. Throws only what ends the crawl. */
async function fetchCapture(
  store: Store,
  client: ArchiveClient,
  capture: StoredCapture,
  effects: Effects,
): Promise<void> {
  try {
    keepPlayback(store, capture, await client.fetchMemento(capture), effects);
  } catch (error) {
    if (!(error instanceof ArchiveError) || client.stopped) throw error;
    const reason = error.kind === 'excluded' ? 'excluded' : 'unreachable';
    writeFailure(store, capture.id, {
      reason,
      isFinal: reason === 'excluded',
      detail: error.message,
      now: effects.now(),
    });
  }
}

function keepPlayback(store: Store, capture: StoredCapture, playback: Playback, effects: Effects): void {
  const fail = (reason: string, detail: string) =>
    writeFailure(store, capture.id, { reason, isFinal: true, detail, now: effects.now() });
  if (playback.kind !== 'memento') fail(playback.kind, playback.reason);
  else if (playback.memento.statuscode !== 200) {
    fail('error-status', `archived status ${playback.memento.statuscode}`);
  } else if (playback.memento.payload.length === 0) fail('empty', 'status 200 without content');
  else writeMemento(store, capture.id, playback.memento, effects.now());
}

/** Captures with a date; imported undated ones are never fetched. */
function datedCaptures(store: Store, addressId: number): Dated[] {
  return listStoredCaptures(store, { addressId }).filter((c): c is Dated => c.timestamp !== null);
}

/**
 * Fetches what an address's captures need: the first playable capture of each distinct digest. Where the archive refuses
 * one for good, the next with the same digest takes its place. Returns the ids of all captures that have a memento.
 */
export async function fetchAddress(
  store: Store,
  client: ArchiveClient,
  address: { id: number; domain: string; url: string },
  concurrency: number,
  effects: Effects,
): Promise<number[]> {
  const tried = new Set<number>();
  for (;;) {
    const captures = datedCaptures(store, address.id);
    const choices = selectCaptures(captures as Capture[], (k) => captures[k]!.failure?.isFinal === true);
    const due = captures.filter((capture, k) => {
      const isDone = capture.hasMemento || capture.failure?.isFinal || tried.has(capture.id);
      return choices[k]!.action === 'fetch' && !isDone;
    });
    if (due.length === 0 || effects.isStopping()) break;
    for (const capture of due) tried.add(capture.id);
    await fetchCaptures(
      store,
      client,
      due,
      { domain: address.domain, item: address.url, concurrency },
      effects,
    );
  }
  return datedCaptures(store, address.id)
    .filter((capture) => capture.hasMemento)
    .map((capture) => capture.id);
}
