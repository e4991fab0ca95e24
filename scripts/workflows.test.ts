import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Ready workflows and forms can only be run at their host; what they lean on can be held to here. */

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
const workflows = readdirSync(join(root, '.github/workflows'));

describe.each(workflows)('%s', (name) => {
  const workflow = read(`.github/workflows/${name}`);

  test('every action is pinned to a major version of the host’s own', () => {
    const used = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(1);
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@v\d+$/);
  });

  test('every script and file it names exists', () => {
    for (const [, script] of workflow.matchAll(/npm run ([\w:]+)/g))
      expect(scripts).toHaveProperty([script!]);
    for (const [, file] of workflow.matchAll(/\b((?:scripts|crawler)\/[\w./-]+\.\w+)/g))
      expect(existsSync(join(root, file!)), file).toBe(true);
    expect(existsSync(join(root, 'package-lock.json'))).toBe(true);
  });

  test('it needs no secret, and may do no more than read but where it publishes', () => {
    expect(workflow).not.toContain('secrets.');
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
    const written = [...workflow.matchAll(/^\s+([\w-]+): write$/gm)].map(([, right]) => right);
    const allowed: Record<string, string[]> = {
      'publish.yml': ['pages', 'id-token'],
      'release.yml': ['id-token'],
    };
    expect(written.sort()).toEqual((allowed[name] ?? []).sort());
  });
});

test('publishing reads variables that the build knows, and only its last job may publish', () => {
  const workflow = read('.github/workflows/publish.yml');
  const settings = read('site/build/site-options.ts');
  for (const [, name] of workflow.matchAll(/^\s+(PALIMPSEST_\w+):/gm)) expect(settings).toContain(name);
  expect(workflow.indexOf('pages: write')).toBeGreaterThan(workflow.indexOf('  deploy:'));
});

test.each(['wrong-extraction', 'missed-address', 'false-change'])('the form %s asks for captures', (name) => {
  const form = read(`.github/ISSUE_TEMPLATE/${name}.yml`);
  expect(form).toMatch(/label: Address of .*capture[\s\S]*?required: true/);
  expect(form).toContain('npx palimpsest --version');
});
