import { defineConfig } from 'astro/config';
import { searchInDevelopment } from './scripts/search-in-development.ts';
import { bundleProgram } from './site/build/bundle-program.ts';

/**
 * `PALIMPSEST_BASE` moves the whole site below a path (`/policies/`), `PALIMPSEST_SITE` names its public origin,
 * `PALIMPSEST_OUT` the folder it is written to, `PALIMPSEST_BUNDLE` a folder for the program that makes the pages where they
 * are not made at once (site/build/build-site.ts). Nothing is inlined: the pages' Content-Security-Policy allows no inline
 * script and no inline style.
 */
export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: process.env.PALIMPSEST_OUT ?? './dist',
  base: process.env.PALIMPSEST_BASE ?? '/',
  ...(process.env.PALIMPSEST_SITE ? { site: process.env.PALIMPSEST_SITE } : {}),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: process.env.PALIMPSEST_BUNDLE ? [bundleProgram(process.env.PALIMPSEST_BUNDLE)] : [],
  vite: {
    build: { assetsInlineLimit: 0 },
    worker: { format: 'es' },
    plugins: [searchInDevelopment()],
  },
  devToolbar: { enabled: false },
});
