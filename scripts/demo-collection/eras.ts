import type { Era } from './model.ts';

/** The era a day falls into; a day before the first falls into the first. */
export function eraAt(eras: readonly Era[], day: string): Era {
  return eras.findLast((era) => era.from <= day) ?? eras[0]!;
}
