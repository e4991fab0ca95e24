import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWarc } from '../../../../scripts/warc/write-warc.ts';
import { type IndexEntry, indexWarcs, readStoredResponse } from './warc-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'warc-index-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['whole.warc', 'whole.warc.gz'])('%s', (name) => {
  let bytes: Buffer;
  let whole: readonly IndexEntry[];

  beforeAll(async () => {
    const captures = Array.from({ length: 4 }, (_, k) => ({
      url: 'http://fernhill.example/privacy',
      timestamp: `200${k}0101000000`,
      body: Array.from({ length: 30 }, (_, n) => `<p>We keep item ${n * k} for ${k} years.</p>`).join('\n'),
    }));
    await writeWarc(join(folder, name), captures);
    bytes = readFileSync(join(folder, name));
    whole = (await indexWarcs([join(folder, name)])).entries;
  });

  it('is read without a warning', async () => {
    const { entries, warnings } = await indexWarcs([join(folder, name)]);
    expect(entries).toHaveLength(4);
    expect(warnings).toEqual([]);
  });

  it('cut anywhere, it gives the whole records before the cut, and says that it was cut', async () => {
    const file = join(folder, `cut-${name}`);
    const starts = whole.map((entry) => entry.offset);
    const stride = Math.ceil(bytes.length / 150);
    for (let length = 1; length < bytes.length; length += stride) {
      writeFileSync(file, bytes.subarray(0, length));
      const { entries, warnings } = await indexWarcs([file]);
      // Two empty lines between records that are not packed may be missing, and a few bytes more make no record.
      const gap = name.endsWith('.gz') ? 1 : 4;
      const ends = [...starts.slice(1), bytes.length];
      const isBetween = [0, ...ends].some((end) => Math.abs(length - end) <= gap);
      const warned = warnings.length;
      if (!isBetween) expect(warned, `${length} of ${bytes.length} bytes`).toBe(1);
      else expect(warned).toBeLessThanOrEqual(1);
      // Of the last one, only what follows its body may be missing.
      const complete = ends.filter((end) => end <= length).length;
      expect([complete, complete + 1]).toContain(entries.length);
      for (const [k, entry] of entries.entries()) {
        const { body } = await readStoredResponse(entry);
        expect(Buffer.from(body).equals((await readStoredResponse(whole[k]!)).body)).toBe(true);
      }
    }
  });
});
