import { foldText, wordsOf } from '../core/index.ts';
import { type Branch, isBlock, textOf } from './parse-html.ts';

/**
 * Whose document a link to another company's host leads to. A site may have its policy at a sister's: then its pages say
 * so in their footer, beside the sign of copyright. A notice of a service built into the page ("protected by … , whose
 * privacy policy applies") names the service, and means the service's own policy.
 */
export type LinkOwner = 'sister' | 'service' | 'unknown';

/** What follows a sign of copyright, as far as the owner's name may reach. */
const COPYRIGHT = /(?:©|\(c\)|copyright)([^|·•.\n]{1,40})/giu;
/** Longest text around a link that is one notice and not a page. */
const MAX_NOTICE = 300;

/** The name a host is registered under: `google` of `policies.google.com`. */
export function registeredName(host: string): string {
  const labels = host.replace(/\.$/, '').split('.');
  const isNested = labels.length > 2 && labels.at(-1)!.length === 2 && labels.at(-2)!.length <= 3;
  return labels.at(isNested ? -3 : -2) ?? host;
}

/** Words of which a name may be made that its host writes as one. */
const MAX_JOINED = 4;

/** Each word, and each few in a row written as one: `goose`, `holdings`, `gooseholdings`. */
function joinWords(words: readonly string[]): string[] {
  const lengths = Array.from({ length: MAX_JOINED }, (_, more) => more + 1);
  return words.flatMap((_, at) => lengths.map((length) => words.slice(at, at + length).join('')));
}

/** What stands beside signs of copyright on a page, as hosts write it. */
export function listOwners(page: Branch): ReadonlySet<string> {
  const text = textOf(page);
  return new Set([...text.matchAll(COPYRIGHT)].flatMap(([, owner]) => joinWords(wordsOf(foldText(owner!)))));
}

/** The block that a link stands in. */
export function blockAround(link: Branch): Branch | null {
  let block = link.parent;
  while (block && !isBlock(block.name)) block = block.parent;
  return block;
}

/** The text of that block; '' where it is more than a notice. */
function noticeAround(link: Branch): string {
  const block = blockAround(link);
  const text = block ? textOf(block) : '';
  return text.length <= MAX_NOTICE ? text : '';
}

/** @param owners as `listOwners` gives them for the page */
export function findOwner(link: Branch, url: string, owners: ReadonlySet<string>): LinkOwner {
  const name = URL.canParse(url) ? registeredName(new URL(url).hostname) : '';
  if (owners.has(name)) return 'sister';
  return wordsOf(foldText(noticeAround(link))).includes(name) ? 'service' : 'unknown';
}
