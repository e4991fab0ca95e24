import { describe, expect, it } from 'vitest';
import { NotRows, parseJsonPage, parseTextPage } from './cdx-rows.ts';

const ROW =
  'com,example)/privacy 20190304050607 https://www.example.com/privacy text/html 200 AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH 5123';

describe('parseTextPage', () => {
  it('reads the seven fields and the key after the blank line', () => {
    const page = parseTextPage(`${ROW}\n\ncom%2Cexample%29%2Fprivacy+20190304050608\n`);
    expect(page.resumeKey).toBe('com%2Cexample%29%2Fprivacy+20190304050608');
    expect(page.rows[0]?.capture).toEqual({
      urlkey: 'com,example)/privacy',
      timestamp: '20190304050607',
      listedTimestamp: '20190304050607',
      original: 'https://www.example.com/privacy',
      mimetype: 'text/html',
      statuscode: '200',
      digest: 'AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH',
      length: '5123',
    });
  });

  it('takes an empty body for no captures, also where a key alone is left', () => {
    expect(parseTextPage('')).toEqual({ rows: [], junkCount: 0, resumeKey: null, cut: null });
    expect(parseTextPage('\neJxLzs_VSa1IzC3ISdXULyjKLEtMrgQA\n').resumeKey).toBe(
      'eJxLzs_VSa1IzC3ISdXULyjKLEtMrgQA',
    );
  });

  it('tells a line without an end: half a row, or a whole one whose last field may be cut', () => {
    const row = 'com,example)/a 20190304050607 http://example.com/a text/html 200 - 5123';
    expect(parseTextPage(`${row}\n`).cut).toBeNull();
    expect(parseTextPage(`${row}\n${row}`).cut).toBe('row');
    expect(parseTextPage(`${row}\n${row.slice(0, 40)}`).cut).toBe('mid-row');
    expect(parseTextPage(`${row}\n\nhalf-a-ke`).cut).toBe('mid-row');
  });

  it('reads addresses that were captured with blanks in them', () => {
    const digest = 'A'.repeat(32);
    const line = `com,example)/our policy 20190304050607 http://example.com/our policy text/html 200 ${digest} 5123 extra`;
    const { rows, junkCount } = parseTextPage(`${line}\n`);
    expect(junkCount).toBe(0);
    expect(rows[0]!.capture).toMatchObject({
      urlkey: 'com,example)/our policy',
      original: 'http://example.com/our policy',
      statuscode: '200',
      digest,
      length: '5123',
    });
  });

  it('repairs the damaged timestamps of the year 2000 and keeps the listed ones', () => {
    const page = parseTextPage(
      `com,example)/ 20000012170449 http://example.com/ text/html 200 A 1\ncom,example)/ 20000800241623 http://example.com/ text/html 200 B 1\n`,
    );
    expect(page.rows.map((row) => [row.capture?.timestamp, row.capture?.listedTimestamp])).toEqual([
      ['20001217044900', '20000012170449'],
      ['20000824162300', '20000800241623'],
    ]);
  });

  it('ignores fields after the seventh', () => {
    const page = parseTextPage(`${ROW} more fields\n`);
    expect(page.rows[0]?.line).toBe(ROW);
    expect(page.rows[0]?.capture?.length).toBe('5123');
  });

  it.each([
    'com,example)/ 20190101000000 http://mailto:someone@example.com/ unk 200 - 300',
    'com,example)/ 20190101000000 data:text/plain,hello text/plain 200 A 2',
    'com,example)/ 20190101000000 ../relative text/html 200 A 2',
    'com,example)/ 20191399000000 http://example.com/ text/html 200 A 2',
    'com,example)/ 2019 http://example.com/ text/html 200 A 2',
    'com,example)/ 20190101000000 http:/// text/html 200 A 2',
    'too few fields',
  ])('passes over the junk row %s', (junk) => {
    const page = parseTextPage(`${junk}\n${ROW}\n`);
    expect(page.rows.filter((row) => row.capture !== null)).toHaveLength(1);
  });

  it.each([
    '<!DOCTYPE html>\n<html><title>Scheduled Maintenance</title></html>',
    'java.lang.IllegalArgumentException: fromKey > toKey\n\tat java.util.TreeMap',
    'IllegalArgumentException: fromKey > toKey',
    'Too Many Requests',
    '408 Request Time-out',
    `${ROW}\norg.example.io.RuntimeIOException: broken off\n`,
    `${ROW}\n<html>`,
    `${ROW}\n\nkey\n${ROW}\n`,
    `${ROW}\n\n${ROW}\n`,
  ])('does not believe %s', (body) => expect(() => parseTextPage(body)).toThrow(NotRows));

  it('comes to an end on hostile text', () => {
    for (const body of [' '.repeat(1e6), '\n'.repeat(1e6), 'a.'.repeat(5e5), `${'\t'.repeat(1e6)}<`]) {
      try {
        parseTextPage(body);
      } catch (error) {
        expect(error).toBeInstanceOf(NotRows);
      }
    }
  });
});

describe('parseJsonPage', () => {
  it('reads columns by their names, in whatever order', () => {
    const page = parseJsonPage(
      '[["timestamp","urlkey","original","redirect","mimetype","statuscode","digest","length"],\n' +
        '["20190304050607","com,example)/","http://example.com/","-","text/html","200","A","12"]]',
    );
    expect(page.rows[0]?.capture).toMatchObject({
      urlkey: 'com,example)/',
      timestamp: '20190304050607',
      statuscode: '200',
    });
    expect(parseJsonPage('[]').rows).toEqual([]);
  });

  it("reads pywb's object a line, with its names and unquoted numbers", () => {
    const page = parseJsonPage(
      '{"urlkey":"com,example)/","timestamp":"20190304050607","url":"http://example.com/","mime":"text/html","status":200,"digest":"A","offset":1}\n',
    );
    expect(page.rows[0]?.capture).toMatchObject({
      original: 'http://example.com/',
      statuscode: '200',
      length: '-',
    });
    expect(parseJsonPage('').rows).toEqual([]);
  });

  it.each(['{"broken', '[1,2]', '{"a":1}\n[2]', '<html>', '{"message":"x"}\n"text"'])(
    'does not believe %s',
    (body) => expect(() => parseJsonPage(body)).toThrow(NotRows),
  );
});
