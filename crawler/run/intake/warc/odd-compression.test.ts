/** Compressed WARC files as other programs left them. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findLocalFiles } from '../local-files.ts';
import { answer, folder, good, page, read, record } from './odd-records-support.ts';
import { indexWarcs, readStoredResponse } from './warc-index.ts';

describe('compressed files', () => {
  const records = [
    record(answer('the first')),
    good,
    record(answer('the third'), { date: '2005-03-04T05:06:07Z' }),
  ];
  const bodies = ['the first', 'the second', 'the third'].map(page);

  it('as a whole', async () => {
    const read1 = await read('whole.warc.gz', gzipSync(records.join('')));
    expect([read1.bodies, read1.warnings]).toEqual([bodies, []]);
  });

  it('more than once', async () => {
    const twice = await read('twice.warc.gz', gzipSync(gzipSync(records.join(''))));
    expect([twice.bodies, twice.warnings]).toEqual([bodies, []]);
  });

  it('under a name that says nothing', async () => {
    const path = join(folder, 'collected');
    writeFileSync(path, gzipSync(records.join('')));
    const { warcs, close } = await findLocalFiles([path]);
    close();
    expect(warcs).toEqual([path]);
  });

  it('as a whole, and cut', async () => {
    const packed = gzipSync(records.join(''), { level: 1 });
    const cut = await read('whole-cut.warc.gz', packed.subarray(0, Math.floor(packed.length * 0.9)));
    expect(cut.bodies[0]).toBe(page('the first'));
    expect(cut.warnings).toEqual([expect.stringContaining('ends in the middle')]);
  });

  it('some records in one member', async () => {
    const packed = Buffer.concat([gzipSync(records[0]!), gzipSync(records[1]! + records[2]!)]);
    expect((await read('some.warc.gz', packed)).bodies).toEqual(bodies);
  });

  it('with a damaged member in between', async () => {
    const damaged = gzipSync(records[1]!);
    damaged.fill(0xff, 12, 40);
    const packed = Buffer.concat([gzipSync(records[0]!), damaged, gzipSync(records[2]!)]);
    const found = await read('damaged.warc.gz', packed);
    expect(found.bodies).toEqual([bodies[0], bodies[2]]);
    expect(found.warnings).toEqual([expect.stringContaining('damaged')]);
  });

  it('with a record too large for memory', async () => {
    const filler = 'x'.repeat(100 * 1024 * 1024);
    const large = record(`HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n${filler}`, {
      fields: ['WARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYK'],
    });
    const path = join(folder, 'large.warc.gz');
    writeFileSync(path, Buffer.concat([gzipSync(large, { level: 1 }), gzipSync(good)]));
    const { entries, warnings } = await indexWarcs([path]);
    expect(warnings).toEqual([]);
    expect(entries.map((entry) => entry.mimetype)).toEqual(['video/mp4', 'text/html']);
    await expect(readStoredResponse(entries[0]!)).rejects.toThrow();
    expect(Buffer.from((await readStoredResponse(entries[1]!)).body).toString()).toBe(page('the second'));
  });
});
