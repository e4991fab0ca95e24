/**
 * Mail addresses as one widespread network hides them in the pages it delivers: hexadecimal, the first byte being the
 * key that all others are XORed with. The key changes with every delivery, so that what is hidden must be undone before
 * two captures can be compared. Form: https://developers.cloudflare.com/waf/tools/scrape-shield/email-address-obfuscation/
 */

const PROTECTED_LINK = /\/cdn-cgi\/l\/email-protection(?:#([\da-f]+))?$/i;
const HEX = /^(?:[\da-f]{2}){4,1000}$/i;

/** @returns the address, with what follows it in a `mailto:`; null for anything else */
export function revealEmail(hex: string): string | null {
  if (!HEX.test(hex)) return null;
  const [key, ...bytes] = Buffer.from(hex, 'hex');
  const text = Buffer.from(bytes.map((byte) => byte ^ key!)).toString('utf8');
  return /^[^\s@\u0000-\u001f\ufffd]+@[^@\u0000-\u001f\ufffd]+$/.test(text) ? text : null;
}

interface Revealed {
  /** The element's attributes, its link leading where its author had it lead. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The address to show instead of its content; null to leave the content as it is. */
  readonly text: string | null;
}

/** Undoes the hiding in one element. */
export function revealElement(attributes: Readonly<Record<string, string>>): Revealed {
  const hidden = attributes['data-cfemail'];
  const text = hidden === undefined ? null : revealEmail(hidden);
  const link = PROTECTED_LINK.exec(attributes.href ?? '');
  const target = link && (link[1] === undefined ? text : revealEmail(link[1]));
  return { attributes: target ? { ...attributes, href: `mailto:${target}` } : attributes, text };
}
