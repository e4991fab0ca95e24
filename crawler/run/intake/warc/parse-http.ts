import { readHeadLines } from './parse-record.ts';

/** An HTTP answer as a crawler recorded it. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case, each once. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body as it came: chunks and content coding not undone. */
  readonly body: Buffer;
}

/** Longest head of an answer; what is longer is a body without one. */
const MAX_HEAD = 256 * 1024;

const STATUS_LINE = /^\s*(?:HTTP|ICY|SHOUTCAST)(?:\/\d+(?:\.\d+)?)?\s+(\d{3})/i;
const ANY_STATUS_LINE = /^\s*(?:HTTP|ICY)(?:\/\d|\s)/i;
const HEADER = /^([!#$%&'*+.^_`|~\w-]+)[ \t]*:(.*)$/;

/**
 * Reads an answer as browsers do: line ends may be line feeds alone, the reason may be missing, so may the status line as
 * a whole, and the empty line before a body that shows itself by its first tag.
 */
export function parseHttpAnswer(block: Buffer): HttpAnswer {
  const answer = parseOneAnswer(block);
  // What a server says on the way (RFC 9110, 1xx) stands before the answer it goes on to give.
  const isInterim = answer.status >= 100 && answer.status < 200;
  const isFollowed = isInterim && ANY_STATUS_LINE.test(answer.body.subarray(0, 200).toString('latin1'));
  return isFollowed ? parseHttpAnswer(answer.body) : answer;
}

/** With the line ends of its head as they should be, where they are carriage returns alone. */
function mendLineEnds(block: Buffer): Buffer {
  const end = block.indexOf('\r\r');
  const head = end < 0 || end > MAX_HEAD ? '\n' : block.toString('latin1', 0, end);
  if (head.includes('\n')) return block;
  return Buffer.concat([
    Buffer.from(`${head}\r\r`.replaceAll('\r', '\r\n'), 'latin1'),
    block.subarray(end + 2),
  ]);
}

function parseOneAnswer(recorded: Buffer): HttpAnswer {
  const block = mendLineEnds(recorded);
  const head = block.subarray(0, MAX_HEAD);
  const { lines, end } = readHeadLines(head);
  const first = lines[0] ?? '';
  const hasStatus = ANY_STATUS_LINE.test(first);
  if (!hasStatus && !HEADER.test(first)) return { status: 200, headers: [], body: block };
  const tag = lines.findIndex((line, k) => k > 0 && /^\s*</.test(line));
  const body =
    tag >= 0 ? block.subarray(offsetOfLine(head, tag)) : end === null ? Buffer.alloc(0) : block.subarray(end);
  const named = lines.slice(hasStatus ? 1 : 0, tag >= 0 ? tag : undefined);
  const status = Number(STATUS_LINE.exec(first)?.[1] ?? 200);
  return { status, headers: readHeaders(named), body };
}

function offsetOfLine(head: Buffer, index: number): number {
  let at = 0;
  for (let k = 0; k < index; k++) at = head.indexOf(10, at) + 1;
  return at;
}

/** Of these the first counts, or the one that says most; others of a name are one list. */
const SINGLE: ReadonlySet<string> = new Set([
  'location',
  'content-length',
  'date',
  'last-modified',
  'server',
]);

function readHeaders(lines: readonly string[]): [string, string][] {
  const headers = new Map<string, string[]>();
  let last: string[] = [];
  for (const line of lines) {
    const [, name, value = ''] = HEADER.exec(line) ?? [];
    if (name !== undefined) {
      last = headers.get(name.toLowerCase()) ?? [];
      last.push(value.trim());
      headers.set(name.toLowerCase(), last);
    } else if (/^[ \t]/.test(line) && last.length > 0) last.push(`${last.pop()} ${line.trim()}`);
  }
  return [...headers].map(([name, values]) => [name, joinValues(name, values)]);
}

function joinValues(name: string, values: readonly string[]): string {
  if (name === 'content-type') return chooseType(values);
  return SINGLE.has(name) ? values[0]! : values.join(', ');
}

/**
 * Of a type sent more than once the last one that is a type, with a charset that an earlier one of the same type gave.
 * Source: Fetch Standard, "extract a MIME type".
 */
export function chooseType(values: readonly string[]): string {
  const types = values
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => /^[^\s/;]+\/[^\s/;]+/.test(value) && !value.startsWith('*/*'));
  const last = types.at(-1);
  if (last === undefined) return values.at(-1) ?? '';
  if (/;\s*charset=/i.test(last)) return last;
  const essence = essenceOf(last);
  return types.findLast((type) => essenceOf(type) === essence && /;\s*charset=/i.test(type)) ?? last;
}

const essenceOf = (type: string): string => type.split(';')[0]!.trim().toLowerCase();

/** Puts chunks together. Bytes that are no chunks stay as they are: some crawlers kept the header and undid the chunks. */
export function undoChunks(body: Buffer): { bytes: Buffer; isCut: boolean } {
  const pieces: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const feed = body.indexOf(10, at);
    const line = feed < 0 || feed - at > 200 ? '' : body.subarray(at, feed).toString('latin1').trim();
    const size = /^([0-9a-f]{1,8})(?:\s*;.*)?$/i.exec(line)?.[1];
    if (size === undefined) {
      if (line === '' && feed >= 0 && feed - at <= 1) {
        at = feed + 1;
        continue;
      }
      return pieces.length === 0 ? { bytes: body, isCut: false } : end(pieces, body.subarray(at), false);
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) return end(pieces, Buffer.alloc(0), false);
    const chunk = body.subarray(feed + 1, feed + 1 + length);
    if (chunk.length < length) return end(pieces, chunk, true);
    pieces.push(chunk);
    at = feed + 1 + length;
  }
  return end(pieces, Buffer.alloc(0), body.length > 0);
}

const end = (pieces: readonly Buffer[], rest: Buffer, isCut: boolean) => ({
  bytes: Buffer.concat([...pieces, rest]),
  isCut,
});
