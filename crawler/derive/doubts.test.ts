import { describe, expect, it } from 'vitest';
import type { Memento } from '../core/model.ts';
import { findBlock, isCut } from './doubts.ts';

function memento(statuscode: number, headers: Record<string, string>, body = 'x'): Memento {
  return {
    timestamp: '20200101000000',
    original: 'https://example.com/',
    statuscode,
    contentType: 'text/html',
    headers,
    payload: Buffer.from(body),
    hops: [],
  };
}

describe('findBlock', () => {
  it.each([
    [202, { 'x-amzn-waf-action': 'challenge' }, ''],
    [200, { 'cf-mitigated': 'challenge', server: 'cloudflare' }, ''],
    [403, { server: 'AkamaiGHost', 'cache-control': 'max-age=0' }, '<h1>Access Denied</h1> Reference 18.2'],
    [403, { server: 'awselb/2.0' }, ''],
    [403, { 'x-cache': 'Error from cloudfront' }, ''],
    [200, { rimon: 'RWC_BLOCK' }, ''],
    [403, { server: 'cloudflare' }, '<title>Attention Required! | Cloudflare</title>'],
    [429, {}, 'slow down'],
  ])('finds the block in %i %j', (status, headers, body) =>
    expect(findBlock(memento(status, headers, body))).not.toBeNull(),
  );

  it.each([
    [200, { server: 'cloudflare' }, '<title>How we use Cloudflare</title>'],
    [404, { 'x-cache': 'Error from cloudfront' }, ''],
    [404, { server: 'AkamaiGHost' }, 'not found'],
    [403, { server: 'nginx' }, 'forbidden'],
    [429, {}, 'a long page '.repeat(1_000)],
    [200, {}, 'policy'],
  ])('finds none in %i %j', (status, headers, body) =>
    expect(findBlock(memento(status, headers, body))).toBeNull(),
  );
});

describe('isCut', () => {
  it.each([
    [true, { 'content-length': '10' }, 'four'],
    [false, { 'content-length': '4' }, 'four'],
    [false, { 'content-length': '-1' }, 'four'],
    [false, {}, 'four'],
    // The length of what was sent packed says nothing about what came of it.
    [false, { 'content-length': '10', 'content-encoding': 'gzip' }, 'four'],
    [true, { 'content-length': '10', 'content-encoding': 'identity' }, 'four'],
    // A site that miscounted.
    [false, { 'content-length': '400' }, '<html>whole</html>\n'],
    [true, { 'content-length': '9000' }, `<html>early</html>${' <p>more</p>'.repeat(300)}`],
    [true, { 'warc-truncated': 'length' }, 'as much as came'],
  ])('says %s of %j', (expected, headers, body) => expect(isCut(memento(200, headers, body))).toBe(expected));
});
