import { defineConfig } from 'astro/config';

/** `PALIMPSEST_BASE` moves the whole site below a path (`/policies/`), `PALIMPSEST_SITE` names its public origin. */
export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist',
  base: process.env.PALIMPSEST_BASE ?? '/',
  ...(process.env.PALIMPSEST_SITE ? { site: process.env.PALIMPSEST_SITE } : {}),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
});
