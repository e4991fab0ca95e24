import { expect, test } from 'vitest';
import { countSqlRows, explainSqlError, renderSqlTable } from './sql-page.ts';

const names = ['v_versions', 'stated_date', 'word_count', 'domain'];

test('an unknown name is answered with those most like it', () => {
  expect(explainSqlError('no such column: date', names)).toBe(
    'no such column: date. Did you mean stated_date?',
  );
  expect(explainSqlError('no such column: v.word_cuont', names)).toContain('Did you mean word_count?');
  expect(explainSqlError('no such table: versions', names)).toContain('Did you mean v_versions?');
  expect(explainSqlError('no such column: zzzzzz', names)).toBe('no such column: zzzzzz.');
  expect(explainSqlError('near "form": syntax error', names)).toBe('near "form": syntax error.');
});

test('names and values of a file are text, whatever they hold', () => {
  const table = { columns: ['<b>', 'n'], rows: [['<img src=x>', null]], isCut: false };
  expect(renderSqlTable(table)).toBe(
    '<table><thead><tr><th scope="col" class="mono">&lt;b&gt;</th><th scope="col" class="mono">n</th></tr></thead>' +
      '<tbody><tr><td>&lt;img src=x&gt;</td><td class="aside">null</td></tr></tbody></table>',
  );
});

test('rows are counted, and what was cut off is told', () => {
  const rows = [[1], [2]];
  expect(countSqlRows({ columns: ['n'], rows, isCut: false }, 3.2)).toBe('2 rows in 3 ms.');
  expect(countSqlRows({ columns: ['n'], rows, isCut: true }, 0)).toBe(
    'The first 2 rows in 1 ms; there are more.',
  );
});
