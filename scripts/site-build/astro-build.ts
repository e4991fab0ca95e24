/**
 * Astro's build as a program of its own, for `run-astro.ts`: only warnings and errors are logged, since two lines a file
 * take a tenth of the time of a large build.
 */
import { build } from 'astro';

await build({ root: process.cwd(), logLevel: 'warn' });
