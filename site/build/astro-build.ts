/**
 * Has Astro bundle the program that makes pages (`bundle-program.ts`): a process of its own, which build-site.ts runs. The
 * settings are handed over, since Astro would start a Vite to read them.
 */
import { build } from 'astro';
import config from '../../astro.config.mjs';
import { bundleProgram } from './bundle-program.ts';
import type { SiteSettings } from './plan.ts';
import { readWork } from './run-script.ts';

/** What this script is told. */
export interface BundleWork {
  readonly settings: SiteSettings;
  /** Folder for the program that makes pages. */
  readonly serverFolder: string;
  /** Folder for the scripts and styles that pages load. */
  readonly assetsFolder: string;
}

const { settings, serverFolder, assetsFolder } = readWork<BundleWork>();
await build({
  ...config,
  base: settings.base,
  ...(settings.site ? { site: settings.site } : {}),
  outDir: assetsFolder,
  integrations: [bundleProgram(serverFolder)],
  root: process.cwd(),
  configFile: false,
  logLevel: 'warn',
});
