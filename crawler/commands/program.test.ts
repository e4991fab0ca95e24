import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
      expect(help).toContain('--store');
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
