import type { ArchiveClient, NoMementoKind, Playback } from '../../archive/index.ts';
import { base32Sha1, sha256 } from '../../hash.ts';
import type { StoredCapture } from '../../store/index.ts';

/** Ends that contradict the index, which lists the capture. */
const CONTRADICTING: ReadonlySet<string> = new Set<NoMementoKind>([
  'not-archived',
  'redirect-loop',
  'too-many-redirects',
  'bad-redirect',
  'empty',
]);

/** Base32 of a SHA-1, as the Wayback Machine's index writes it. Other archives write other things. */
const SHA1 = /^[A-Z2-7]{32}$/;

/** Whether one of the forms in which bytes came is what a digest was taken of. */
export function isAsListed(digest: string, forms: readonly Uint8Array[]): boolean {
  return forms.some((bytes) => base32Sha1(bytes) === digest);
}

/**
 * What speaks against the answer for a capture, in a sentence; null for one that nothing speaks against, or that has come
 * the same so often that it is believed. The listed digest is compared where it tells anything: it was taken of the payload
 * as the crawler stored it, chunks and content coding included, so bytes that differ from it may be right (1 of 27 in
 * recordings, and chunked then); what was garbled on the way will hardly come garbled in the same way twice.
 */
export function findObjection(
  doubts: ArchiveClient['doubts'],
  capture: StoredCapture,
  playback: Playback,
): string | null {
  if (!doubts) return null;
  const question = `play ${capture.id}`;
  if (playback.kind !== 'memento') {
    if (!CONTRADICTING.has(playback.kind)) return null;
    const isBelieved = doubts.doubt(question, `${playback.kind} ${playback.status} ${playback.nearest}`);
    return isBelieved ? null : `listed, but ${playback.reason}`;
  }
  const { memento, packed, isItself } = playback;
  if (!isItself || !SHA1.test(capture.digest)) {
    doubts.settle(question);
    return null;
  }
  if (isAsListed(capture.digest, packed ? [memento.payload, packed] : [memento.payload])) {
    doubts.settle(question);
    doubts.noteDigest(true);
    return null;
  }
  if (!doubts.areDigestsTelling) return null;
  const isBelieved = doubts.doubt(question, sha256(memento.payload));
  if (!isBelieved) return `its ${memento.payload.length} bytes have another digest than is listed`;
  doubts.noteDigest(false);
  return null;
}
