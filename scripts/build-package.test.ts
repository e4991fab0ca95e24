/** The package as a stranger's project has it: compiled, without sources, with types, and its examples do what they say. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, serveDemo } from '../crawler/test/demo-archive.ts';
import { startCli } from '../crawler/test/run-cli.ts';
import type { ArchiveServer } from './archive-server.ts';
import { buildPackage } from './build-package.ts';

const ROOT = join(import.meta.dirname, '..');
const app = makeFolder();
const installed = join(app, 'node_modules', 'palimpsest');
const EXAMPLES = readdirSync(join(ROOT, 'crawler', 'examples'));
const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
  readFileSync(join(ROOT, 'crawler', 'package.json'), 'utf8'),
);
let server: ArchiveServer;

/** Lays what npm would install: the package and, of the packages here, those that it names. */
beforeAll(async () => {
  ({ server } = await serveDemo());
  buildPackage(join(installed, 'lib'));
  for (const part of ['package.json', 'bin']) {
    cpSync(join(ROOT, 'crawler', part), join(installed, part), { recursive: true });
  }
  mkdirSync(join(app, 'node_modules', '@types'), { recursive: true });
  for (const name of Object.keys(dependencies)) {
    mkdirSync(join(app, 'node_modules', name, '..'), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), join(app, 'node_modules', name));
  }
  for (const name of EXAMPLES) cpSync(join(ROOT, 'crawler', 'examples', name), join(app, name));
  writeFileSync(join(app, 'package.json'), '{ "type": "module" }');
});
afterAll(() => server?.close());

const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: app, encoding: 'utf8' });

it('names every package that its code imports, and loads none else', () => {
  const IMPORT = /(?:\bfrom |\bimport\(|^import )'([^'.][^']*)'/gm;
  const files = globSync('lib/**/*.js', { cwd: installed });
  expect(files.length).toBeGreaterThan(300);
  const named = files.flatMap((file) => {
    const source = readFileSync(join(installed, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    return [...source.matchAll(IMPORT)].map(([, name]) => name!);
  });
  const packages = named.filter((name) => !isBuiltin(name));
  const owner = (name: string) =>
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/');
  expect([...new Set(packages.map(owner))].filter((name) => !(name in dependencies)).sort()).toEqual(
    Object.keys(peerDependencies).sort(),
  );
  // Those that few need are looked for only when they are asked for.
  for (const peer of Object.keys(peerDependencies))
    expect(named.filter((name) => name === peer)).toHaveLength(1);
  expect(Object.keys(peerDependenciesMeta)).toEqual(Object.keys(peerDependencies));
});

it('says which packages a queue needs, where nobody installed them', () => {
  const args = [join(installed, 'bin', 'palimpsest.mjs'), 'queue', 'status', '--queue', 'redis://127.0.0.1'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: app, encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, expect.stringContaining('npm install bullmq ioredis')]);
});

it('holds no tests, and no part of a checkout', () => {
  expect(globSync('**/*.{test.*,ts}', { cwd: installed }).filter((file) => !file.endsWith('.d.ts'))).toEqual(
    [],
  );
});

/** Runs beside this process, which serves the archive. */
async function run(program: string, ...args: string[]): Promise<string> {
  const { process: child, result } = startCli(args, {}, program);
  child.stdin!.end();
  const { exitCode, stdout, stderr } = await result;
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

it('crawls and checks without a checkout', async () => {
  const program = join(installed, 'bin', 'palimpsest.mjs');
  const at = ['--store', join(app, 'crawled.sqlite'), '--quiet'];
  const fast = ['--archive', server.origin, '--cdx-rate', '500', '--memento-rate', '500'];
  expect(await run(program, 'crawl', 'parlor.example', '--to', '2002', ...fast, ...at)).toContain('versions');
  expect(await run(program, 'check', ...at)).toMatch(/^nothing wrong/);
});

describe('the library', () => {
  it.each(['nodenext', 'bundler'])('has types for a strict project that resolves by %s', (resolution) => {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const module = resolution === 'bundler' ? 'esnext' : 'nodenext';
    const options = ['--module', module, '--moduleResolution', resolution, '--target', 'es2024'];
    const args = [tsc, '--noEmit', '--strict', '--types', 'node', ...options, ...EXAMPLES];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: app, encoding: 'utf8' });
    expect(status, stdout).toBe(0);
  });

  it('compares two texts', () => {
    expect(node('align.ts').split('\n')[0]).toMatch(/^\d clauses? edited.*words in/);
  });

  it('reads the text of a page', () => {
    const said = node('normalize.ts');
    expect(said).toMatch(/^version {2}2004-05-03/);
    expect(said).toContain('# Privacy policy');
    expect(said).toMatch(/left out .*Shop/s);
  });

  it('crawls with effects of one’s own, and opens what it crawled', async () => {
    const store = join(app, 'own.sqlite');
    const said = await run(join(app, 'crawl.ts'), 'pocketdiary.example', store, server.origin);
    const [, count] = /^pocketdiary\.example: done, (\d+) versions/.exec(said) ?? [];
    expect(Number(count)).toBeGreaterThan(1);
    expect(await run(join(app, 'dataset.ts'), store)).toContain(
      `pocketdiary.example privacy: ${count} versions`,
    );
  });

  it('gives core to browsers, without Node', async () => {
    const { outputFiles, metafile } = await build({
      stdin: { contents: "export { compareClauses } from 'palimpsest/core';", resolveDir: app },
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    expect(Object.keys(metafile.inputs).length).toBeGreaterThan(10);
    expect(outputFiles[0]!.text).not.toMatch(/\bfrom ?["']node:|\brequire\(/);
  });
});
