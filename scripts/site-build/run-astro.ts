import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../crawler/errors.ts';

/** Variables a test runner sets for its own pages; Vite would take them for ours. */
const FOREIGN_VARIABLES = ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'NODE_ENV', 'VITEST'];

function buildEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN_VARIABLES.includes(name));
  return { ...Object.fromEntries(inherited), ...own, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
}

/** Room for what a page leaves behind: collected in larger portions, it costs a sixth of the time less. */
const MEMORY = ['--max-semi-space-size=64'];

/** Runs Astro's build in the checkout `root`, its log going to a file. Throws UserError where it fails. */
export async function runAstro(
  root: string,
  environment: NodeJS.ProcessEnv,
  logFile: string,
  onFiles: (done: number) => void,
): Promise<void> {
  const log = createWriteStream(logFile);
  const child = spawn(process.execPath, [...MEMORY, join(root, 'scripts/site-build/astro-build.ts')], {
    cwd: root,
    env: buildEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout!.pipe(log, { end: false });
  child.stderr!.pipe(log, { end: false });
  child.on('message', (done) => onFiles(Number(done)));
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
