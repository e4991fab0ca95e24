import { timestampToSeconds } from '../../crawler/core/index.ts';
import type { Stretch } from './model.ts';
import { seededFraction } from './seeded.ts';

/**
 * Spreads `count` timestamps (14 digits, UTC) over the life of a thing, one in each of `count` equal parts of the days
 * it could be captured on. Which second of its part is decided by the seed, so the result never changes.
 * Returns fewer than asked, namely none, when no day is left.
 */
export function spreadTimestamps(
  life: Stretch,
  blocked: readonly Stretch[],
  count: number,
  seed: string,
): string[] {
  const open = subtractStretches(life, blocked).map(
    ({ from, until }) => [secondsOf(from), secondsOf(until)] as const,
  );
  const total = open.reduce((sum, [from, until]) => sum + until - from, 0);
  if (total === 0) return [];
  return Array.from({ length: count }, (_, index) => {
    let offset = Math.floor(((index + 0.05 + 0.9 * seededFraction(`${seed} ${index}`)) * total) / count);
    for (const [from, until] of open) {
      if (offset < until - from) return timestampOf(from + offset);
      offset -= until - from;
    }
    throw new Error(`offset ${offset} lies behind the last open day`);
  });
}

/** The parts of a stretch that none of the blocked ones covers, in order. */
export function subtractStretches(life: Stretch, blocked: readonly Stretch[]): Stretch[] {
  let open: Stretch[] = life.from < life.until ? [life] : [];
  for (const block of blocked) {
    open = open.flatMap((stretch) =>
      [
        { from: stretch.from, until: earlier(stretch.until, block.from) },
        { from: later(stretch.from, block.until), until: stretch.until },
      ].filter((part) => part.from < part.until),
    );
  }
  return open;
}

function earlier(left: string, right: string): string {
  return left < right ? left : right;
}

function later(left: string, right: string): string {
  return left > right ? left : right;
}

function secondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}

function timestampOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\D/gu, '').slice(0, 14);
}

/** The same second, later by so many. */
export function laterBySeconds(timestamp: string, seconds: number): string {
  return timestampOf(timestampToSeconds(timestamp) + seconds);
}
