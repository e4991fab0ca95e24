/**
 * Mail addresses as one widespread network hides them in the pages it delivers: hexadecimal, the first byte being the
 * key that all others are XORed with, and words in their place until a script puts the address back. The key changes with
 * every delivery. We run no scripts, here as anywhere: the words stay what the text shows, always in one form, and the
 * address becomes the link's target.
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

/** Whether an element hides an address, by its attributes. */
export function hidesEmail(attributes: Attributes): boolean {
  return attributes['data-cfemail'] !== undefined || PROTECTED_LINK.test(attributes.href ?? '');
}

/** Whether a text is nothing but the words for a hidden address. */
export function isHiddenEmail(text: string): boolean {
  return PARTLY_HIDDEN.test(text);
}
