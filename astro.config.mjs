import { defineConfig } from 'astro/config';
import { searchInDevelopment } from './scripts/search-in-development.ts';
import { readSettings } from './site/build/site-options.ts';

const { base, site } = readSettings();

/**
 * Where the site lies is a setting of its build (site/build/site-options.ts), which hands base, origin and folders over
 * itself; here is what `npm run dev` needs. Nothing is inlined: the pages' Content-Security-Policy allows no inline script
 * and no inline style.
 */
export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist',
  base,
  ...(site ? { site } : {}),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0 },
    worker: { format: 'es' },
    plugins: [searchInDevelopment()],
  },
  devToolbar: { enabled: false },
});
