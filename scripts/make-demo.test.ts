import { execFile } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { makeDemo } from './make-demo.ts';

const folder = mkdtempSync(join(tmpdir(), 'make-demo-'));
afterAll(() => rmSync(folder, { recursive: true }));

const made = await makeDemo(join(folder, 'first.warc.gz'));

interface ReadRecord {
  readonly type: string;
  readonly url: string;
  readonly date: string;
  readonly status: number | string | undefined;
  readonly digest: string;
  readonly lengthBytes: number;
}

async function readRecords(file: string): Promise<ReadRecord[]> {
  const records: ReadRecord[] = [];
  for await (const record of new WARCParser(createReadStream(file))) {
    const payload = await record.readFully(false);
    records.push({
      type: record.warcType,
      url: record.warcTargetURI ?? '',
      date: record.warcDate ?? '',
      status: record.httpHeaders?.statusCode,
      digest: record.warcPayloadDigest ?? '',
      lengthBytes: payload.length,
    });
  }
  return records;
}

it('gives the same bytes on every run', async () => {
  await makeDemo(join(folder, 'second.warc.gz'));
  expect(readFileSync(join(folder, 'second.warc.gz')).equals(readFileSync(made.file))).toBe(true);
});

it('writes a WARC that the package reads back, a record per capture in order of time', async () => {
  const [info, ...records] = await readRecords(made.file);
  expect(info?.type).toBe('warcinfo');
  expect(records).toHaveLength(made.captureCount);
  expect(records.map(({ date }) => date)).toEqual(records.map(({ date }) => date).sort());
  expect(records.filter(({ status }) => status === 301).length).toBeGreaterThan(0);
  expect(records.every(({ digest }) => /^sha1:[A-Z2-7]{32}$/u.test(digest))).toBe(true);
});

it('writes revisits without a payload, each repeating the digest of an earlier response of the same address', async () => {
  const records = await readRecords(made.file);
  const revisits = records.filter(({ type }) => type === 'revisit');
  expect(revisits.length).toBeGreaterThanOrEqual(10);
  for (const revisit of revisits) {
    const original = records.find(
      ({ type, url, digest }) => type === 'response' && url === revisit.url && digest === revisit.digest,
    );
    expect(revisit.lengthBytes).toBe(0);
    expect(original && original.date < revisit.date).toBe(true);
  }
});

it('packs each record into a gzip member of its own', () => {
  const bytes = readFileSync(made.file);
  const text = gunzipSync(bytes).toString('latin1');
  const records = text.split(/^WARC\/1\.1\r$/mu).length - 1;
  const members = bytes.toString('latin1').split('\x1f\x8b\x08\x00\x00\x00\x00\x00').length - 1;
  expect(records).toBe(made.captureCount + 1);
  expect(members).toBe(records);
});

it('lists the histories as a command, and writes nothing', async () => {
  const command = join(import.meta.dirname, 'make-demo.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [command, '--list', 'parlor.example']);
  expect(stdout).toMatch(
    /^Parlor \(parlor\.example\)\n {2}1998 +1998-10-05 +\d+ words +3 captures {2}font-table {2}The founders/u,
  );
});
