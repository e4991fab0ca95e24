import { domainToASCII } from 'node:url';

const SHAPE = /^([a-z][a-z0-9+.-]*):\/*(?:[^/?#@]*@)?([^/?#]*)([^?#]*)(?:\?([^#]*))?/i;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' };

/** Visitor ids that the archive drops from queries, and the directory that ASP.NET puts into paths for the same end. */
const QUERY_SESSION_IDS = [
  /^(.*)jsessionid=[0-9a-z]{32}(?:&(.*))?$/i,
  /^(.*)phpsessid=[0-9a-z]{32}(?:&(.*))?$/i,
  /^(.*)sid=[0-9a-z]{32}(?:&(.*))?$/i,
  /^(.*)aspsessionid[a-z]{8}=[a-z]{24}(?:&(.*))?$/i,
  /^(.*)cfid=(?:(?!cfid=)[^&])+&cftoken=[^&]+(?:&(.*))?$/i,
];
const PATH_SESSION_ID = /^(.*\/)\((?:[0-9a-z]{24}|(?:[a-z]\([0-9a-z]{24}\))+)\)\/([^?]{1,300}\.aspx.*)$/i;

/** A rule that cuts one level of escapes per round stops within as many rounds as the text has `%`; more is an attack. */
const MAX_UNESCAPE_ROUNDS = 32;

/**
 * The SURT under which the archive files a URL: `https://www.Example.com:443/Privacy/?b=2&a=1#x` is
 * `com,example)/privacy?a=1&b=2`. Two spellings of one address share it. A missing scheme means `http`; text that is
 * no address comes back in lower case, since hostile data must not end a crawl.
 * Rules: internetarchive/surt, the canonicalizer of the Wayback Machine's index.
 */
export function toUrlkey(url: string): string {
  const trimmed = url.trim().replace(/[\t\r\n]/g, '');
  const parts = SHAPE.exec(HAS_SCHEME.test(trimmed) ? trimmed : `http://${trimmed}`);
  if (!parts) return trimmed.toLowerCase();
  const [, scheme = 'http', authority = '', path = '', query = ''] = parts;
  const { host, port } = splitAuthority(authority, scheme.toLowerCase());
  return `${reverseHost(host)}${port})${canonicalPath(path)}${canonicalQuery(query)}`;
}

/** The host part of an urlkey, labels still reversed: `com,example` of `com,example)/privacy`. */
export function urlkeyHost(urlkey: string): string {
  const end = urlkey.indexOf(')');
  return end < 0 ? urlkey : urlkey.slice(0, end);
}

function splitAuthority(authority: string, scheme: string): { host: string; port: string } {
  const colon = /:(\d*)$/.exec(authority);
  const name = colon ? authority.slice(0, colon.index) : authority;
  const port = colon?.[1] ?? '';
  return {
    host: canonicalHost(name),
    port: port === '' || port === DEFAULT_PORTS[scheme] ? '' : `:${port}`,
  };
}

function canonicalHost(name: string): string {
  const plain = unescapeFully(utf8Bytes(name));
  const host = (domainToASCII(Buffer.from(plain, 'latin1').toString('utf8')) || escapeBytes(plain))
    .toLowerCase()
    .replace(/\.{2,}/g, '.')
    .replace(/^\.+|\.+$/g, '');
  return host.replace(/^www\d*\./, '');
}

/** Addresses given as numbers stay as they are: their parts are not labels. */
function reverseHost(host: string): string {
  if (/^\d+(\.\d+){3}$/.test(host) || host.startsWith('[')) return host;
  return host.split('.').reverse().join(',');
}

function canonicalPath(path: string): string {
  const kept: string[] = [];
  const segments = unescapeFully(utf8Bytes(path)).split('/').slice(1);
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === '.') continue;
    if (segment === '..' && kept.length > 0) kept.pop();
    else if (segment !== '' || isLast) kept.push(segment);
  }
  const lower = escapeBytes(`/${kept.join('/')}`).toLowerCase();
  const session = PATH_SESSION_ID.exec(lower);
  const bare = session ? `${session[1]}${session[2]}` : lower;
  return bare.length > 1 && bare.endsWith('/') ? bare.slice(0, -1) : bare;
}

function canonicalQuery(query: string): string {
  let text = escapeBytes(unescapeFully(utf8Bytes(query)));
  for (const pattern of QUERY_SESSION_IDS) {
    const match = pattern.exec(text);
    if (match) text = `${match[1]}${match[2] ?? ''}`;
  }
  if (text === '') return '';
  const pairs = text
    .toLowerCase()
    .split('&')
    .map((argument) => {
      const equals = argument.indexOf('=');
      const name = equals < 0 ? argument : argument.slice(0, equals);
      return { argument, name };
    });
  // By name first, so that `a=2` stands before `a-b=1` although `-` sorts before `=`.
  pairs.sort((left, right) => compare(left.name, right.name) || compare(left.argument, right.argument));
  return `?${pairs.map((pair) => pair.argument).join('&')}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** One character per byte of the text's UTF-8 form, so that escapes of any charset can be undone. */
function utf8Bytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function unescapeFully(bytes: string): string {
  let text = bytes;
  for (let round = 0; round < MAX_UNESCAPE_ROUNDS; round += 1) {
    const next = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    if (next === text) break;
    text = next;
  }
  return text;
}

function escapeBytes(bytes: string): string {
  return bytes.replace(
    /[\x00-\x20#%\x7f-\xff]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
