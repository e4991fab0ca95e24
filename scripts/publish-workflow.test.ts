import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The ready workflow can only be run at its host; what it leans on can be held to here. */

const root = join(import.meta.dirname, '..');
const workflow = readFileSync(join(root, '.github/workflows/publish.yml'), 'utf8');

test('every action is pinned to a major version of the host’s own', () => {
  const used = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
  expect(used.length).toBeGreaterThan(4);
  for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@v\d+$/);
});

test('every script it runs exists, and it reads variables that the build knows', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  for (const [, name] of workflow.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty([name!]);
  const settings = readFileSync(join(root, 'site/build/site-options.ts'), 'utf8');
  for (const [, name] of workflow.matchAll(/^\s+(PALIMPSEST_\w+):/gm)) expect(settings).toContain(name);
  expect(existsSync(join(root, 'package-lock.json'))).toBe(true);
});

test('it needs no secret, and only the job that publishes may', () => {
  expect(workflow).not.toContain('secrets.');
  expect(workflow.match(/pages: write/g)).toHaveLength(1);
  expect(workflow.indexOf('pages: write')).toBeGreaterThan(workflow.indexOf('  deploy:'));
});
