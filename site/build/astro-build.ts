/**
 * Has Astro bundle the program that makes pages (`bundle-program.ts`): a process of its own, which build-site.ts runs. The
 * settings are handed over, since Astro would start a Vite to read them.
 */
import { build } from 'astro';
import config from '../../astro.config.mjs';

await build({ ...config, root: process.cwd(), configFile: false, logLevel: 'warn' });
