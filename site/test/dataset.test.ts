import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../crawler/hash.ts';
import { type BuiltSite, fixtureSiteBelowBase } from './support/built-site.ts';

/** The file that is offered for download, and its description. */

let site: BuiltSite;
beforeAll(async () => {
  site = await fixtureSiteBelowBase();
});

test('serves the store the pages were made from, and lists every file with its hash', () => {
  const { file } = JSON.parse(site.read('data/index.json'));
  const path = join(site.folder, 'data', file.name);
  expect(statSync(path).size).toBe(file.size_bytes);
  const store = new Database(path, { readonly: true });
  expect(store.prepare('select count(*) from v_versions').pluck().get()).toBe(9);
  store.close();
  const manifest = JSON.parse(site.read('manifest.json')) as { files: { path: string; sha256: string }[] };
  const listed = new Map(manifest.files.map((one) => [one.path, one.sha256]));
  expect([...listed.keys(), 'manifest.json'].sort()).toEqual([...site.files].sort());
  expect(listed.get('index.html')).toBe(sha256(site.read('index.html')));
  expect(listed.get(`data/${file.name}`)).toBe(file.sha256);
});

test('describes every column of every view', () => {
  const { views } = JSON.parse(site.read('data/index.json')) as {
    views: { name: string; one_row_per?: string; columns: { name: string; meaning?: string }[] }[];
  };
  expect(views.map((view) => view.name)).toContain('v_versions');
  for (const view of views) {
    expect(view.one_row_per, view.name).toBeTruthy();
    for (const column of view.columns) expect(column.meaning, `${view.name}.${column.name}`).toBeTruthy();
  }
});

test('offers the other forms packed, as the manifest has them, and describes all for search engines', async () => {
  const { forms } = JSON.parse(site.read('data/index.json')) as {
    forms: { name: string; sha256: string; size_bytes: number }[];
  };
  expect(forms.map(({ name }) => name.replace(/^palimpsest-.*-(\w+)\.tar\.gz$/, '$1'))).toEqual([
    'parquet',
    'csv',
    'sample',
  ]);
  const page = site.read('data/index.html');
  for (const { name, sha256: hash, size_bytes: size } of forms) {
    const path = join(site.folder, 'data', name);
    expect([statSync(path).size, sha256(readFileSync(path))]).toEqual([size, hash]);
    const listed = spawnSync('tar', ['-tzf', path], { encoding: 'utf8' });
    expect(listed.status, listed.stderr).toBe(0);
    expect(listed.stdout).toContain('/SHA256SUMS\n');
    expect(page).toContain(hash);
  }
  const [, text = ''] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(page) ?? [];
  const described = JSON.parse(text);
  expect(described).toMatchObject({
    '@type': 'sc:Dataset',
    license: expect.stringContaining('creativecommons'),
  });
  const files = described.distribution as { contentUrl: string; sha256: string }[];
  expect(files.map((file) => file.sha256)).toEqual([
    JSON.parse(site.read('data/index.json')).file.sha256,
    ...forms.map((form) => form.sha256),
  ]);
});
