import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { WARCRecord, WARCSerializer } from 'warcio';
import { formatInstant } from '../../crawler/core/index.ts';
import { base32Sha1 } from '../../crawler/hash.ts';

export { base32 } from '../../crawler/hash.ts';

/** One captured response to be written; a revisit repeats the body of an earlier one and holds none itself. */
export interface WarcCapture {
  readonly url: string;
  /** 14 digits. */
  readonly timestamp: string;
  /** Default 200. */
  readonly status?: number;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** As it was on the wire: content coding and chunks, if any, included. */
  readonly body: Uint8Array | string;
  readonly revisitOf?: { readonly url: string; readonly timestamp: string };
}

/**
 * Writes captures as a WARC file, one gzip member per record where the name ends in `.gz`. The same captures give the
 * same bytes, so that a committed file changes only when its content does.
 */
export async function writeWarc(
  path: string,
  captures: Iterable<WarcCapture> | AsyncIterable<WarcCapture>,
): Promise<void> {
  const file = await open(path, 'w');
  try {
    for await (const capture of captures) {
      await file.write(await serializeCapture(capture, path.endsWith('.gz')));
    }
  } finally {
    await file.close();
  }
}

async function serializeCapture(capture: WarcCapture, gzip: boolean): Promise<Uint8Array> {
  const body = typeof capture.body === 'string' ? Buffer.from(capture.body) : capture.body;
  const isRevisit = capture.revisitOf !== undefined;
  const record = WARCRecord.create(
    {
      type: isRevisit ? 'revisit' : 'response',
      date: formatInstant(capture.timestamp),
      statusline: `HTTP/1.1 ${capture.status ?? 200} ${capture.status === undefined || capture.status === 200 ? 'OK' : 'Other'}`,
      httpHeaders: (capture.headers ?? [['Content-Type', 'text/html']]) as [string, string][],
      // Given as a header, since the package would rewrite the address: drop `:80`, add a slash.
      warcHeaders: { 'WARC-Target-URI': capture.url, ...identify(capture, body) },
      ...(capture.revisitOf
        ? { refersToUrl: capture.revisitOf.url, refersToDate: formatInstant(capture.revisitOf.timestamp) }
        : {}),
    },
    isRevisit ? [] : [body],
  );
  // Our own zlib output depends on the zlib in use; the package's pure-JavaScript one does not.
  return await WARCSerializer.serialize(record, { gzip, preferPako: true });
}

/** Digest and record id, both from the content alone: a random id would make every run of a script differ. */
function identify(capture: WarcCapture, body: Uint8Array): Record<string, string> {
  const name = createHash('sha256')
    .update(`${capture.timestamp} ${capture.url} ${capture.status ?? 200}`)
    .update(body)
    .digest('hex');
  const uuid = [
    name.slice(0, 8),
    name.slice(8, 12),
    `5${name.slice(13, 16)}`,
    `8${name.slice(17, 20)}`,
    name.slice(20, 32),
  ];
  return {
    'WARC-Record-ID': `<urn:uuid:${uuid.join('-')}>`,
    'WARC-Payload-Digest': `sha1:${base32Sha1(body)}`,
  };
}
