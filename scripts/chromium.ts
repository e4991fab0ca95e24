import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../crawler/errors.ts';
import { readFlags, runMain } from '../crawler/run-main.ts';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const REMEDY =
  'Install Chromium (Debian: `apt-get install chromium`) or name one: PALIMPSEST_CHROMIUM=/path/to/chromium. ' +
  'Tests that need no browser run with `npx vitest run crawler`.';

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const find = (): string | undefined => USUAL_PLACES.find(isExecutable);

/** Only Debian's own tool, and only where we may: root on a machine that has it. */
const canInstall = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get');

/** Where another program holds the package lock, how often and how long to wait for it: ten minutes in all. */
const LOCK_TRIES = 60;
const LOCK_WAIT_MS = 10_000;

/** Runs apt-get to its end, after whoever else is at it. True where it ended well. */
async function runApt(...args: string[]): Promise<boolean> {
  for (let tries = 0; ; tries++) {
    const { status, stderr } = spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
    });
    if (status === 0) return true;
    if (
      !/Could not get lock|Unable to lock|is another process using it/.test(stderr) ||
      tries === LOCK_TRIES
    ) {
      console.error(stderr.trim());
      return false;
    }
    if (tries === 0) console.error('Another program is installing packages: waiting for it to end.');
    await setTimeout(LOCK_WAIT_MS);
  }
}

/**
 * Sees to a Chromium before the tests start: several test files would each install one. Installs Debian's package where
 * none is there and we may. Throws a UserError that says what to do where that is not so.
 */
export async function provideChromium(): Promise<string> {
  if (!process.env.PALIMPSEST_CHROMIUM && !find() && canInstall()) {
    console.error('No Chromium found: installing the Debian package (apt-get install chromium), once.');
    // The other program may have been installing the very same.
    if ((await runApt('update')) && !find()) {
      await runApt('install', '-y', '--no-install-recommends', 'chromium');
    }
  }
  return findChromium();
}

/**
 * The Chromium for browser tests: the one that PALIMPSEST_CHROMIUM names, or an installed one. Throws a UserError that says
 * what to do where there is none.
 */
export function findChromium(): string {
  const named = process.env.PALIMPSEST_CHROMIUM;
  if (named) {
    if (isExecutable(named)) return named;
    throw new UserError(`PALIMPSEST_CHROMIUM names ${named}, which cannot be run`, REMEDY);
  }
  const found = find();
  if (!found) throw new UserError('no Chromium found for the browser tests', REMEDY);
  return found;
}

/** Switches for a Chromium without a screen that also runs as root and talks to nobody on its own. */
export const chromiumSwitches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

if (import.meta.main) {
  await runMain(async () => {
    readFlags({}, 'node scripts/chromium.ts (sees to a Chromium for the browser tests; run by npm test)');
    await provideChromium();
  });
}
