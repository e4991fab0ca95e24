/**
 * What is published to npm: JavaScript and declarations of the crawler, and the files it reads, in `crawler/lib`. Run by
 * `npm pack` and `npm publish` in `crawler`; `--clean` takes it away again, since a checkout runs its sources as they are.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UserError } from '../crawler/errors.ts';
import { readFlags, runMain } from '../crawler/run-main.ts';

const CRAWLER = join(import.meta.dirname, '..', 'crawler');
const LIB = join(CRAWLER, 'lib');

/** What the program reads beside its own code. */
const READ = ['store/schema.sql', 'store/migrations/*.sql', 'derive/rules.lock.json', 'core/package.json'];

function compile(lib: string): void {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const args = [tsc, '-p', join(CRAWLER, 'tsconfig.lib.json'), '--outDir', lib];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0)
    throw new UserError(`the package does not compile:\n${stdout}`, 'Mend it, then pack again.');
}

/** The name and version that the program gives itself, and that its files are modules. */
function writeManifest(lib: string): void {
  const { name, version, type } = JSON.parse(readFileSync(join(CRAWLER, 'package.json'), 'utf8'));
  writeFileSync(join(lib, 'package.json'), `${JSON.stringify({ name, version, type })}\n`);
}

/** Makes all that `files` of the package's package.json names beside `bin`, in the folder `lib`. */
export function buildPackage(lib: string = LIB): void {
  rmSync(lib, { recursive: true, force: true });
  compile(lib);
  for (const file of globSync(READ, { cwd: CRAWLER })) cpSync(join(CRAWLER, file), join(lib, file));
  writeManifest(lib);
}

if (import.meta.main) {
  await runMain(() => {
    const { values } = readFlags(
      { options: { clean: { type: 'boolean', default: false } } },
      'node scripts/build-package.ts [--clean]',
    );
    if (values.clean) rmSync(LIB, { recursive: true, force: true });
    else buildPackage();
  });
}
