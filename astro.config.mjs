import { defineConfig } from 'astro/config';
import { searchInDevelopment } from './scripts/search-in-development.ts';
import { policyByPolicy } from './scripts/site-build/policy-by-policy.ts';

/**
 * `PALIMPSEST_BASE` moves the whole site below a path (`/policies/`), `PALIMPSEST_SITE` names its public origin,
 * `PALIMPSEST_OUT` the folder it is written to. Nothing is inlined: the pages' Content-Security-Policy allows no inline
 * script and no inline style.
 */
export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: process.env.PALIMPSEST_OUT ?? './dist',
  base: process.env.PALIMPSEST_BASE ?? '/',
  ...(process.env.PALIMPSEST_SITE ? { site: process.env.PALIMPSEST_SITE } : {}),
  trailingSlash: 'always',
  // One page at a time: site/kept-pages.ts records what each asks.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 1 },
  integrations: [policyByPolicy()],
  vite: {
    build: { assetsInlineLimit: 0 },
    worker: { format: 'es' },
    plugins: [searchInDevelopment()],
  },
  devToolbar: { enabled: false },
});
