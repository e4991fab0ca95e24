import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkFolder, moveBeside, recoverFolder, replaceFolder, shareFiles } from './replace-folder.ts';

let parent: string;
let site: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'palimpsest-replace-'));
  site = join(parent, 'dist');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function fill(folder: string, text: string): void {
  mkdirSync(join(folder, 'a'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), text);
  writeFileSync(join(folder, 'manifest.json'), '{}');
  writeFileSync(join(folder, 'a', 'index.html'), `${text}, a`);
}

const read = (path: string) => readFileSync(join(site, path), 'utf8');

/** The id of a process that has just ended: what a killed build leaves carries such a one. */
const endedProcess = () => spawnSync(process.execPath, ['--version']).pid;

test('a new site takes the place of the old one, and shares the files that stay with it', () => {
  fill(site, 'old');
  const made = join(parent, 'made');
  mkdirSync(made);
  writeFileSync(join(made, 'index.html'), 'new');
  const next = moveBeside(made, site);
  shareFiles(['a/index.html'], site, next);
  expect(read('index.html'), 'the old one stands until the new one is whole').toBe('old');
  replaceFolder(next, site);
  expect([read('index.html'), read('a/index.html')]).toEqual(['new', 'old, a']);
  expect(existsSync(join(site, 'manifest.json'))).toBe(false);
  expect(readdirSync(parent), 'nothing is left beside it').toEqual(['dist']);
});

describe('after a build was killed', () => {
  test('the old site is put back where it had just been moved aside', () => {
    fill(join(parent, `.dist-before-${endedProcess()}`), 'old');
    fill(join(parent, `.dist-next-${endedProcess()}`), 'half');
    recoverFolder(site);
    expect(read('index.html')).toBe('old');
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('what it left beside the new site goes', () => {
    fill(site, 'new');
    fill(join(parent, `.dist-before-${endedProcess()}`), 'old');
    recoverFolder(site);
    expect(read('index.html')).toBe('new');
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('what a running build works on stays', () => {
    fill(join(parent, `.dist-next-${process.pid}`), 'half');
    recoverFolder(site);
    expect(readdirSync(parent)).toEqual([`.dist-next-${process.pid}`]);
  });
});

test('a folder that holds something else is not built into', () => {
  mkdirSync(site);
  checkFolder(site, join(parent, 'own'));
  writeFileSync(join(site, 'thesis.txt'), 'mine');
  expect(() => checkFolder(site, join(parent, 'own'))).toThrow('is no built site');
  expect(() => checkFolder(site, site)).not.toThrow();
});
