export { LAW_DAYS, type LawDay } from '../../../crawler/core/index.ts';

/** The letter of a law under the axis. */
export const lawLetter = (at: number): string => String.fromCharCode(65 + at);
