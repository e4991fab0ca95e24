import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../errors.ts';
import { recordOutput } from '../test/in-process.ts';
import { createProgram, main } from './program.ts';

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');

describe('the README, the help and the program say the same', () => {
  const program = createProgram({ output: recordOutput().output, end: () => {} });
  const table = readme.slice(readme.indexOf('<!-- commands -->'), readme.indexOf('<!-- /commands -->'));

  it('on commands', () => {
    const documented = [...table.matchAll(/^\| `([a-z]+)/gm)].map((found) => found[1]);
    expect(documented.sort()).toEqual(program.commands.map((command) => command.name()).sort());
  });

  it('on exit codes', async () => {
    const documented = [...readme.matchAll(/^\| (\d+) \|/gm)].map((found) => Number(found[1]));
    expect(documented).toEqual(Object.values(exitCodes));
    const { output, lines } = recordOutput();
    await main(['--help'], output);
    for (const code of documented) expect(lines.join('\n')).toMatch(new RegExp(`^ {2}${code} `, 'm'));
  });

  it('every command explains itself with an example of its own', async () => {
    for (const command of program.commands) {
      const { output, lines } = recordOutput();
      expect(await main([command.name(), '--help'], output)).toBe(0);
      const help = lines.join('\n');
      expect(help).toContain(`palimpsest ${command.name()}`);
      if (!['demo', 'completion', 'queue'].includes(command.name())) expect(help).toContain('--store');
    }
  });
});

it('prints the version of package.json', async () => {
  const { output, lines } = recordOutput();
  expect(await main(['--version'], output)).toBe(0);
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'));
  expect(lines).toEqual([manifest.version]);
});

it('stands beside the programs of the packages, where npx finds it without installing the checkout anywhere', () => {
  const root = join(import.meta.dirname, '..', '..');
  const program = realpathSync(join(root, 'node_modules', '.bin', 'palimpsest'));
  expect(program).toBe(realpathSync(join(root, 'crawler', 'bin', 'palimpsest.mjs')));
  expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).not.toHaveProperty('bin');
});

describe('a folder of one’s own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-own-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const runIn = async (args: string[], environment = {}) => {
    const { output, lines, notes } = recordOutput();
    const exitCode = await main(args, { ...output, folder, environment });
    return { exitCode, said: lines.join('\n'), notes: notes.join('\n') };
  };

  it('is begun once, and gives defaults that the environment and flags win over', async () => {
    expect((await runIn(['init', folder])).exitCode).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['.gitignore', 'domains.txt', 'palimpsest.config.json']);
    const again = await runIn(['init', folder]);
    expect([again.exitCode, again.notes]).toEqual([exitCodes.usage, expect.stringContaining('domains.txt')]);

    writeFileSync(
      join(folder, 'palimpsest.config.json'),
      JSON.stringify({ store: join(folder, 'own.sqlite') }),
    );
    expect((await runIn(['stats'])).notes).toContain('own.sqlite does not exist');
    const store = join(folder, 'other.sqlite');
    expect((await runIn(['stats'], { PALIMPSEST_STORE: store })).notes).toContain(
      'other.sqlite does not exist',
    );
    expect((await runIn(['stats', '--store', store])).notes).toContain('other.sqlite does not exist');
  });

  it.each([
    ['{', /is no JSON/],
    ['[]', /holds no object/],
    ['{"shop": "x"}', /says “shop”, which means nothing/],
    ['{"store": ["x"]}', /says \["x"\] for “store”/],
  ])('whose file says %s is told', async (text, words) => {
    writeFileSync(join(folder, 'palimpsest.config.json'), text);
    const { exitCode, notes } = await runIn(['stats']);
    expect([exitCode, notes]).toEqual([exitCodes.usage, expect.stringMatching(words)]);
  });
});

it.each(['bash', 'zsh', 'fish'])('completion for %s knows every command and its options', async (shell) => {
  const { output, lines } = recordOutput();
  expect(await main(['completion', shell], output)).toBe(0);
  for (const word of ['crawl', 'completion', 'refresh-after']) expect(lines.join('\n')).toContain(word);
});

it('the site is built by the checkout’s own program, in the user’s folder', async () => {
  const { output, notes } = recordOutput();
  expect(await main(['site', 'build', '--ful'], output)).toBe(exitCodes.usage);
  expect(await main(['site', 'bild'], output)).toBe(exitCodes.usage);
  expect(notes.join('\n')).toContain('bild');
});
