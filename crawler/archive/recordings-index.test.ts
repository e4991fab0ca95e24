/** Recorded index answers, scenario by scenario. See recordings-support.ts. */
import { afterEach, expect, it } from 'vitest';
import { explainSkipping, startRecordings, suite } from './recordings-support.ts';
import { closeAll, startClient } from './test-support.ts';

afterEach(closeAll);
explainSkipping();

suite('the index', () => {
  const cnn = {
    url: 'cnn.com',
    from: '20010410000000',
    to: '20010510000000',
    resolveRevisits: true,
  } as const;

  it('B1, B2: paging by the old keys loses a row that the other way in still has', async () => {
    const { client } = startClient((await startRecordings()).origin);
    const paged = await client.listCaptures({ ...cnn, pageSize: 25, continueBy: 'key' });
    expect([paged.pageCount, paged.rowCount, paged.captures.length, paged.complete]).toEqual([
      15,
      350,
      96,
      true,
    ]);
    const { resolveRevisits: _resolve, ...plain } = cnn;
    const whole = await client.listCaptures({ ...plain, service: 'timemap' });
    expect([whole.rowCount, whole.captures.length, whole.complete]).toEqual([893, 97, true]);
    const key = ({ timestamp, digest }: { timestamp: string; digest: string }) => `${timestamp} ${digest}`;
    const known = new Set(paged.captures.map(key));
    expect(whole.captures.map(key).filter((one) => !known.has(one))).toEqual([
      '20010507180422 5WLXHVAUEZPBFM52BMEEW4XPORIDOCSO',
    ]);
  });

  it('B1 again: continued by timestamp, over the same rows, it loses nothing', async () => {
    const { client } = startClient((await startRecordings('--mode', 'index')).origin);
    const { resolveRevisits: _resolve, ...plain } = cnn;
    const whole = await client.listCaptures({ ...plain, pageSize: 10_000 });
    const paged = await client.listCaptures({ ...plain, pageSize: 25 });
    expect(paged.captures).toEqual(whole.captures);
    expect(paged.complete).toBe(true);
    const byKey = await client.listCaptures({ ...plain, pageSize: 25, continueBy: 'key' });
    expect(byKey.captures.length).toBeLessThan(whole.captures.length);
  });

  it('B4: a home page that only redirects has rows and no page', async () => {
    const { client } = startClient((await startRecordings()).origin);
    const query = { url: 'dw.com', from: '20191001000000', to: '20200301000000' } as const;
    const listing = await client.listCaptures({
      ...query,
      pageSize: 1000,
      continueBy: 'key',
      resolveRevisits: true,
    });
    expect(listing.captures).toHaveLength(2234);
    expect(new Set(listing.captures.map((capture) => capture.digest))).toEqual(
      new Set(['3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ']),
    );
    // The five pages that the timemap names are of 2022: it answers with rows outside the dates, which are dropped.
    const whole = await client.listCaptures({ ...query, service: 'timemap' });
    expect(whole.rowCount - whole.duplicateCount - whole.captures.length).toBeGreaterThanOrEqual(5);
    expect(whole.captures.some((capture) => capture.statuscode === '200')).toBe(false);
    expect(whole.captures.every((capture) => capture.timestamp < '20200301000001')).toBe(true);
  });

  it('B7: an exclusion is not "no captures", with a text or with an empty body', async () => {
    const { origin, readLog } = await startRecordings();
    const query = {
      url: 'https://nationalpost.com/health',
      from: '20191001000000',
      to: '20191002000000',
    } as const;
    await expect(
      startClient(origin).client.listCaptures({ ...query, pageSize: 1000, resolveRevisits: true }),
    ).rejects.toMatchObject({ kind: 'excluded' });
    await expect(
      startClient(origin).client.listCaptures({ ...query, service: 'timemap' }),
    ).rejects.toMatchObject({ kind: 'excluded' });
    expect((await readLog()).filter((line) => line.status === 403)).toHaveLength(2);
  });

  it('B9: the key goes back unchanged, and a listing without its next page is a part', async () => {
    const { origin, readLog } = await startRecordings();
    const listing = await startClient(origin).client.listCaptures({
      url: 'nasa.gov',
      pageSize: 1000,
      continueBy: 'key',
      resolveRevisits: true,
    });
    expect([listing.captures.length, listing.complete]).toEqual([488, false]);
    expect(listing.note).toMatch(/later page failed/);
    const last = (await readLog()).at(-1)!;
    expect(new URL(last.target, origin).searchParams.get('resumeKey')).toBe(
      'eJxLzy_TyUssTtTUVzAyMDAxsDQwNTA3NTe0BABfMwZl',
    );
  });

  it('B13: captures appear later in the past', async () => {
    const query = {
      url: 'https://www.cdc.gov/coronavirus/2019-ncov/travelers/after-travel-precautions-japanese.html',
      from: '20201123000000',
      to: '20201124000000',
      resolveRevisits: true,
    } as const;
    const { client } = startClient((await startRecordings()).origin);
    expect((await client.listCaptures({ ...query, pageSize: null })).captures).toHaveLength(1);
    expect((await client.listCaptures({ ...query, pageSize: 1000 })).captures).toHaveLength(2);
  });

  it('B14: filters go out as repeated parameters', async () => {
    const { client } = startClient((await startRecordings()).origin);
    const listing = await client.listCaptures({
      url: 'nasa.gov/',
      matchType: 'prefix',
      pageSize: 10,
      from: '20220101000000',
      to: '20220201000000',
      filters: ['statuscode:404', 'urlkey:.*feature.*'],
      resolveRevisits: true,
    });
    expect(listing.captures).toHaveLength(6);
  });
});
