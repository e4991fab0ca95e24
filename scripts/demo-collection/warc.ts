import { WARCRecord, WARCSerializer } from 'warcio';
import { formatInstant } from '../../crawler/core/index.ts';
import type { PlannedCapture } from './model.ts';
import { seededFraction, seededHex } from './seeded.ts';

const serializing = {
  gzip: true,
  preferPako: true,
  digest: { algo: 'sha-1', prefix: 'sha1:', base32: true },
};
const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  301: 'Moved Permanently',
  302: 'Found',
  403: 'Forbidden',
  404: 'Not Found',
  410: 'Gone',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** How many of a second and later sight of the same bytes an archive stores as a revisit, without the bytes. */
const revisitShare = 0.6;

/**
 * WARC 1.1 with one gzip member per record: a `warcinfo`, then the captures in the order given.
 * Same captures, same bytes: record ids come from address and time, and the gzip headers name neither time nor system
 * (which is why pako compresses, not the platform's zlib).
 */
export async function serializeWarc(
  captures: readonly PlannedCapture[],
  fileName: string,
): Promise<Uint8Array> {
  const members = [await serializeInfo(fileName)];
  const stored = new Map<string, StoredPayload>();
  for (const capture of captures) {
    const sight = `${capture.url} ${Buffer.from(capture.payload).toString('latin1')}`;
    const original = stored.get(sight);
    const isRepeated = original !== undefined && capture.payload.length > 0;
    if (isRepeated && seededFraction(`revisit ${capture.url} ${capture.timestamp}`) < revisitShare) {
      members.push(await serializeRevisit(capture, original));
    } else {
      const { member, digest } = await serializeResponse(capture);
      members.push(member);
      if (!original) stored.set(sight, { timestamp: capture.timestamp, digest });
    }
  }
  return new Uint8Array(Buffer.concat(members));
}

interface StoredPayload {
  readonly timestamp: string;
  readonly digest: string;
}

async function serializeInfo(fileName: string): Promise<Uint8Array> {
  const warcHeaders = { 'WARC-Record-ID': recordId('warcinfo') };
  const date = '2025-01-01T00:00:00Z';
  const record = WARCRecord.createWARCInfo(
    { filename: fileName, warcVersion: 'WARC/1.1', date, warcHeaders },
    {
      software: 'palimpsest make-demo',
      format: 'WARC File Format 1.1',
      description: 'invented for demonstration',
    },
  );
  return WARCSerializer.serialize(record, serializing);
}

async function serializeResponse(capture: PlannedCapture): Promise<{ member: Uint8Array; digest: string }> {
  const record = WARCRecord.create({ ...recordOptions(capture), type: 'response' }, [capture.payload]);
  const member = await WARCSerializer.serialize(record, serializing);
  return { member, digest: record.warcPayloadDigest ?? '' };
}

async function serializeRevisit(capture: PlannedCapture, original: StoredPayload): Promise<Uint8Array> {
  const options = recordOptions(capture);
  const record = WARCRecord.create({
    ...options,
    type: 'revisit',
    warcHeaders: { ...options.warcHeaders, 'WARC-Payload-Digest': original.digest },
    refersToUrl: capture.url,
    refersToDate: formatInstant(original.timestamp),
  });
  return WARCSerializer.serialize(record, serializing);
}

function recordOptions(capture: PlannedCapture) {
  return {
    url: capture.url,
    date: formatInstant(capture.timestamp),
    warcVersion: 'WARC/1.1' as const,
    warcHeaders: { 'WARC-Record-ID': recordId(`${capture.url} ${capture.timestamp}`) },
    statusline: `HTTP/1.1 ${capture.status} ${reasons[capture.status] ?? 'Unknown'}`,
    httpHeaders: capture.headers.map(([name, value]): [string, string] => [name, value]),
  };
}

/** A UUID of version 4's form made from a seed, so that the file is the same on every run. */
function recordId(seed: string): string {
  const hex = seededHex(`record ${seed}`, 32);
  const [, first, second, third, fourth, fifth] = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/u.exec(hex) ?? [];
  return `<urn:uuid:${first}-${second}-4${third}-8${fourth}-${fifth}>`;
}
