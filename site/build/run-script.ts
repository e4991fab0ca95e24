import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../crawler/errors.ts';

/** Variables a test runner sets for its own pages; Vite would take them for ours. */
const FOREIGN_VARIABLES = ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'NODE_ENV', 'VITEST'];

/** The work that a script was started for: what `runScript` was given. */
export const readWork = <Work>(): Work => JSON.parse(process.argv[2]!) as Work;

function scriptEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN_VARIABLES.includes(name));
  return { ...Object.fromEntries(inherited), ...own, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
}

/** Room for what a page leaves behind: collected in larger portions, it costs a sixth of the time less. */
const MEMORY = ['--max-semi-space-size=64'];

export interface ScriptOptions {
  /** The script's name in this folder. */
  readonly script: string;
  /** What it is told at its start: plain data, read with `readWork`. */
  readonly work: object;
  /** Folder where its modules are kept compiled: they start in two thirds of the time. */
  readonly compiled: string;
  /** What it says is added to this file. */
  readonly log: string;
  /** Told what the script sends: the number of files made so far. */
  readonly onFiles?: (done: number) => void;
}

export interface RunningScript {
  /** Tells the script, by a message, what was not known at its start. */
  readonly tell: (more: object) => void;
  readonly stop: () => void;
  /** Rejects with a UserError where the script fails. */
  readonly ended: Promise<void>;
}

/** Runs a script of the build in a process of its own. */
export function runScript(options: ScriptOptions): RunningScript {
  const { script, work, compiled, onFiles } = options;
  const log = createWriteStream(options.log, { flags: 'a' });
  const file = join(import.meta.dirname, script);
  const child = spawn(process.execPath, [...MEMORY, file, JSON.stringify(work)], {
    cwd: join(import.meta.dirname, '../..'),
    env: scriptEnvironment({ NODE_COMPILE_CACHE: compiled }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout!.pipe(log, { end: false });
  child.stderr!.pipe(log, { end: false });
  child.on('message', (done) => onFiles?.(Number(done)));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => log.end(() => (code === 0 ? resolve() : reject(explainEnd(script, code)))));
  });
  // Whoever waits for the end hears of it; until then it must not end this process.
  ended.catch(() => {});
  return {
    // A process that is gone cannot be told; its exit code says the rest.
    tell: (more) => void child.send(more, () => {}),
    stop: () => void child.kill(),
    ended,
  };
}

const explainEnd = (script: string, code: number | null) =>
  new UserError(
    `the site could not be built: ${script} ended with ${code === null ? 'a signal' : `exit code ${code}`}`,
    'See .astro/build.log for what it said.',
  );
