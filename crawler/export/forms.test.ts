/** Smaller forms of an export, what can be asked of all, and what lies beside the files. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addVersion } from '../test/add-version.ts';
import { runHere } from '../test/in-process.ts';
import { exported, file, place, query, text, useSmallHistory } from '../test/small-history.ts';

useSmallHistory();

test('--redact masks contact data in all texts, counts it and says so; places stay', async () => {
  const target = await exported('csv', '--redact');
  const all = readdirSync(target)
    .map((name) => readFileSync(join(target, name), 'utf8'))
    .join('\n');
  expect(all).not.toContain('desk@ash');
  expect(all).not.toContain('010-9999');
  expect(all).toContain('mailto:xxxx@xxx.xxxxxxx');
  expect(all).toContain('+x (xxx) xxx-xxxx');
  expect(readFileSync(join(target, 'README.md'), 'utf8')).toMatch(/Redacted: [1-9]\d* mail addresses/);
  expect(JSON.parse(readFileSync(join(target, 'datapackage.json'), 'utf8')).description).toContain(
    'Redacted',
  );
  const { exitCode, stderr } = await runHere(['export', 'warc', place('no'), '--store', file, '--redact']);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--redact is not for the form warc')]);
});

test('a sample is whole policies in at most 5 MB, and comes back in', async () => {
  const target = await exported('sample');
  const bytes = readdirSync(target).reduce((sum, name) => sum + statSync(join(target, name)).size, 0);
  expect(bytes).toBeLessThanOrEqual(5_000_000);
  const back = place('sampled.sqlite');
  expect((await runHere(['import', target, '--store', back])).exitCode).toBe(0);
  expect(query(back, 'select domain, version, text_hash from v_versions order by 1, 2')).toEqual(
    query(file, 'select domain, version, text_hash from v_versions order by 1, 2'),
  );
});

test('pairs are the edited clauses, before and after', async () => {
  const lines = readFileSync(join(await exported('pairs'), 'pairs.jsonl'), 'utf8')
    .trim()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line).left_text)).toEqual(
    (
      query(
        file,
        "select left_text from v_changes where kind = 'edited' order by domain, policy, right_version, position",
      ) as { left_text: string }[]
    ).map((row) => row.left_text),
  );
});

test('text is what a reader sees', async () => {
  const words = readFileSync(join(await exported('text'), 'ash.example/privacy/2004-09-01.txt'), 'utf8');
  expect(words).toMatch(/^Privacy policy\n\nWe keep record number 0/);
  expect(words).toContain('Write to us or call');
});

test('--since lists what is another since an earlier release, whose name stays', async () => {
  const earlier = await exported('sqlite');
  const before = JSON.parse(readFileSync(join(earlier, 'datapackage.json'), 'utf8')).version;
  const later = place('later.sqlite');
  expect((await runHere(['import', earlier, '--store', later])).exitCode).toBe(0);
  await addVersion(later, {
    domain: 'birch.example',
    timestamp: '20050101000000',
    markdown: text('No cookies.'),
  });
  mkdirSync(place('since'));
  const target = join(place('since'), 'out');
  const { exitCode, stderr } = await runHere(['export', 'csv', target, '--store', later, '--since', earlier]);
  expect(exitCode, stderr).toBe(0);
  const changes = readFileSync(join(target, 'CHANGES.md'), 'utf8');
  expect(changes).toContain(before);
  expect(changes).toContain('| [versions](changes/versions.jsonl) | 1 | 0 | 0 |');
  expect(changes).toContain('| [policies](changes/policies.jsonl) | 0 | 0 | 1 |');
  const [version] = readFileSync(join(target, 'changes/versions.jsonl'), 'utf8').trim().split('\n');
  expect(JSON.parse(version!)).toMatchObject({ change: 'added', domain: 'birch.example', version: 2 });
  const missing = await runHere(['export', 'csv', target, '--store', later, '--since', place('nowhere')]);
  expect(missing.exitCode).toBe(2);
});

test('what repositories ask is beside the files, and says the same', async () => {
  const target = await exported('parquet');
  const read = (name: string) => readFileSync(join(target, name), 'utf8');
  const { version, id } = JSON.parse(read('datapackage.json'));
  for (const name of [
    'CITATION.cff',
    '.zenodo.json',
    'croissant.json',
    'dataset-metadata.json',
    'DATASHEET.md',
  ]) {
    expect(read(name), name).toContain(version);
  }
  const croissant = JSON.parse(read('croissant.json'));
  expect(croissant).toMatchObject({
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    identifier: id,
  });
  const ids = new Set<string>();
  const refer: string[] = [];
  JSON.stringify(croissant, (key, value) => {
    if (value && typeof value === 'object' && '@id' in value) {
      if ('@type' in value) {
        expect(ids.has(value['@id']), value['@id']).toBe(false);
        ids.add(value['@id']);
      } else if (key !== 'data' && key !== 'dataType') refer.push(value['@id']);
    }
    return value;
  });
  for (const one of refer) expect(ids, one).toContain(one);
  for (const one of croissant.distribution) {
    if (one['@type'] !== 'cr:FileObject') continue;
    expect(one.sha256).toBe(
      createHash('sha256')
        .update(readFileSync(join(target, one.contentUrl)))
        .digest('hex'),
    );
  }
  const [head] = read('README.md').split('\n---\n');
  expect(head).toContain('license: cc-by-4.0');
  expect(head).toContain('data_files: "versions/*/*.parquet"');
});
