import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { checkImports } from './check-imports.ts';

it('finds nothing in this tree', () => {
  expect(checkImports(join(import.meta.dirname, '..'))).toEqual([]);
});

it.each([
  ['crawler/core/a.ts', "import { x } from '../errors.ts';", /core may not import errors/],
  ['crawler/core/a.ts', "import fs from 'node:fs';", /core is pure/],
  ['crawler/core/a.ts', 'const t = Date.now();', /core names Date\.now/],
  ['crawler/archive/a.ts', "import { x } from '../store/open.ts';", /archive may not import store/],
  ['crawler/run/a.ts', "import { x } from '../core/model.ts';", /import from crawler\/core\/index\.ts/],
  ['crawler/run/a.ts', "import Database from 'better-sqlite3';", /imported in crawler\/store alone/],
  ['site/view/a.ts', 'const name = process.env.PALIMPSEST_NAME;', /through site\/build\/plan\.ts/],
  ['site/browser/a.ts', "import { x } from '../store.ts';", /browser may not import site-store/],
  [
    'site/pages/a.astro',
    "---\nimport { x } from '../../crawler/run/crawl.ts';\n---",
    /pages may not import run/,
  ],
])('sees a breach in %s', (path, source, expected) => {
  const root = mkdtempSync(join(tmpdir(), 'imports-'));
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), source);
  expect(checkImports(root).join('\n')).toMatch(expected);
});

it('leaves comments and tests alone', () => {
  const root = mkdtempSync(join(tmpdir(), 'imports-'));
  mkdirSync(join(root, 'crawler/core'), { recursive: true });
  writeFileSync(join(root, 'crawler/core/a.ts'), "// import x from 'node:fs'\n/* Date.now */\n");
  writeFileSync(join(root, 'crawler/core/a.test.ts'), "import fs from 'node:fs';");
  expect(checkImports(root)).toEqual([]);
});
