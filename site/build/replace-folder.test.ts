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
import { checkFolder, moveBeside, recoverFolder, replaceFolder, updateFolder } from './replace-folder.ts';

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

/** What a build made, moved beside the site. */
function makeNext(files: Readonly<Record<string, string>>): string {
  const made = join(parent, 'made');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(made, path, '..'), { recursive: true });
    writeFileSync(join(made, path), text);
  }
  return moveBeside(made, site);
}

test('a new site takes the place of the old one', () => {
  fill(site, 'old');
  const next = makeNext({ 'index.html': 'new' });
  expect(read('index.html'), 'the old one stands until the new one is whole').toBe('old');
  replaceFolder(next, site);
  expect(read('index.html')).toBe('new');
  expect(existsSync(join(site, 'manifest.json'))).toBe(false);
  expect(readdirSync(parent), 'nothing is left beside it').toEqual(['dist']);
});

test('what is new moves in, what is gone goes, and the rest stays', () => {
  fill(site, 'old');
  updateFolder(makeNext({ 'index.html': 'new', 'b/c/index.html': 'new, c' }), ['a/index.html'], site);
  expect([read('index.html'), read('b/c/index.html'), read('manifest.json')]).toEqual([
    'new',
    'new, c',
    '{}',
  ]);
  expect(readdirSync(site).sort(), 'no empty folder is left').toEqual(['b', 'index.html', 'manifest.json']);
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

  test('the update it had begun is carried out', () => {
    fill(site, 'old');
    const update = join(parent, `.dist-update-${endedProcess()}`);
    mkdirSync(join(update, 'made', 'b'), { recursive: true });
    writeFileSync(join(update, 'made', 'b', 'index.html'), 'new, b');
    writeFileSync(join(update, 'gone.json'), '["a/index.html","never/there.html"]');
    recoverFolder(site);
    expect([read('index.html'), read('b/index.html')]).toEqual(['old', 'new, b']);
    expect(existsSync(join(site, 'a'))).toBe(false);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('an update that was not ready goes', () => {
    fill(site, 'old');
    const update = join(parent, `.dist-update-${endedProcess()}`);
    mkdirSync(update);
    writeFileSync(join(update, 'gone.json'), '["index.html"]');
    recoverFolder(site);
    expect(read('index.html')).toBe('old');
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
