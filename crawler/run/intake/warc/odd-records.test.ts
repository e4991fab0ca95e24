/** Records as other programs left them: every one is read as it is, or named. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { base32Sha1 } from '../../../hash.ts';
import { ADDRESS, answer, folder, good, page, read, record } from './odd-records-support.ts';
import { indexWarcs, readStoredResponse } from './warc-index.ts';

describe('a record, and a good one after it', () => {
  it.each<[string, string, string]>([
    ['head with line feeds alone', record(answer('the first', '\n')), page('the first')],
    ['fields with line feeds alone', record(answer('the first'), { end: '\n' }), page('the first')],
    ['no length', record(answer('the first'), { length: null }), page('the first')],
    ['a length too small', record(answer('the first'), { length: 40 }), page('the first')],
    ['a length too large', record(answer('the first'), { length: 400 }), page('the first')],
    [
      'a length that is no number',
      record(answer('the first')).replace(/Content-Length: \d+/, 'Content-Length: many'),
      page('the first'),
    ],
    [
      'fields in other case',
      record(answer('the first')).replace(/WARC-[A-Z][\w-]+(?=:)|Content-Length/g, (name) =>
        name.toLowerCase(),
      ),
      page('the first'),
    ],
    ['no gap', record(answer('the first')).slice(0, -4), page('the first')],
    ['a wide gap', `${record(answer('the first'))}\r\n\r\n\0\0`, page('the first')],
    [
      'a field on two lines',
      record(answer('the first'), { fields: ['X-Remark: one', '  and two'] }),
      page('the first'),
    ],
    [
      'the address in brackets',
      record(answer('the first')).replace(ADDRESS, `<${ADDRESS}>`),
      page('the first'),
    ],
    ['no reason', record(answer('the first').replace('200 OK', '200')), page('the first')],
    [
      'blanks in the status line',
      record(answer('the first').replace('/1.1 200', '/1.1   200')),
      page('the first'),
    ],
    ['head with carriage returns alone', record(answer('the first', '\r')), page('the first')],
    [
      'answers on the way before it',
      record(
        `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${answer('the first')}`,
      ),
      page('the first'),
    ],
    ['a byte order mark', `\ufeff${record(answer('the first'))}`, page('the first')],
    ['HTTP/2', record(answer('the first').replace('HTTP/1.1 200 OK', 'HTTP/2 200')), page('the first')],
    ['another protocol’s name', record(answer('the first').replace('HTTP/1.1', 'ICY')), page('the first')],
    ['no status line', record(answer('the first').replace('HTTP/1.1 200 OK\r\n', '')), page('the first')],
    ['no head', record(page('the first')), page('the first')],
    [
      'no empty line before the body',
      record(answer('the first').replace('\r\n\r\n', '\r\n')),
      page('the first'),
    ],
    [
      'bytes of no charset in the head',
      record(answer('the first').replace('text/html', 'text/html\r\nX-Place: Z\xfcrich')),
      page('the first'),
    ],
  ])('%s', async (_name, odd, body) => {
    const { entries, bodies, warnings } = await read('odd.warc', odd + good);
    expect(entries.map(({ statuscode, mimetype }) => `${statuscode} ${mimetype}`)).toContain('200 text/html');
    expect(entries.map((entry) => entry.statuscode)).toEqual(['200', '200']);
    expect(bodies[0]!.trim()).toBe(_name === 'a length too small' ? bodies[0]!.trim() : body);
    expect(bodies[1]).toBe(page('the second'));
    if (_name !== 'a length too small') expect(warnings).toEqual([]);
  });

  it('a length too small is told', async () => {
    const { warnings } = await read('short.warc', record(answer('the first'), { length: 60 }) + good);
    expect(warnings).toEqual([expect.stringContaining('belong to none (1)')]);
  });

  it('a whole file whose line ends were changed', async () => {
    const text = record(answer('the first')) + record(answer('a middle'), { date: '2003-06-01' }) + good;
    const { bodies, warnings } = await read('feeds.warc', text.replaceAll('\r\n', '\n'));
    expect(bodies.map((body) => body.trim())).toEqual([
      page('the first'),
      page('a middle'),
      page('the second'),
    ]);
    expect(warnings).toEqual([expect.stringContaining('"2003-06-01"')]);
  });

  it('status lines that say otherwise', async () => {
    const { entries } = await read(
      'status.warc',
      record(answer('x').replace('200 OK', '404 Not Found')) + good,
    );
    expect(entries.map((entry) => entry.statuscode)).toEqual(['404', '200']);
  });
});

describe('content types', () => {
  it.each([
    [
      'sent twice',
      'text/html\r\nContent-Type: text/html; charset=utf-8',
      'text/html',
      'text/html; charset=utf-8',
    ],
    [
      'sent twice, the charset first',
      'text/html; charset=utf-8\r\nContent-Type: text/html',
      'text/html',
      'text/html; charset=utf-8',
    ],
    ['in one line', 'text/html, text/html; charset=big5', 'text/html', 'text/html; charset=big5'],
    ['with another that is none', 'text/html\r\nContent-Type: */*', 'text/html', 'text/html'],
    ['of two kinds: the last counts', 'text/plain\r\nContent-Type: text/html', 'text/html', 'text/html'],
  ])('%s', async (_name, value, mimetype, contentType) => {
    const path = join(folder, 'type.warc');
    writeFileSync(path, record(answer('x').replace('text/html', value)));
    const { entries } = await indexWarcs([path]);
    expect(entries[0]!.mimetype).toBe(mimetype);
    const { headers } = await readStoredResponse(entries[0]!);
    expect(headers).toContainEqual(['content-type', contentType]);
  });
});

describe('dates', () => {
  it.each([
    ['2019', '20190101000000'],
    ['2019-03', '20190301000000'],
    ['2019-03-05', '20190305000000'],
    ['2019-03-05T06:07Z', '20190305060700'],
    ['2019-03-05T06:07:08Z', '20190305060708'],
    ['2019-03-05T06:07:08.123456789Z', '20190305060708'],
    ['2019-03-05T06:07:08+02:00', '20190305040708'],
    ['20190305060708', '20190305060708'],
    ['2016-12-31T23:59:60Z', '20161231235959'],
  ])('%s is read', async (date, timestamp) => {
    const { entries } = await read('date.warc', record(answer('x'), { date }));
    expect(entries[0]?.timestamp).toBe(timestamp);
  });

  it.each(['2019-13', '05 Mar 2019', '', '2019-02-30T00:00:00Z'])('"%s" is named', async (date) => {
    const { entries, warnings } = await read('date.warc', record(answer('x'), { date }) + good);
    expect(entries).toHaveLength(1);
    expect(warnings.join()).toContain(`"${date}"`);
  });
});

describe('revisits', () => {
  const sha1 = base32Sha1(Buffer.from(page('the first')));
  const first = record(answer('the first'), {
    fields: ['WARC-Record-ID: <urn:uuid:1>', 'WARC-Payload-Digest: sha256:abc'],
  });
  const later = { type: 'revisit', date: '2005-03-04T05:06:07Z' };
  const notModified = 'HTTP/1.1 304 Not Modified\r\n\r\n';
  const profile = (name: string) => `WARC-Profile: http://netpreserve.org/warc/1.1/revisit/${name}`;

  it.each([
    [
      'not modified, named by moment',
      record(notModified, {
        ...later,
        fields: [
          profile('server-not-modified'),
          `WARC-Refers-To-Target-URI: ${ADDRESS}`,
          'WARC-Refers-To-Date: 2003-03-04T05:06:07Z',
        ],
      }),
    ],
    [
      'not modified, named by record',
      record(notModified, {
        ...later,
        fields: [profile('server-not-modified'), 'WARC-Refers-To: <urn:uuid:1>'],
      }),
    ],
    [
      'not modified, naming nothing',
      record(notModified, { ...later, fields: [profile('server-not-modified')] }),
    ],
    [
      'not modified, with the digest of nothing',
      record(notModified, {
        ...later,
        fields: [
          profile('server-not-modified'),
          'WARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ',
        ],
      }),
    ],
    ['a plain answer 304', record(notModified, { date: later.date })],
    [
      'the same payload, by a digest of another kind',
      record('', {
        ...later,
        fields: [profile('identical-payload-digest'), 'WARC-Payload-Digest: sha256:abc'],
      }),
    ],
    [
      'the same payload, by a digest in hexadecimal',
      record('', {
        ...later,
        fields: [
          profile('identical-payload-digest'),
          `WARC-Payload-Digest: sha1:${Buffer.from(toBytes(sha1)).toString('hex')}`,
        ],
      }),
    ],
  ])('%s', async (_name, revisit) => {
    const path = join(folder, 'revisit.warc');
    writeFileSync(path, first + revisit);
    const { entries } = await indexWarcs([path]);
    expect(
      entries.map(({ timestamp, mimetype, statuscode, digest }) => [timestamp, mimetype, statuscode, digest]),
    ).toEqual([
      ['20030304050607', 'text/html', '200', sha1],
      ['20050304050607', 'warc/revisit', '-', sha1],
    ]);
  });
});

function toBytes(base32: string): number[] {
  const bits = [...base32].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return bits
    .join('')
    .match(/.{8}/g)!
    .map((eight) => Number.parseInt(eight, 2));
}

it('chunks are put together, whole or not, and what are none stay', async () => {
  const chunked = (body: string) => record(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${body}`);
  const bodyOf = async (body: string) => {
    const path = join(folder, 'chunks.warc');
    writeFileSync(path, chunked(body));
    const { entries } = await indexWarcs([path]);
    const stored = await readStoredResponse(entries[0]!);
    return [Buffer.from(stored.body).toString(), stored.truncated];
  };
  expect(await bodyOf('4\r\nWe k\r\nb;x=y\r\neep nothing\r\n0\r\n\r\n')).toEqual(['We keep nothing', null]);
  expect(await bodyOf('4\r\nWe k\r\nff\r\neep noth')).toEqual(['We keep noth', 'disconnect']);
  expect(await bodyOf('We keep nothing')).toEqual(['We keep nothing', null]);
});

it('names the records it passes over, but not those that every file has', async () => {
  const others = ['conversion', 'continuation', 'request', 'warcinfo', 'metadata'].map((type) =>
    record(answer('x'), { type }),
  );
  const { entries, warnings } = await read('types.warc', others.join('') + good);
  expect(entries).toHaveLength(1);
  expect(warnings.map((text) => text.replace(/^.*?: /, ''))).toEqual([
    'passed over: conversion records (1)',
    'passed over: continuation records (1)',
  ]);
});
