import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../crawler/errors.ts';

/** Variables a test runner sets for its own pages; Vite would take them for ours. */
const FOREIGN_VARIABLES = ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'NODE_ENV', 'VITEST'];

function buildEnvironment(root: string, own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN_VARIABLES.includes(name));
  return {
    ...Object.fromEntries(inherited),
    ...own,
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
    // Astro and Vite are a thousand modules: compiled once, they start in two thirds of the time.
    NODE_COMPILE_CACHE: join(root, '.astro', 'compiled'),
  };
}

/** Room for what a page leaves behind: collected in larger portions, it costs a sixth of the time less. */
const MEMORY = ['--max-semi-space-size=64'];

/** What pages read from besides the program, as the variables that name it. */
interface Prepared {
  readonly variables: NodeJS.ProcessEnv;
}

/**
 * Runs Astro's build in the checkout `root`, its log going to a file. Meanwhile `prepare` makes what pages read from: Astro
 * bundles the program for seconds before it makes a page. Returns what was prepared. Throws UserError where the build
 * fails, and whatever `prepare` throws.
 */
export async function runAstro<P extends Prepared>(
  root: string,
  environment: NodeJS.ProcessEnv,
  logFile: string,
  onFiles: (done: number) => void,
  prepare: () => P,
): Promise<P> {
  const log = createWriteStream(logFile);
  const child = spawn(process.execPath, [...MEMORY, join(root, 'scripts/site-build/astro-build.ts')], {
    cwd: root,
    env: buildEnvironment(root, environment),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout!.pipe(log, { end: false });
  child.stderr!.pipe(log, { end: false });
  child.on('message', (done) => onFiles(Number(done)));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  let prepared: P;
  let code: number | null;
  try {
    prepared = prepare();
    // A child that is gone cannot be told; its exit code says the rest.
    child.send(prepared.variables, () => {});
  } catch (error) {
    child.kill();
    throw error;
  } finally {
    code = await ended;
    await new Promise<void>((flushed) => log.end(flushed));
  }
  if (code !== 0) {
    throw new UserError(
      `the site could not be built: astro build ended with ${code === null ? 'a signal' : `exit code ${code}`}`,
      'See .astro/build.log for what it said.',
    );
  }
  return prepared;
}
