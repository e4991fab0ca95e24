import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashRuleSources, listRuleSources } from './rule-sources.ts';
import { readRulesLock } from './rules.ts';
import { STAGES } from './stages.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test.each(STAGES)('the rules of the stage %s are those of the lock', (stage) => {
  expect(
    hashRuleSources(ROOT, stage),
    `the rules of the stage “${stage}” changed and crawler/derive/rules.lock.json did not: run \`npm run rules:lock\` and commit it`,
  ).toBe(readRulesLock()[stage].sources);
});

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'palimpsest-sources-'));
  write('package.json', '{ "dependencies": { "reader": "1.0.0" } }');
  write(
    'crawler/derive/text-stage.ts',
    `import { cut } from '../core/index.ts';
import type { Store } from '../core/model.ts';
import { readRow } from '../store/index.ts';
import read from 'reader';
import { join } from 'node:path';`,
  );
  write(
    'crawler/core/index.ts',
    `export { cut as cut, type Cut } from './cut.ts';
export { draw } from './draw.ts';`,
  );
  write(
    'crawler/core/cut.ts',
    "import { word } from './word.ts'; // import './draw.ts'\nconst table = new URL('./words.json', import.meta.url);",
  );
  for (const name of ['word.ts', 'draw.ts', 'model.ts', 'words.json']) write(`crawler/core/${name}`, '{}');
  write('crawler/store/index.ts', 'export const readRow = 1;');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('a stage is made of what its entry imports, through doors only what is behind the names asked for', () => {
  expect(listRuleSources(root, 'text')).toEqual([
    'crawler/core/cut.ts',
    'crawler/core/word.ts',
    'crawler/core/words.json',
    'crawler/derive/text-stage.ts',
    'reader@1.0.0',
  ]);
});

test('the hash is another after an edit of any of its files or of a package, and of nothing else', () => {
  const before = hashRuleSources(root, 'text');
  for (const path of ['draw.ts', 'model.ts']) write(`crawler/core/${path}`, 'export const other = 1;');
  write('crawler/store/index.ts', 'export const readRow = 2;');
  write('crawler/core/word.ts', '{}\r\n');
  write('crawler/core/word.ts', '{}');
  expect(hashRuleSources(root, 'text')).toBe(before);
  for (const [path, text] of [
    ['crawler/core/word.ts', '{} '],
    ['crawler/core/words.json', '[]'],
    ['package.json', '{ "dependencies": { "reader": "1.0.1" } }'],
  ] as const) {
    const last = hashRuleSources(root, 'text');
    write(path, text);
    expect(hashRuleSources(root, 'text'), path).not.toBe(last);
  }
});
