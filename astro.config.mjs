import { defineConfig } from 'astro/config';

/**
 * SQLite's package names files beside it that we do not use: its own workers, and the WebAssembly that the search loads
 * compressed from its own place. Left as they are, the bundler would publish them all.
 */
const sqliteAlone = {
  name: 'sqlite-alone',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!id.includes('@sqlite.org/sqlite-wasm')) return null;
    return {
      code: code.replace(/new URL\(("[^"]+"), import\.meta\.url\)/g, 'new URL($1, location.href)'),
      map: null,
    };
  },
};

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
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es', plugins: () => [sqliteAlone] } },
  devToolbar: { enabled: false },
});
