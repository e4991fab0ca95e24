import { setFlagsFromString } from 'node:v8';

/**
 * Asks V8 to collect garbage early instead of letting the heap grow. A crawl mostly waits for the archive's limits, so
 * the time is there, while memory may be not: by default a long crawl's process grows to twice the size, nine tenths of it
 * garbage (`scripts/bench/memory.ts`). V8 reads both settings anew at each collection:
 *
 * - the young generation stays as large as it is, where parsing pages would let it grow to 64 MB;
 * - the old one is collected when it has grown by a quarter, where it may grow to four times its size.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=25');
}
