import { createHash } from 'node:crypto';

/** A number from 0 up to 1 that depends on the seed alone, so that a capture keeps its chances when others are added. */
export function seededFraction(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;
}

/** Lower-case hex digits that depend on the seed alone. */
export function seededHex(seed: string, length: number): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, length);
}

/** One of the choices, by seed. */
export function seededChoice<T>(seed: string, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(seededFraction(seed) * choices.length)] ?? choices[0];
}
