/**
 * Mail addresses as one widespread network hides them in the pages it delivers: hexadecimal, the first byte being the
 * key that all others are XORed with, and words in their place until a script puts the address back. The key changes with
 * every delivery. A reader saw the address, since a script put it back: it is what the text shows, and the link's target.
 * So a page reads alike before and after the network hid its addresses. Where the code is missing or damaged, the words
 * stay, always in one form.
 * Form: https://developers.cloudflare.com/waf/tools/scrape-shield/email-address-obfuscation/
 */

const PROTECTED_LINK = /\/cdn-cgi\/l\/email-protection(?:#([\da-f]+))?$/i;
const HEX = /^(?:[\da-f]{2}){4,1000}$/i;

/** What stands where an address is hidden. */
export const HIDDEN_EMAIL = '[email protected]';
/** The same with letters of the address that the network left outside. */
const PARTLY_HIDDEN = /^[^\s[\]]{0,40}\[email\s+protected\][^\s[\]]{0,40}$/;

/** @returns the address, with what follows it in a `mailto:`; null for anything else */
export function revealEmail(hex: string): string | null {
  if (!HEX.test(hex)) return null;
  const [key, ...bytes] = Buffer.from(hex, 'hex');
  const text = Buffer.from(bytes.map((byte) => byte ^ key!)).toString('utf8');
  return /^[^\s@\u0000-\u001f\ufffd]+@[^@\u0000-\u001f\ufffd]+$/.test(text) ? text : null;
}

type Attributes = Readonly<Record<string, string>>;

/** An element's attributes, a link that hides an address leading to it. */
export function revealTarget(attributes: Attributes): Attributes {
  const link = PROTECTED_LINK.exec(attributes.href ?? '');
  const target = link && revealEmail(link[1] ?? attributes['data-cfemail'] ?? '');
  return target ? { ...attributes, href: `mailto:${target}` } : attributes;
}

/** What a reader saw in place of an address that an element hides: the address, or the words where it cannot be read. */
export function shownEmail(attributes: Attributes): string {
  const hex = attributes['data-cfemail'] ?? PROTECTED_LINK.exec(attributes.href ?? '')?.[1] ?? '';
  return revealEmail(hex)?.replace(/\?.*$/, '') ?? HIDDEN_EMAIL;
}

/** Whether an element hides an address, by its attributes. */
export function hidesEmail(attributes: Attributes): boolean {
  return attributes['data-cfemail'] !== undefined || PROTECTED_LINK.test(attributes.href ?? '');
}

/** Whether a text is nothing but the words for a hidden address, or the address where it was put back inside. */
export function isHiddenEmail(text: string, shown: string): boolean {
  return PARTLY_HIDDEN.test(text) || (!/\s/.test(text) && text.includes(shown));
}
