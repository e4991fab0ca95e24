import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { recordOutput, runHere } from '../test/in-process.ts';
import { createProgressLine } from './progress.ts';

/** What is drawn on a terminal of so many columns, without our own "go back and clear". */
function drawOn(
  columns: number,
  isQuiet = false,
): { drawn: string[]; line: ReturnType<typeof createProgressLine> } {
  const drawn: string[] = [];
  const draw = (text: string) => drawn.push(text.replaceAll('\r\u001b[K', ''));
  const output = { ...recordOutput().output, isTerminal: true, columns: () => columns, draw };
  let nowMs = 0;
  return { drawn, line: createProgressLine(output, isQuiet, () => (nowMs += 1000)) };
}

const progress = (item: string) =>
  ({ domain: 'a-long-name-for-a-company.example', phase: 'fetch', done: 18, total: 40, item }) as const;

/** East Asian characters take two columns. */
const widthOf = (text: string) => [...text].reduce((sum, c) => sum + (c >= '\u3000' ? 2 : 1), 0);

it.each([20, 40, 60, 80])('stays on one line of a terminal with %i columns', (columns) => {
  const { drawn, line } = drawOn(columns);
  line.startList(5_000);
  line.show(progress('http://a-long-name-for-a-company.example/legal/privacy-policy.html'));
  line.show({
    ...progress('http://個人情報保護方針.example/個人情報保護方針/個人情報保護方針'),
    domain: '個人情報保護方針.example',
  });
  line.wait('429 from the archive', 60_000);
  expect(drawn).toHaveLength(3);
  for (const text of drawn) expect(widthOf(text)).toBeLessThan(columns);
});

it('shows an address or an answer that would move the cursor as what it is', () => {
  const { drawn, line } = drawOn(200);
  line.show(progress('http://a.example/\u001b[2J\u001b]0;mine\u0007\r\n\u202e'));
  line.wait('the index answered "\u001b[31mteapot\u001b[2J"', 60_000);
  expect(drawn.join('')).toContain('teapot');
  expect(drawn.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
});

it('draws nothing when quiet', () => {
  const { drawn, line } = drawOn(80, true);
  line.show(progress('http://a.example/'));
  line.wait('429 from the archive', 60_000);
  line.end();
  expect(drawn).toEqual([]);
});

it('is quiet also where a library would warn of a damaged PDF', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'palimpsest-quiet-')), 'damaged.pdf');
  const objects = '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n';
  writeFileSync(file, `%PDF-1.4\n${objects}trailer<</Root 1 0 R>>\nstartxref\n99999\n%%EOF`);
  const told = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn')];
  await runHere(['normalize', file, '--quiet', '--json']);
  expect(told.flatMap((spy) => spy.mock.calls)).toEqual([]);
  for (const spy of told) spy.mockRestore();
});
