import { describe, expect, it } from 'vitest';
import { get, PRIVACY, server, start, useSite } from './test-site.ts';

useSite();

describe('playback', () => {
  it('gives the raw bytes with the headers of then', async () => {
    await start();
    const answer = await get(`/web/20010101000000id_/${PRIVACY}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('first');
    expect(answer.headers.get('memento-datetime')).toBe('Mon, 01 Jan 2001 00:00:00 GMT');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=x');
    expect(answer.headers.get('x-archive-orig-x-made-by')).toBe('hand');
    expect(answer.headers.get('link')).toContain(`<${PRIVACY}>; rel="original"`);
  });

  it('plays a revisit with the body of its original', async () => {
    await start();
    const answer = await get('/web/20020101000000id_/example.com/privacy');
    expect(answer.headers.get('memento-datetime')).toContain('2002');
    expect(await answer.text()).toBe('first');
  });

  it('points at the nearest capture where there is none at the second asked for', async () => {
    await start({ unplayable: ['20030101000000 https://example.com/privacy'] });
    for (const asked of ['20030101000000', '20031231']) {
      const answer = await get(`/web/${asked}id_/https://example.com/privacy`);
      const expected = asked === '20031231' ? '20040101000001' : '20020101000000';
      expect(answer.status).toBe(302);
      expect(answer.headers.get('memento-datetime')).toBeNull();
      expect(answer.headers.get('x-archive-redirect-reason')).toBe(`found capture at ${expected}`);
      expect(answer.headers.get('location')).toBe(`${server!.origin}/web/${expected}id_/${PRIVACY}`);
    }
  });

  it('keeps captured redirects, errors, codings', async () => {
    await start();
    const redirect = await get(`/web/20040101000001id_/${PRIVACY}`);
    expect(redirect.status).toBe(301);
    expect(redirect.headers.get('location')).toBe('/web/20040101000001id_/http://www.example.com/legal');
    expect(redirect.headers.get('x-archive-orig-location')).toBe('/legal');
    const missing = await get('/web/20050101000000id_/https://example.com/missing');
    expect([missing.status, missing.headers.has('memento-datetime')]).toEqual([404, true]);
    expect(await (await get('/web/20040101000100id_/https://example.com/legal')).text()).toBe('third');
    expect(await (await get('/web/20060101000000id_/https://help.example.com/privacy')).text()).toBe(
      'chunky',
    );
  });

  it('says what was never archived, and what is excluded', async () => {
    await start({ excludedHosts: ['other.example'] });
    const none = await get('/web/2001id_/http://none.example/');
    expect([none.status, await none.text()]).toEqual([
      404,
      expect.stringContaining('has not archived that URL'),
    ]);
    const excluded = await get('/web/2001id_/https://www.other.example/a');
    expect([excluded.status, await excluded.text()]).toEqual([
      403,
      expect.stringContaining('has been excluded'),
    ]);
    const listing = await get('/cdx/search/cdx?url=other.example/*');
    expect(listing.headers.get('x-archive-wayback-runtime-error')).toContain(
      'AdministrativeAccessControlException',
    );
  });

  it('shows a capture to people as text only', async () => {
    await start();
    const answer = await get('/web/20010101000000/http://example.com/privacy');
    expect(answer.headers.get('content-type')).toBe('text/plain');
  });
});
