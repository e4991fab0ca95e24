import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { UserError } from '../crawler/errors.ts';

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
  'Install Chromium (Debian: `apt-get install chromium`) or name one: PALIMPSEST_CHROMIUM=/path/to/chromium.';

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian's package, where we may install one. True where it ended well. */
function installPackage(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get'))
    return false;
  console.error('No Chromium found: installing the Debian package (apt-get install chromium).');
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return run('update') && run('install', '-y', '--no-install-recommends', 'chromium');
}

/**
 * The Chromium for browser tests: the one that PALIMPSEST_CHROMIUM names, an installed one, else the distribution's
 * package. Throws a UserError that says what to do where there is none.
 */
export function findChromium(): string {
  const named = process.env.PALIMPSEST_CHROMIUM;
  if (named) {
    if (isExecutable(named)) return named;
    throw new UserError(`PALIMPSEST_CHROMIUM names ${named}, which cannot be run`, REMEDY);
  }
  const find = () => USUAL_PLACES.find(isExecutable);
  const found = find() ?? (installPackage() ? find() : undefined);
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
