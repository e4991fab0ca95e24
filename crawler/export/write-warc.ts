import { closeSync, openSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { ADDRESS_RECORD_TYPE, type AddressRecords, formatInstant } from '../core/index.ts';
import { base32Sha1, sha256 } from '../hash.ts';
import {
  type ExportedCapture,
  iterateExportedCaptures,
  listAddressRecords,
  readLastCapture,
  type Store,
} from '../store/index.ts';

/** Said in every description of a WARC export. */
export const WARC_NOTE =
  'WARC 1.1, one gzip member a record. Payloads are as they were read, without content coding. A capture that was not fetched because its digest was known is a revisit of the one that was; what was never fetched is missing. A metadata record at the beginning names the addresses that were looked at, and whose policy stands there: an import of the file gives the same versions.';

/** The response a record holds. */
interface RecordedResponse {
  readonly url: string;
  readonly timestamp: string;
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly payload: Uint8Array;
}

/** Writes the payloads of a domain back as captures, for any program that reads WARC files. Returns the number of records. */
export function writeWarcFile(store: Store, domain: string, path: string): number {
  const file = openSync(path, 'wx');
  const written = new Set<string>();
  let count = 0;
  const write = (record: Uint8Array, name: string) => {
    if (written.has(name)) return;
    written.add(name);
    writeSync(file, gzipSync(record));
    count++;
  };
  try {
    for (const { name, record } of formatOpening(store, domain)) write(record, name);
    for (const capture of iterateExportedCaptures(store, domain)) {
      for (const { name, record } of formatCapture(capture)) write(record, name);
    }
  } finally {
    closeSync(file);
  }
  return count;
}

/** What stands before the captures: which program wrote them, and whose they are. */
function formatOpening(store: Store, domain: string): { name: string; record: Uint8Array }[] {
  const timestamp = readLastCapture(store, domain);
  if (timestamp === null) return [];
  const info = `software: palimpsest\r\nformat: WARC File Format 1.1\r\nisPartOf: policies of ${domain}\r\n`;
  const records: AddressRecords = { domain, addresses: listAddressRecords(store, domain) };
  const about = { url: `urn:palimpsest:addresses:${domain}`, timestamp, status: 0, headers: [] };
  const opening = [
    ['warcinfo', 'application/warc-fields', info],
    ['metadata', ADDRESS_RECORD_TYPE, JSON.stringify(records)],
  ] as const;
  return opening.map(([type, contentType, text]) => {
    const payload = Buffer.from(text);
    return { name: type, record: formatRecord(type, { ...about, payload }, payload, [], contentType) };
  });
}

/** The records of one capture: a redirect is one, and what it led to another. */
function formatCapture(capture: ExportedCapture): { name: string; record: Uint8Array }[] {
  const { memento } = capture;
  const isOther = capture.timestamp !== memento.timestamp || capture.original !== memento.original;
  const headers = keepHeaders(memento.headers, memento.contentType);
  const landing: RecordedResponse = {
    url: memento.original,
    timestamp: memento.timestamp,
    status: memento.statuscode,
    headers,
    payload: memento.payload,
  };
  const named = (url: string, timestamp: string) => `${timestamp} ${url}`;
  if (capture.isShared) {
    const record = formatRevisit(capture.original, capture.timestamp, landing);
    return [{ name: named(capture.original, capture.timestamp), record }];
  }
  const records = [{ name: named(landing.url, landing.timestamp), record: formatResponse(landing) }];
  if (isOther && /^3\d\d$/.test(capture.statuscode)) {
    const redirect: RecordedResponse = {
      url: capture.original,
      timestamp: capture.timestamp,
      status: Number(capture.statuscode),
      headers: [['Location', memento.original]],
      payload: new Uint8Array(),
    };
    records.unshift({ name: named(redirect.url, redirect.timestamp), record: formatResponse(redirect) });
  }
  return records;
}

/** Headers that were true of the bytes on the wire only, and those the archive added. */
const DROPPED =
  /^(?:content-encoding|content-length|transfer-encoding|connection|link|memento-datetime|x-archive-.*)$/;

function keepHeaders(
  headers: Readonly<Record<string, string>>,
  contentType: string | null,
): [string, string][] {
  const kept = Object.entries(headers).filter(
    ([name, value]) =>
      /^[\w-]+$/.test(name) && !/[\r\n]/.test(value) && !DROPPED.test(name) && name !== 'content-type',
  );
  return [
    ...(contentType && !/[\r\n]/.test(contentType)
      ? [['Content-Type', contentType] as [string, string]]
      : []),
    ...kept,
  ];
}

function formatResponse(response: RecordedResponse): Uint8Array {
  const block = Buffer.concat([Buffer.from(httpHead(response.status, response.headers)), response.payload]);
  return formatRecord('response', response, block, []);
}

function formatRevisit(url: string, timestamp: string, of: RecordedResponse): Uint8Array {
  return formatRecord('revisit', { ...of, url, timestamp }, Buffer.from(httpHead(of.status, of.headers)), [
    ['WARC-Profile', 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest'],
    ['WARC-Refers-To-Target-URI', escapeUrl(of.url)],
    ['WARC-Refers-To-Date', formatInstant(of.timestamp)],
  ]);
}

function httpHead(status: number, headers: readonly (readonly [string, string])[]): string {
  return `HTTP/1.1 ${status} \r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

/** Digest and record id come from the content alone: the same store gives the same bytes. */
function formatRecord(
  type: 'response' | 'revisit' | 'warcinfo' | 'metadata',
  { url, timestamp, payload }: RecordedResponse,
  block: Uint8Array,
  more: readonly (readonly [string, string])[],
  contentType = 'application/http;msgtype=response',
): Uint8Array {
  const id = sha256(`${type} ${timestamp} ${url} ${sha256(payload)}`);
  const uuid = `${id.slice(0, 8)}-${id.slice(8, 12)}-5${id.slice(13, 16)}-8${id.slice(17, 20)}-${id.slice(20, 32)}`;
  const fields = [
    ['WARC-Type', type],
    ['WARC-Record-ID', `<urn:uuid:${uuid}>`],
    ['WARC-Date', formatInstant(timestamp)],
    // The standard gives a warcinfo no address.
    ...(type === 'warcinfo' ? [] : [['WARC-Target-URI', escapeUrl(url)]]),
    [type === 'warcinfo' ? 'WARC-Block-Digest' : 'WARC-Payload-Digest', `sha1:${base32Sha1(payload)}`],
    ...more,
    ['Content-Type', contentType],
    ['Content-Length', String(block.length)],
  ];
  const head = `WARC/1.1\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]);
}

/** An address from an archive must not end its line. */
function escapeUrl(url: string): string {
  return url.replace(/[\s\x00-\x20\x7f]/g, (character) => encodeURIComponent(character));
}
