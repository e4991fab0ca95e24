/**
 * Astro's build as a program of its own, for `run-astro.ts`. Only warnings and errors are logged, since two lines a file
 * take a tenth of the time of a large build; and the settings are handed over, since Astro would start a Vite to read them.
 */
import { build } from 'astro';
import config from '../../astro.config.mjs';

await build({ ...config, root: process.cwd(), configFile: false, logLevel: 'warn' });
