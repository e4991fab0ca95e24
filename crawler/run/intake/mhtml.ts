import { readDate } from './page-claims.ts';

/** A page saved with everything it shows, in one file (RFC 2557: MHTML). */
export interface MhtmlPage {
  readonly bytes: Buffer;
  /** Content type as the page's part names it, with the charset where it names one. */
  readonly contentType: string;
  readonly url: string | null;
  /** 14 digits. */
  readonly timestamp: string | null;
}

interface MimePart {
  /** Fields by name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Parts inside parts that are opened; a page's own lies one or two deep. */
const MAX_DEPTH = 4;

/** Whether bytes begin as a mail does, and say that they hold a page. */
export function isMhtml(head: string): boolean {
  const { headers } = splitPart(head);
  const type = headers.get('content-type') ?? '';
  return (
    headers.has('mime-version') && /^(?:multipart\/(?:related|alternative|mixed)|text\/html)/i.test(type)
  );
}

/** The page that an MHTML file shows; null where none of its parts is one. */
export function readMhtml(bytes: Buffer): MhtmlPage | null {
  const whole = splitPart(bytes.toString('latin1'));
  const page = findPage(whole, 0);
  if (!page) return null;
  const url =
    readAddress(whole.headers.get('snapshot-content-location')) ??
    readAddress(page.headers.get('content-location'));
  return {
    bytes: decodeBody(page),
    contentType: (page.headers.get('content-type') ?? 'text/html').replace(/\s+/g, ' '),
    url,
    timestamp: readDate(whole.headers.get('date') ?? ''),
  };
}

function readAddress(text = ''): string | null {
  const address = text.trim().replace(/^<(.*)>$/s, '$1');
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}

/** Headers and what follows the first empty line. */
function splitPart(text: string): MimePart {
  const empty = /\r?\n[ \t]*\r?\n/.exec(text);
  const head = empty ? text.slice(0, empty.index) : text;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: empty ? text.slice(empty.index + empty[0].length) : '' };
}

/** The part named as the start (`start`), the one of the whole's own address, else the first page there is. */
function findPage(part: MimePart, depth: number): MimePart | null {
  const type = part.headers.get('content-type') ?? 'text/plain';
  if (/^(?:text\/html|application\/xhtml\+xml)/i.test(type)) return part;
  const boundary = readParameter(type, 'boundary');
  if (!/^multipart\//i.test(type) || boundary === null || depth > MAX_DEPTH) return null;
  const parts = splitBody(part.body, boundary);
  const start = readParameter(type, 'start');
  const location = part.headers.get('snapshot-content-location');
  const named =
    parts.find((inner) => start !== null && inner.headers.get('content-id') === start) ??
    parts.find((inner) => location !== undefined && inner.headers.get('content-location') === location);
  for (const inner of named ? [named, ...parts] : parts) {
    const page = findPage(inner, depth + 1);
    if (page) return page;
  }
  return null;
}

function readParameter(type: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(type);
  return found ? (found[1] ?? found[2] ?? null) : null;
}

function splitBody(body: string, boundary: string): MimePart[] {
  const parts = `\n${body}`.split(`\n--${boundary}`);
  return parts
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .map((part) => splitPart(part.replace(/^[^\n]*\n/, '').replace(/\r$/, '')));
}

function decodeBody({ headers, body }: MimePart): Buffer {
  const coding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  if (coding === 'base64') return Buffer.from(body, 'base64');
  if (coding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  // Blanks at the end of a line were added on the way; an equals sign there joins it with the next.
  const text = body
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/=\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
