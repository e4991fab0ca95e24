import type { DateWords } from './date-words.ts';
import { ASIAN_DATES } from './dates-asia.ts';
import { EASTERN_DATES } from './dates-east.ts';
import { WESTERN_DATES } from './dates-west.ts';

export type { DateWords } from './date-words.ts';

/** What each language says of dates, by ISO 639-1 code; its months are in `months.ts`. */
export const DATE_WORDS: Readonly<Record<string, DateWords>> = {
  ...WESTERN_DATES,
  ...EASTERN_DATES,
  ...ASIAN_DATES,
};
