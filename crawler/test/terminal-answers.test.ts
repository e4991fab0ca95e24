/** What the commands that ask a store or a file answer, beyond what the README shows. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { formatProvenanceHeader } from '../core/index.ts';
import { makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { runCli } from './run-cli.ts';

const folder = makeFolder();
const store = join(folder, 'store.sqlite');
const kept = Array.from(
  { length: 8 },
  (_, k) => `We keep personal information number ${k} in a drawer, and show it to nobody.`,
);
const PARTNERS = 'Our partners set cookies when you read our pages, and we tell you which of them do.';
const CHILDREN = 'Children under thirteen may not open an account without the consent of a parent.';
const text = (clauses: readonly string[]) => `# Privacy Policy\n\n${clauses.join('\n\n')}\n`;

function layVersion(domain: string, policy: string, timestamp: string, clauses: readonly string[]): string {
  const file = join(folder, `${domain}-${policy}-${timestamp}.md`);
  const rawUrl = `https://web.archive.org/web/${timestamp}id_/http://${domain}/${policy}`;
  writeFileSync(file, `${formatProvenanceHeader({ domain, policy, timestamp, rawUrl })}\n\n${text(clauses)}`);
  return file;
}

const files = [
  layVersion('lantern.example', 'privacy', '20010501120000', [...kept, CHILDREN, PARTNERS]),
  layVersion('lantern.example', 'privacy', '20020501120000', [...kept, CHILDREN]),
  layVersion('lantern.example', 'privacy', '20030501120000', [...kept, CHILDREN, PARTNERS]),
  layVersion('lantern.example', 'children', '20040501120000', kept.slice(0, 6)),
  layVersion('harbour.example', 'privacy', '20050501120000', [
    'We sell your postal address to whoever pays for it, unless you write to us.',
    ...kept.slice(0, 5),
  ]),
];

async function ask(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runHere(args);
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

beforeAll(async () => {
  await ask('import', ...files, '--store', store, '--quiet');
});

it('history tells of each step what it came to, and of the policy that is named', async () => {
  const rows = (await ask('history', 'lantern.example', '--store', store)).split('\n');
  expect(rows[1]).not.toMatch(/\+\d/);
  expect(rows[2]).toMatch(/[a-z] +\+0 -\d+$/);
  expect(rows[3]).toMatch(/[a-z] +\+\d+ -0$/);
  const children = await ask('history', 'lantern.example', '--policy', 'children', '--store', store);
  expect(children.split('\n')).toEqual([
    expect.stringContaining('version'),
    expect.stringContaining('2004-05-01'),
  ]);
});

it('history --clause tells of a clause that returned, and whose it is', async () => {
  const args = ['history', 'lantern.example', '--clause', 'partners cookies', '--json', '--store', store];
  const life = JSON.parse(await ask(...args));
  expect(life).toMatchObject({ domain: 'lantern.example', policy: 'privacy' });
  expect(life.states.map(({ event }: { event: string }) => event)).toEqual([
    'first seen',
    'not present',
    'returned',
  ]);
});

it('compare lays two companies beside each other, topic by topic, and says what only one has', async () => {
  const args = ['compare', 'lantern.example@2002-05-01', 'harbour.example@first', '--store', store];
  const shown = await ask(...args);
  expect(shown).toMatch(
    /^lantern\.example\/privacy@2002-05-01 beside harbour\.example\/privacy@2005-05-01\n/,
  );
  expect(shown).toMatch(/^ {2}only in lantern\.example\/privacy@2002-05-01, \d+ clauses?: /m);
  expect(shown).toMatch(/^ {2}only in harbour\.example\/privacy@2005-05-01, \d+ clauses?: /m);
  expect(shown).not.toContain('in two languages');
  const pair = JSON.parse(await ask(...args, '--json'));
  expect(pair.isAcross).toBe(true);
  expect(pair.left.topics.flat().length).toBeGreaterThan(0);
});

it('compare marks words with signs and says what moved', async () => {
  const [left, right] = ['left.md', 'right.md'].map((name) => join(folder, name)) as [string, string];
  const [first, ...others] = kept;
  writeFileSync(left, text(kept));
  writeFileSync(right, text([...others.with(3, others[3]!.replace('nobody', 'our lawyers')), first!]));
  const shown = await ask('compare', left, right);
  expect(shown).toContain('[-nobody-]{+our lawyers+}');
  expect(shown).toMatch(/^. \w+, moved/m);
});

it('compare refuses a file that holds no policy', async () => {
  const [good, bad] = [join(folder, 'left.md'), join(folder, 'login.html')];
  writeFileSync(bad, '<html><body><form>Password <input type="password"></form></body></html>');
  const { exitCode, stderr } = await runHere(['compare', good, bad]);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('login.html holds no policy text')]);
});

it('compare names the versions next to a day without one', async () => {
  const args = ['compare', 'lantern.example@2002-11-11', 'lantern.example@first', '--store', store];
  expect((await runHere(args)).stderr).toContain('Nearest: 2002-05-01, 2003-05-01.');
});

it('normalize reads Markdown as it is, without the header that says whose it is', async () => {
  expect(await ask('normalize', files[1]!)).toBe(text([...kept, CHILDREN]).trimEnd());
  const plain = join(folder, 'plain.md');
  const marked = text([...kept, 'See [our rules](http://lantern.example/rules).']);
  writeFileSync(plain, marked);
  expect(await ask('normalize', plain)).toBe(marked.trimEnd());
});

it('normalize says nothing of any file where one is missing', async () => {
  const { exitCode, stdout } = await runHere(['normalize', files[0]!, join(folder, 'none.md')]);
  expect([exitCode, stdout]).toEqual([2, '']);
});

it('align passes over blank lines, and refuses a clause of a kind that is none', async () => {
  const words = JSON.stringify({ left: 'one', right: 'two' });
  const spoken = await runCli(['align'], `${words}\n\n${words}\n`);
  expect(spoken.stdout.trim().split('\n')).toHaveLength(2);
  for (const clause of [
    { kind: 'verse', level: 0, text: 'one' },
    { kind: 'item', text: 'one' },
  ]) {
    const refused = await runCli(['align'], `${JSON.stringify({ left: [clause], right: [] })}\n`);
    expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining('line 1')]);
  }
});
