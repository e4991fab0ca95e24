import { sha256 } from '../hash.ts';

/**
 * In which of `count` parts a domain is, from 1 on, by its name alone: always in the same one, however long a list is and
 * whatever its order.
 */
export const partOf = (domain: string, count: number): number =>
  Number(BigInt(`0x${sha256(domain).slice(0, 12)}`) % BigInt(count)) + 1;
