/** What the rules over English words are put together of. */

/** Up to n words of one sentence between two words. */
export const gap = (n: number) => String.raw`(?: [\w'/&-]{1,40}){0,${n}}`;
export const DATA = `(?:information|data|details|particulars|info|pii)`;
export const PERSONAL = String.raw`(?:personal(?:ly)?(?:[- ]identif\w+)?|identif\w+|your|user|customer|visitor|private|their|his|such|this) (?:[\w'-]+ ){0,2}?${DATA}`;
export const WE = String.raw`\b(?:we|us|(?:our|this|the) (?:web ?)?(?:sites?|services?|apps?|servers?|company|systems?)|\w+\.com)`;
export const pattern = (...parts: string[]) => new RegExp(parts.join('|'), 'i');
