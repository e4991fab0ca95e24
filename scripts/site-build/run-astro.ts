import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { UserError } from '../../crawler/errors.ts';

/** Variables a test runner sets for its own pages; Vite would take them for ours. */
const FOREIGN_VARIABLES = ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'NODE_ENV', 'VITEST'];

function buildEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN_VARIABLES.includes(name));
  return { ...Object.fromEntries(inherited), ...own, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
}

/**
 * Runs `astro build` in the checkout `root`, its many lines going to a file; counts the files it reports. Throws UserError
 * where it fails.
 */
export async function runAstro(
  root: string,
  environment: NodeJS.ProcessEnv,
  logFile: string,
  onFile: (done: number) => void,
): Promise<void> {
  const log = createWriteStream(logFile);
  const child = spawn(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: root,
    env: buildEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let done = 0;
  child.stderr.pipe(log, { end: false });
  createInterface({ input: child.stdout }).on('line', (line) => {
    log.write(`${line}\n`);
    if (/[├└]─ \//.test(line)) onFile(++done);
  });
  const code = await new Promise<number | null>((ended, failed) => {
    child.once('error', failed);
    child.once('close', ended);
  });
  await new Promise<void>((ended) => log.end(ended));
  if (code !== 0) {
    throw new UserError(
      `the site could not be built: astro build ended with ${code === null ? 'a signal' : `exit code ${code}`}`,
      'See .astro/build.log for what it said.',
    );
  }
}
