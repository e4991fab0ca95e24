import { domainToASCII } from 'node:url';
import { UserError } from '../errors.ts';

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * A bare domain in its ASCII spelling: lower case, punycode, without a leading `www.`. Throws a UserError that names the
 * domain probably meant where an address was given.
 */
export function parseDomain(text: string): string {
  const trimmed = text.trim();
  const host = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(trimmed)
    ? trimmed.replace(/^.*?\/\//, '').replace(/[/?#:].*$/s, '')
    : trimmed.replace(/[/?#].*$/s, '');
  // Parsing drops tabs and line ends: two names would become one.
  const ascii = /[\s\p{Cc}]/u.test(host) ? null : toAscii(host);
  if (ascii === null) {
    throw new UserError(`'${text}' is not a domain`, 'Give a bare domain such as example.com.');
  }
  if (host !== trimmed) {
    throw new UserError(
      `'${text}' is an address, not a domain`,
      `Give the bare domain: ${ascii}. To name the policy's address yourself, add --url ${trimmed}`,
    );
  }
  return ascii;
}

function toAscii(host: string): string | null {
  const ascii = domainToASCII(host.replace(/\.$/, '')).replace(/^www\d*\./, '');
  const labels = ascii.split('.');
  const isDomain =
    labels.length >= 2 && labels.every((label) => LABEL.test(label)) && /[a-z]/.test(labels.at(-1)!);
  return isDomain && ascii.length <= 253 ? ascii : null;
}
