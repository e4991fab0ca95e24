import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLastBuild, writeLastBuild } from './last-build.ts';
import { describeFiles } from './manifest.ts';

let root: string;
let memories: string;
let site: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'palimpsest-last-'));
  [memories, site] = [join(root, 'memories'), join(root, 'dist')];
  mkdirSync(join(site, 'a'), { recursive: true });
  for (const path of ['index.html', 'a/index.html', 'a/index.json']) writeFileSync(join(site, path), path);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A record as Astro's process leaves it. */
function makeRecord(): string {
  const file = join(root, 'record.json');
  writeFileSync(file, '{"questions":[],"pages":{}}');
  return file;
}

function rememberSite(program = 'program'): void {
  writeLastBuild(memories, { folder: site, program, files: describeFiles(site) }, makeRecord());
}

const readReusable = (program = 'program') => {
  const last = readLastBuild(memories, site, program);
  return last && [...last.files.keys()];
};

test('pages stand whose files are as the last build left them', () => {
  expect(readReusable()).toBeNull();
  rememberSite();
  expect(readReusable()).toEqual(['a/index.html', 'a/index.json', 'index.html']);
  expect(readFileSync(readLastBuild(memories, site, 'program')!.recordFile, 'utf8')).toContain('questions');
  writeFileSync(join(site, 'a/index.html'), 'A/index.html');
  expect(readReusable(), 'one was written to').toEqual(['a/index.json', 'index.html']);
  rmSync(join(site, 'a/index.json'));
  expect(readReusable(), 'one is gone').toEqual(['index.html']);
});

test('nothing stands after a change of the program, or where the memory cannot be read', () => {
  rememberSite();
  expect(readReusable('another program')).toBeNull();
  const [name] = readdirSync(join(memories, 'builds'));
  writeFileSync(join(memories, 'builds', name!, 'files.json'), '{"folder":');
  expect(readReusable()).toBeNull();
  rememberSite();
  rmSync(join(memories, 'builds', name!, 'record.json'));
  expect(readReusable()).toBeNull();
});

test('sites that are gone are forgotten', () => {
  rememberSite();
  rmSync(site, { recursive: true });
  const other = join(root, 'other');
  mkdirSync(other);
  writeLastBuild(memories, { folder: other, program: 'program', files: [] }, makeRecord());
  expect(readdirSync(join(memories, 'builds'))).toHaveLength(1);
});
